package io.posture.stress;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.spi.Doc;

/** What a gap costs when demand is constant: stock serves at the full rate until an alternate takes a share of it. */
final class ClosedForm {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "stress.closedForm.1",
            "max(0, D - T); alternate in time: (a - T) + (1 - k) (D - a) if T <= a, else max(0, (1 - k) (D - a) - (T - a))",
            "DOMAIN H.2");

    private ClosedForm() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("days without receipts D, at least 0") double gapDays,
            @Doc("days that stock covers T, at least 0") double coverDays,

            @Doc("share of demand that the alternate carries k, [0, 1]")
            double alternateShare,

            @Doc("days until the alternate delivers a, at least 0")
            double alternateDelay,

            @Doc("demand, pieces a day, at least 0") double dailyDemand) {

        Inputs {
            Require.notNegative("gapDays", gapDays);
            Require.notNegative("coverDays", coverDays);
            Require.share("alternateShare", alternateShare);
            Require.notNegative("alternateDelay", alternateDelay);
            Require.notNegative("dailyDemand", dailyDemand);
        }
    }

    /** Demand not met, in days of demand and in pieces. */
    record Result(double unmetEquivalentDays, double lostUnits) {}

    static Result calculate(Inputs inputs) {
        double unmet = unmetDays(inputs.gapDays, inputs.coverDays, inputs.alternateShare, inputs.alternateDelay);
        return new Result(unmet, unmet * inputs.dailyDemand);
    }

    private static double unmetDays(double gap, double cover, double share, double delay) {
        if (delay >= gap || share == 0) {
            return Math.max(0, gap - cover);
        }
        double shortBeside = (1 - share) * (gap - delay);
        return cover <= delay ? delay - cover + shortBeside : Math.max(0, shortBeside - (cover - delay));
    }
}
