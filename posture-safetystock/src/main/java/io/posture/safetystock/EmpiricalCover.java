package io.posture.safetystock;

import io.posture.numerics.Lattice;
import java.util.Arrays;

/**
 * Cover made of the buckets themselves, convolved over the lead time and with the undershoot. Pieces or packs are counted one
 * by one where that is affordable; else the distance of two points is so small a part of the deviation that no quantile is
 * off by more than 0.005 deviations.
 *
 * @param lattice distribution in steps
 * @param step pieces
 */
record EmpiricalCover(Lattice lattice, double step) implements CoverDistribution {

    /** Buckets with demand below which they are too few to stand for all sizes. */
    static final int ENOUGH_BUSY = 8;

    private static final double AFFORDABLE_POINTS = 8192;
    private static final double STEPS_PER_DEVIATION = 300;

    /** Height times sizes above which the long run stands in: it is high enough to have forgotten where it began. */
    private static final double MOST_RENEWALS = 1 << 22;

    private static final double BEYOND = 1e-12;
    private static final double LEAST_TILT = 0.05;
    private static final double MOST_TILT = 100;
    private static final double TILT_GROWTH = 1.4;

    /** Steps this much longer are still fine enough. */
    private static final double ROOM = 1.25;

    /** How far the position is below the reorder point when an order goes out, on a lattice. */
    @FunctionalInterface
    interface Below {

        /** Orders go out at the reorder point. */
        Below NONE = (bucket, step) -> Lattice.at(0);

        /**
         * The distribution.
         *
         * @param bucket demand of a bucket, in steps
         * @param step pieces
         */
        Lattice of(Lattice bucket, double step);

        /**
         * {@code P(U = u)} proportional to {@code P(demand between two looks > u)}.
         *
         * @param between buckets between two looks
         * @param whole whether only whole pieces are ordered
         */
        static Below ofBuckets(double between, boolean whole) {
            return (bucket, step) -> tail(
                    between == 1 ? bucket : bucket.compound(LeadTimeBuckets.gamma(between, 0)),
                    0.5 * (1 - (whole ? 1 / step : 0)));
        }

        /**
         * As {@link #ofBuckets} where every order goes up to the same level, so that the position falls to the reorder
         * point from one height: {@code P(U = u) = sum over k of M(k) P(demand between two looks = h + u - k)}, M(k) the
         * expected number of looks that find k pieces used. Few falls to a height keep the memory of it, which the long run
         * has lost.
         *
         * @param height pieces from the level to the reorder point, above 0
         */
        static Below fromHeight(double height, double between, boolean whole) {
            return (bucket, step) -> {
                Lattice used = between == 1 ? bucket : bucket.compound(LeadTimeBuckets.gamma(between, 0));
                int steps = (int) Math.min(Integer.MAX_VALUE, Math.max(1, Math.ceil(height / step)));
                return (double) steps * used.size() > MOST_RENEWALS || used.size() == 1
                        ? ofBuckets(between, whole).of(bucket, step)
                        : renewal(used.toArray(), steps, steps - height / step);
            };
        }

        private static Lattice renewal(double[] used, int steps, double oneMore) {
            double[] found = new double[steps];
            double moves = 1 - used[0];
            double[] below = new double[used.length + 1];
            for (int k = 0; k < steps; k++) {
                double looks = k == 0 ? 1 : 0;
                for (int size = 1; size < used.length && size <= k; size++) {
                    looks += used[size] * found[k - size];
                }
                found[k] = looks / moves;
                for (int size = steps - k; size < used.length; size++) {
                    int u = size - (steps - k);
                    below[u] += (1 - oneMore) * found[k] * used[size];
                    below[u + 1] += oneMore * found[k] * used[size];
                }
            }
            return Lattice.of(below);
        }

        /** A gamma distribution with a mean and deviation, pieces. */
        static Below ofMoments(double mean, double sd) {
            return (bucket, step) -> Lattice.of(LeadTimeBuckets.gamma(mean / step, sd / step));
        }

        /** The undershoot in steps, a part of it one step more: pieces within a step are not all at its lower end. */
        private static Lattice tail(Lattice between, double oneMore) {
            double[] sizes = between.toArray();
            if (sizes.length == 1) {
                return Lattice.at(0);
            }
            double[] whole = UndershootSizes.pmf(Arrays.copyOfRange(sizes, 1, sizes.length));
            double[] below = new double[whole.length + 1];
            for (int u = 0; u < whole.length; u++) {
                below[u] += (1 - oneMore) * whole[u];
                below[u + 1] += oneMore * whole[u];
            }
            return Lattice.of(below);
        }
    }

    /**
     * A cover.
     *
     * @param buckets demand in each bucket, pieces, not all 0
     * @param leadTime probability of 0, 1, 2, ... buckets until the order arrives
     * @param undershoot how far the position is below the reorder point
     * @param whole whether only whole pieces are ordered
     * @param sd deviation of the demand to cover, pieces, above 0
     */
    static EmpiricalCover of(double[] buckets, double[] leadTime, Below undershoot, boolean whole, double sd) {
        double reach = reach(buckets, leadTime);
        double step = step(reach, LatticeStep.pieces(buckets, leadTime), undershoot, whole, sd);
        return onSteps(step, reach, buckets, leadTime, undershoot);
    }

    /** A cover on a lattice of a given step, pieces, without what is beyond a reach, pieces. */
    static EmpiricalCover onSteps(double step, double reach, double[] buckets, double[] leadTime, Below undershoot) {
        Lattice bucket = Lattice.observed(step, buckets);
        Lattice demand = bucket.compoundWithin((int) Math.max(bucket.size(), Math.ceil(reach / step)), leadTime);
        return new EmpiricalCover(undershoot == Below.NONE ? demand : demand.plus(undershoot.of(bucket, step)), step);
    }

    /**
     * The step of the demand alone where it is exact and affordable, else a small part of the deviation; finer than packs
     * where an order may go out in the middle of one.
     */
    private static double step(double reach, double exact, Below undershoot, boolean whole, double sd) {
        double fine = Math.max(sd / STEPS_PER_DEVIATION, whole ? 1 : 0);
        if (exact <= fine) {
            return reach / exact <= AFFORDABLE_POINTS ? exact : fine;
        }
        return undershoot == Below.NONE ? exact : exact / Math.ceil(exact / (ROOM * fine));
    }

    /**
     * Demand that is exceeded with a probability below 1e-12, by Chernoff's bound: {@code P(X > x) <= E(e^(t X)) e^(-t x)}
     * for every t above 0.
     */
    static double reach(double[] buckets, double[] leadTime) {
        double largest = Arrays.stream(buckets).max().orElse(0);
        double reach = largest * (leadTime.length - 1);
        for (double tilt = LEAST_TILT; tilt <= MOST_TILT; tilt *= TILT_GROWTH) {
            double perUnit = tilt / largest;
            double grown = Arrays.stream(buckets)
                    .map(pieces -> Math.exp(perUnit * pieces))
                    .average()
                    .orElse(1);
            double all = 0;
            for (int n = leadTime.length - 1; n >= 0; n--) {
                all = all * grown + leadTime[n];
            }
            reach = Math.min(reach, (Math.log(all) - Math.log(BEYOND)) / perUnit);
        }
        return Math.max(reach, largest);
    }

    @Override
    public double level(double csl) {
        return step * lattice.quantile(csl);
    }

    @Override
    public double shortfall(double level) {
        return step * lattice.expectedExcess(level / step);
    }
}
