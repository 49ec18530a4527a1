package io.posture.stress;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import java.util.List;

/** What is left of an outage deep in the chain once it reaches the item, and how long it takes to show. */
final class TierPropagation {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "stress.tierPropagation.1",
            "gap = max(0, D - sum of covers); warning = sum of covers + sum of transits",
            "DOMAIN H.3");

    private TierPropagation() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("outage at the deepest tier D, days, at least 0")
            double outageDays,

            @Doc("stock of each tier between, days of its demand, at least 0; a tier that is not known has 0")
            List<Double> tierCoverDays,

            @Doc("days on the way between tiers, at least 0")
            List<Double> transitDays) {

        Inputs {
            Require.notNegative("outageDays", outageDays);
            tierCoverDays = Require.notNegative("tierCoverDays", tierCoverDays);
            transitDays = Require.notNegative("transitDays", transitDays);
        }
    }

    /** Days without supply at the item, and days before they begin. */
    record Result(double effectiveGapDays, double delayBeforeGapDays) {}

    static Result calculate(Inputs inputs) {
        Outage outage = new Outage(0, inputs.outageDays);
        for (double cover : inputs.tierCoverDays) {
            outage = outage.behind(cover, 0);
        }
        for (double transit : inputs.transitDays) {
            outage = outage.behind(0, transit);
        }
        return new Result(outage.days(), outage.fromDay());
    }
}
