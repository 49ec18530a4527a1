package io.posture.safetystock;

import io.posture.numerics.Gamma;
import io.posture.numerics.NegativeBinomial;
import io.posture.numerics.Poisson;

/** Distribution of what a reorder point must cover: the demand until an order arrives, and the undershoot. Immutable. */
interface CoverDistribution {

    /** A level is found when it is known to this share of it. */
    double NARROW = 1e-12;

    /**
     * The smallest level that covers it with a probability.
     *
     * @param csl cycle service level, (0, 1)
     * @return pieces
     */
    double level(double csl);

    /**
     * Expected pieces short at the end of a cycle.
     *
     * @param level reorder point, pieces
     */
    double shortfall(double level);

    /** Distance of the levels that differ, pieces; 0 if every number is one. */
    double step();

    /**
     * Share of the demand that is served from stock, orders short being delivered later.
     *
     * <p>{@code 1 - (E(X - r)+ - E(X - r - Q)+) / Q}
     *
     * @param level reorder point r, pieces
     * @param lot order quantity Q, pieces, above 0
     */
    default double fillRate(double level, double lot) {
        return 1 - (shortfall(level) - shortfall(level + lot)) / lot;
    }

    /**
     * The smallest level of at least 0 that serves a share of the demand from stock.
     *
     * @param fill share, (0, 1)
     * @param lot order quantity, pieces, above 0
     */
    default double levelForFill(double fill, double lot) {
        double low = 0;
        if (fillRate(low, lot) >= fill) {
            return low;
        }
        double high = Math.max(step(), level(0.5) + lot);
        while (fillRate(high, lot) < fill) {
            low = high;
            high *= 2;
        }
        return step() > 0 ? onSteps(low, high, fill, lot) : between(low, high, fill, lot);
    }

    private double onSteps(double low, double high, double fill, double lot) {
        long below = (long) Math.floor(low / step());
        long above = (long) Math.ceil(high / step());
        while (above - below > 1) {
            long middle = below + (above - below) / 2;
            if (fillRate(middle * step(), lot) >= fill) {
                above = middle;
            } else {
                below = middle;
            }
        }
        return above * step();
    }

    private double between(double low, double high, double fill, double lot) {
        double below = low;
        double above = high;
        while (above - below > NARROW * above) {
            double middle = 0.5 * (below + above);
            if (fillRate(middle, lot) >= fill) {
                above = middle;
            } else {
                below = middle;
            }
        }
        return above;
    }

    /** It is always the same. */
    record Fixed(double pieces) implements CoverDistribution {

        @Override
        public double level(double csl) {
            return pieces;
        }

        @Override
        public double shortfall(double level) {
            return Math.max(0, pieces - level);
        }

        @Override
        public double step() {
            return 0;
        }
    }

    /** Gamma with the same mean and variance. */
    record OfGamma(double shape, double scale) implements CoverDistribution {

        /** By mean and standard deviation, both above 0. */
        static OfGamma of(double mean, double sd) {
            return new OfGamma(mean / sd * (mean / sd), sd / mean * sd);
        }

        @Override
        public double level(double csl) {
            return Gamma.quantile(shape, scale, csl);
        }

        @Override
        public double shortfall(double level) {
            return Gamma.expectedExcess(shape, scale, level);
        }

        @Override
        public double step() {
            return 0;
        }
    }

    /**
     * Gamma moved along: mean, variance and skewness are free.
     *
     * @param shift how far it is moved, pieces
     */
    record OfShiftedGamma(OfGamma gamma, double shift) implements CoverDistribution {

        /** Below this the shape would be above 4e10; the distribution is normal there. */
        private static final double LEAST_SKEWNESS = 1e-5;

        /**
         * By mean, standard deviation above 0 and skewness.
         *
         * @throws IllegalArgumentException if the skewness is below 1e-5
         */
        static OfShiftedGamma of(double mean, double sd, double skewness) {
            if (!(skewness >= LEAST_SKEWNESS)) {
                throw new IllegalArgumentException("ltdSkewness must be at least 1e-5, was " + skewness
                        + ". Maybe take the normal distribution: the two are the same there.");
            }
            return new OfShiftedGamma(
                    new OfGamma(4 / (skewness * skewness), sd * skewness / 2), mean - 2 * sd / skewness);
        }

        @Override
        public double level(double csl) {
            return shift + gamma.level(csl);
        }

        @Override
        public double shortfall(double level) {
            double mean = gamma.shape * gamma.scale;
            return level <= shift ? mean - (level - shift) : gamma.shortfall(level - shift);
        }

        @Override
        public double step() {
            return 0;
        }
    }

    /** Poisson. */
    record OfPoisson(double mean) implements CoverDistribution {

        @Override
        public double level(double csl) {
            return Poisson.quantile(mean, csl);
        }

        @Override
        public double shortfall(double level) {
            return Poisson.expectedExcess(mean, (long) Math.floor(level))
                    - (level - Math.floor(level)) * Poisson.upper(mean, (long) Math.floor(level));
        }

        @Override
        public double step() {
            return 1;
        }
    }

    /** Negative binomial. */
    record OfNegativeBinomial(double size, double p) implements CoverDistribution {

        /** By mean and variance, the variance above the mean. */
        static OfNegativeBinomial of(double mean, double variance) {
            return new OfNegativeBinomial(mean * mean / (variance - mean), mean / variance);
        }

        @Override
        public double level(double csl) {
            return NegativeBinomial.quantile(size, p, csl);
        }

        @Override
        public double shortfall(double level) {
            long whole = (long) Math.floor(level);
            return NegativeBinomial.expectedExcess(size, p, whole)
                    - (level - whole) * NegativeBinomial.upper(size, p, whole);
        }

        @Override
        public double step() {
            return 1;
        }
    }
}
