package io.posture.safetystock;

import io.posture.api.DemandProfile;
import io.posture.explain.Figure;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import io.posture.numerics.Moments;
import java.util.Optional;

/**
 * How skewed demand is, and with it the demand until an order arrives: the third moment, which a normal leaves out. A normal
 * quantile of a skewed cover misses its service level, see {@code docs/closed-loop.md}.
 */
final class Skewness {

    /** From here on a normal misses a level of 95 % by a third of a point or more. */
    static final double NOTICEABLE = 0.1;

    private static final int ENOUGH_BUCKETS = 24;
    private static final Origin.Formula SEEN = new Origin.Formula(
            "demand.skewness.1",
            "max(0, n / ((n - 1)(n - 2)) sum ((x - mean) / sd)^3) sqrt(days), x the stable buckets of some days",
            "Joanes & Gill 1998");
    private static final Origin.Assumption AS_NORMAL = new Origin.Assumption(
            "fewer than 24 stable buckets show no shape: demand of a day is taken as normal", "a longer history");
    private static final Origin.Formula COVER = new Origin.Formula(
            "buf.leadTimeDemandSkewness.1",
            "(L k3 + 3 d sd^2 sL^2 + 2 d^3 sL^4 / L + third moment of the undershoot) / deviation^3, lead time gamma",
            "cumulants of a random sum");

    private Skewness() {}

    /**
     * Skewness of the demand of a day, at least 0.
     *
     * @param buckets demand of the stable buckets, pieces
     */
    static Figure ofDay(DemandProfile demand, Figure perDay, double[] buckets) {
        Moments moments = Moments.of(buckets);
        double sd = moments.sd().orElse(0);
        int n = moments.n();
        if (n < ENOUGH_BUCKETS || !(sd > 0)) {
            return Figure.of("demandSkewness", 0, Unit.NONE, AS_NORMAL, perDay);
        }
        double mean = moments.mean().orElseThrow();
        double cubes = 0;
        for (double pieces : buckets) {
            double off = (pieces - mean) / sd;
            cubes += off * off * off;
        }
        double skewness = Math.max(0, cubes / (n - 1) * n / (n - 2))
                * Math.sqrt(demand.history().bucket().days());
        return Figure.of("demandSkewness", skewness, Unit.NONE, SEEN, perDay);
    }

    /**
     * Third central moment of the demand of a gamma lead time, cubic pieces.
     *
     * @param meanCube that of the demand of the mean lead time
     * @param perDay demand a day
     * @param sdPerDay its deviation
     * @param leadDays mean lead time
     * @param leadSd its deviation
     */
    static double cube(double meanCube, Figure perDay, Figure sdPerDay, Figure leadDays, Figure leadSd) {
        double d = perDay.value();
        double late = leadSd.value() * leadSd.value();
        double uncertain = leadDays.value() > 0 ? 2 * d * d * d * late * late / leadDays.value() : 0;
        return meanCube + 3 * d * sdPerDay.value() * sdPerDay.value() * late + uncertain;
    }

    /**
     * Skewness of a cover.
     *
     * @param demandCube third central moment of the demand until an order arrives, cubic pieces
     * @param sigma its deviation
     * @param undershoot the undershoot; empty if there is none
     * @param daySkewness of the demand of a day
     * @param leadSd deviation of the lead time
     */
    static Figure ofCover(
            double demandCube, Figure sigma, Optional<Cover.Below> undershoot, Figure daySkewness, Figure leadSd) {
        double cube = demandCube;
        double variance = sigma.value() * sigma.value();
        if (undershoot.isPresent()) {
            double sd = undershoot.get().sd().value();
            variance += sd * sd;
            cube += undershoot.get().cube();
        }
        double skewness = variance > 0 ? Math.max(0, cube / (variance * Math.sqrt(variance))) : 0;
        return Figure.of("leadTimeDemandSkewness", skewness, Unit.NONE, COVER, daySkewness, sigma, leadSd);
    }
}
