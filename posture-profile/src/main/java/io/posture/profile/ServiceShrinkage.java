package io.posture.profile;

import io.posture.explain.Origin;
import io.posture.numerics.Beta;
import io.posture.numerics.Require;
import io.posture.spi.Doc;

/** On time in full from few lines: the experience of a pool counts like a number of lines. */
final class ServiceShrinkage {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "supply.otifShrink.1",
            "Beta(n0 m0 + k, n0 (1 - m0) + n - k): mean, 5 % and 95 % quantiles",
            "Gelman et al., BDA3 ch. 5");

    private ServiceShrinkage() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("lines on time in full, 0 to n") int hits,
            @Doc("lines due, at least 0") int n,

            @Doc("rate of the pool, [0, 1]; 0 only with a hit, 1 only with a miss")
            double priorMean,

            @Doc("lines that the pool's experience is worth, above 0")
            double priorStrength) {

        Inputs {
            if (!(0 <= hits && hits <= n)) {
                throw new IllegalArgumentException("hits must be in [0, n], were " + hits + " with n " + n);
            }
            Require.share("priorMean", priorMean);
            Require.positive("priorStrength", priorStrength);
            if ((priorMean == 0 && hits == 0) || (priorMean == 1 && hits == n)) {
                throw new IllegalArgumentException("priorMean must be in (0, 1) where no line contradicts it, was "
                        + priorMean + " with " + hits + " hits of " + n);
            }
        }
    }

    /**
     * Result of the calculation.
     *
     * @param mean posterior mean, 0 to 1
     * @param lower05 5 % quantile
     * @param upper95 95 % quantile
     */
    record Result(double mean, double lower05, double upper95) {}

    /** Posterior of the rate. */
    static Result of(Inputs inputs) {
        double strength = inputs.priorStrength();
        double alpha = strength * inputs.priorMean() + inputs.hits();
        double beta = strength * (1 - inputs.priorMean()) + inputs.n() - inputs.hits();
        return new Result(alpha / (alpha + beta), Beta.quantile(alpha, beta, 0.05), Beta.quantile(alpha, beta, 0.95));
    }
}
