package io.posture.profile;

import io.posture.explain.Origin;
import io.posture.numerics.Moments;
import io.posture.numerics.Normal;
import java.util.Arrays;

/**
 * Mean and deviation of normal demand of which some values are lower bounds: maximum likelihood in Olsen's (1978) parameters
 * mean / sd and 1 / sd, in which the likelihood has one peak, by Newton's method.
 */
final class CensoredNormal {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "demand.censoredNormal.1",
            "max over mu, sigma of sum of ln phi((x - mu) / sigma) - n ln sigma over full values"
                    + " + sum of ln(1 - Phi((c - mu) / sigma)) over lower bounds c",
            "Tobin 1958; Nahmias, NRL 41 (1994) 739-757");

    private static final int MOST_STEPS = 200;
    private static final double CLOSE = 1e-14;
    private static final double FAR_TAIL = 25;
    private static final int FRACTION_TERMS = 12;
    private static final double LN_ROOT_2_PI = 0.5 * Math.log(2 * Math.PI);

    /** Standardised by the full values' moments, which keeps the two parameters of one size. */
    private final double[] values;

    private final boolean[] censored;

    private CensoredNormal(double[] values, boolean[] censored) {
        this.values = values;
        this.censored = censored;
    }

    /**
     * Result of the calculation.
     *
     * @param mu mean
     * @param sigma standard deviation of the likelihood, not enlarged by n / (n - 1)
     */
    record Result(double mu, double sigma) {}

    /**
     * The estimate.
     *
     * @throws IllegalArgumentException if fewer than two full values differ
     */
    static Result of(CensoredSeries series) {
        return of(series.array(), series.mask());
    }

    /**
     * The estimate.
     *
     * @param values values, finite
     * @param censored whether each is a lower bound
     * @throws IllegalArgumentException if fewer than two full values differ
     */
    static Result of(double[] values, boolean[] censored) {
        double[] full = full(values, censored);
        Moments moments = Moments.of(full);
        double scale = moments.sd().orElse(0);
        if (!(scale > 0)) {
            throw new IllegalArgumentException(
                    "values must hold two different values that are not censored, or no deviation shows");
        }
        double centre = moments.mean().orElseThrow();
        double[] standardised = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            standardised[i] = (values[i] - centre) / scale;
        }
        Point peak = new CensoredNormal(standardised, censored).peak();
        return new Result(centre + scale * peak.ratio() / peak.inverse(), scale / peak.inverse());
    }

    /** The values that are not lower bounds. */
    static double[] full(double[] values, boolean[] censored) {
        double[] full = new double[values.length];
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (!censored[i]) {
                full[count++] = values[i];
            }
        }
        return Arrays.copyOf(full, count);
    }

    /**
     * Parameters.
     *
     * @param ratio mean / sd
     * @param inverse 1 / sd, above 0
     */
    private record Point(double ratio, double inverse) {}

    private Point peak() {
        Point at = new Point(0, 1);
        double height = logLikelihood(at);
        for (int step = 0; step < MOST_STEPS; step++) {
            Point direction = newton(at);
            double factor = 1;
            Point next = towards(at, direction, factor);
            double reached = next.inverse() > 0 ? logLikelihood(next) : Double.NEGATIVE_INFINITY;
            while (!(reached >= height) && factor > CLOSE) {
                factor /= 2;
                next = towards(at, direction, factor);
                reached = next.inverse() > 0 ? logLikelihood(next) : Double.NEGATIVE_INFINITY;
            }
            if (!(reached >= height)) {
                return at;
            }
            boolean there = Math.abs(next.ratio() - at.ratio()) <= CLOSE * (1 + Math.abs(at.ratio()))
                    && Math.abs(next.inverse() - at.inverse()) <= CLOSE * at.inverse();
            at = next;
            height = reached;
            if (there) {
                return at;
            }
        }
        return at;
    }

    private static Point towards(Point at, Point direction, double factor) {
        return new Point(at.ratio() + factor * direction.ratio(), at.inverse() + factor * direction.inverse());
    }

    private double logLikelihood(Point at) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            double z = at.inverse() * values[i] - at.ratio();
            sum += censored[i] ? logSurvival(z) : Math.log(at.inverse()) - z * z / 2;
        }
        return sum;
    }

    /** Gradient over negative Hessian. */
    private Point newton(Point at) {
        double byRatio = 0;
        double byInverse = 0;
        double curveRatio = 0;
        double curveBoth = 0;
        double curveInverse = 0;
        for (int i = 0; i < values.length; i++) {
            double x = values[i];
            double z = at.inverse() * x - at.ratio();
            double pull = censored[i] ? hazard(z) : z;
            double weight = censored[i] ? pull * (pull - z) : 1;
            byRatio += pull;
            byInverse -= pull * x;
            curveRatio += weight;
            curveBoth -= weight * x;
            curveInverse += weight * x * x;
            if (!censored[i]) {
                byInverse += 1 / at.inverse();
                curveInverse += 1 / (at.inverse() * at.inverse());
            }
        }
        double determinant = curveRatio * curveInverse - curveBoth * curveBoth;
        return new Point(
                (byRatio * curveInverse - byInverse * curveBoth) / determinant,
                (byInverse * curveRatio - byRatio * curveBoth) / determinant);
    }

    /** Density over survival; in the far tail its continued fraction, where both underflow. */
    static double hazard(double z) {
        if (z < FAR_TAIL) {
            return Normal.density(z) / Normal.upper(z);
        }
        double fraction = z;
        for (int term = FRACTION_TERMS; term > 0; term--) {
            fraction = z + term / fraction;
        }
        return fraction;
    }

    private static double logSurvival(double z) {
        return z < FAR_TAIL ? Math.log(Normal.upper(z)) : -z * z / 2 - LN_ROOT_2_PI - Math.log(hazard(z));
    }
}
