package io.posture.safetystock;

import io.posture.api.DemandProfile;
import io.posture.api.LeadTime;
import io.posture.api.SizedItem;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import io.posture.spi.SafetyStockFormula;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Safety stock as the worst seen less the average. Offered because it is asked for: it has no service level, grows with
 * the length of the history, and one outlier rules it.
 */
final class MaxAverageFormula {

    static final Origin.Formula FORMULA =
            new Origin.Formula("buf.maxAvg.1", "max(0, dmax * Lmax - d * L)", "customary; DOMAIN E.1");

    private static final Origin.Formula REORDER_POINT =
            new Origin.Formula("buf.reorderPoint.maxAvg.1", "max(dmax * Lmax, d * L)", "customary; DOMAIN E.1");

    private MaxAverageFormula() {}

    /** Nothing to set. */
    record Config() implements Serializable {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("largest daily demand, pieces a day, at least 0")
            double maxDaily,

            @Doc("longest lead time, days, at least 0") double maxLead,

            @Doc("mean daily demand, pieces a day, at least 0")
            double avgDaily,

            @Doc("mean lead time, days, at least 0") double avgLead) {

        Inputs {
            Require.notNegative("maxDaily", maxDaily);
            Require.notNegative("maxLead", maxLead);
            Require.notNegative("avgDaily", avgDaily);
            Require.notNegative("avgLead", avgLead);
        }
    }

    /** Safety stock, pieces, at least 0. */
    record Result(double safetyStock) {}

    static Result calculate(Inputs inputs) {
        return new Result(Math.max(0, inputs.maxDaily * inputs.maxLead - inputs.avgDaily * inputs.avgLead));
    }

    static SafetyStockFormula of(Config config) {
        return MaxAverageFormula::size;
    }

    static Explanation size(SizedItem item) {
        DemandProfile demand = item.profile().demand();
        List<MissingFact> missing = new ArrayList<>();
        if (item.profile().supply().leadTime().isEmpty()) {
            missing.add(MissingFact.LEAD_TIME);
        } else if (item.profile().supply().leadTime().get().longestDays().isEmpty()) {
            missing.add(MissingFact.RECEIPT_HISTORY);
        }
        if (!demand.hasRate()) {
            missing.add(MissingFact.DEMAND_HISTORY);
        }
        if (!missing.isEmpty()) {
            return ItemFigures.missing(SizedItem.SAFETY_STOCK, FORMULA, missing);
        }
        LeadTime leadTime = item.profile().supply().leadTime().orElseThrow();
        Figure largest = Figure.of(
                "maxDemandPerDay",
                demand.maxPerDay(),
                Unit.PIECES_PER_DAY,
                new Origin.Input("demand.quantity", demand.rows().toString()));
        Figure longest = Figure.of(
                "longestLeadTimeDays",
                leadTime.longestDays().orElseThrow(),
                Unit.DAYS,
                new Origin.Input("receipts", leadTime.rows().toString()));
        Figure perDay = demand.meanPerDayFigure();
        Figure leadDays = leadTime.meanFigure();
        double safetyStock = calculate(new Inputs(largest.value(), longest.value(), perDay.value(), leadDays.value()))
                .safetyStock();
        double reorderPoint = perDay.value() * leadDays.value() + safetyStock;
        return Figure.of(
                SizedItem.SAFETY_STOCK,
                safetyStock,
                Unit.PIECES,
                FORMULA,
                largest,
                longest,
                perDay,
                leadDays,
                Figure.of(
                        "reorderPoint", reorderPoint, Unit.PIECES, REORDER_POINT, largest, longest, perDay, leadDays));
    }
}
