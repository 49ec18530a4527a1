package io.posture.safetystock;

import io.posture.explain.Origin;
import io.posture.numerics.Normal;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import java.util.Optional;
import java.util.OptionalDouble;

/** Safety stock when demand and lead time both vary and are independent, lead-time demand taken as normal. */
final class ZFormula {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "buf.zFormula.1",
            "max(0, z * sqrt(L * sd^2 + d^2 * sL^2 + Var U))",
            "Silver, Pyke & Thomas 2017; Chopra & Meindl; King 2011");

    private ZFormula() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("mean demand, pieces a day, at least 0") double demandMean,

            @Doc("standard deviation of daily demand, pieces, at least 0")
            double demandSd,

            @Doc("mean lead time, days, at least 0") double leadMean,

            @Doc("standard deviation of the lead time, days, at least 0")
            double leadSd,

            @Doc("cycle service level, (0, 1)") double csl,

            @Doc("whether the position undershoots the reorder point; absent means no")
            Optional<Boolean> undershoot) {

        Inputs {
            Require.notNegative("demandMean", demandMean);
            Require.notNegative("demandSd", demandSd);
            Require.notNegative("leadMean", leadMean);
            Require.notNegative("leadSd", leadSd);
            Require.probability("csl", csl);
        }
    }

    /**
     * Result of the calculation.
     *
     * @param z standard normal quantile of the service level; negative below 0.5
     * @param sigmaLtd standard deviation of lead-time demand, pieces
     * @param undershootMean mean undershoot, pieces; absent if not asked for
     * @param undershootVar variance of the undershoot, square pieces; absent if not asked for
     * @param safetyStock pieces, at least 0
     * @param reorderPoint pieces, at least 0
     */
    record Result(
            double z,
            double sigmaLtd,
            OptionalDouble undershootMean,
            OptionalDouble undershootVar,
            double safetyStock,
            double reorderPoint) {}

    /** Mean and variance of the undershoot, pieces and square pieces. */
    record Undershoot(double mean, double variance) {}

    static Result calculate(Inputs inputs) {
        double z = Normal.quantile(inputs.csl);
        double sigma = sigma(inputs.demandMean, inputs.demandSd, inputs.leadMean, inputs.leadSd);
        double leadTimeDemand = inputs.demandMean * inputs.leadMean;
        if (!inputs.undershoot.orElse(false)) {
            double safetyStock = Math.max(0, z * sigma);
            return new Result(
                    z,
                    sigma,
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    safetyStock,
                    leadTimeDemand + safetyStock);
        }
        Undershoot below = undershoot(inputs.demandMean, inputs.demandSd);
        double safetyStock = Math.max(0, z * Math.sqrt(sigma * sigma + below.variance));
        return new Result(
                z,
                sigma,
                OptionalDouble.of(below.mean),
                OptionalDouble.of(below.variance),
                safetyStock,
                leadTimeDemand + below.mean + safetyStock);
    }

    /**
     * Standard deviation of the demand of a lead time, pieces.
     *
     * <p>{@code sqrt(L * sd^2 + d^2 * sL^2)}
     */
    static double sigma(double demandPerDay, double demandSdPerDay, double leadTimeDays, double leadTimeSdDays) {
        return Math.sqrt(leadTimeDays * demandSdPerDay * demandSdPerDay
                + demandPerDay * demandPerDay * leadTimeSdDays * leadTimeSdDays);
    }

    /**
     * How far the position is below the reorder point when the order goes out, with one look a day and normal demand.
     *
     * <p>{@code E[U] = (v + m^2) / 2m, Var U = max(0, (m^3 + 3 m v) / 3m - E[U]^2)}, m and v mean and variance of a day
     *
     * @see "Tijms & Groenevelt 1984; Silver, Pyke & Thomas 2017"
     */
    static Undershoot undershoot(double demandPerDay, double demandSdPerDay) {
        if (!(demandPerDay > 0)) {
            return new Undershoot(0, 0);
        }
        double m = demandPerDay;
        double v = demandSdPerDay * demandSdPerDay;
        double mean = (v + m * m) / (2 * m);
        return new Undershoot(mean, Math.max(0, (m * m * m + 3 * m * v) / (3 * m) - mean * mean));
    }
}
