package io.posture.stress;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import java.util.List;
import java.util.OptionalInt;

/** How long stock lasts against given demand and receipts, and what is short after it. */
final class Depletion {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "stress.depletion.1",
            "day by day: receipts and alternate k d min(1, (t - T) / ramp), then demand; short > 1e-9 is a stock-out day",
            "DOMAIN H.2");

    private Depletion() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("stock at the start, pieces, at least 0") double onHand,
            @Doc("demand of each day, pieces, at least 0") List<Double> demand,

            @Doc("what arrives on each day before demand, pieces, at least 0, as many")
            List<Double> receipts,

            @Doc("share of demand that the alternate carries k, [0, 1]")
            double alternateShare,

            @Doc("days until the alternate delivers T, at least 0")
            double alternateDelay,

            @Doc("days from there to its full share, at least 0")
            double alternateRamp,

            @Doc("what becomes of demand without stock") ShortageMode mode,
            @Doc("margin, money per piece, at least 0") double unitMargin) {

        Inputs {
            Require.notNegative("onHand", onHand);
            demand = Require.notNegative("demand", demand);
            receipts = Require.notNegative("receipts", receipts);
            if (demand.size() != receipts.size()) {
                throw new IllegalArgumentException(
                        "demand and receipts must have as many days, had " + demand.size() + " and " + receipts.size());
            }
            Require.share("alternateShare", alternateShare);
            Require.notNegative("alternateDelay", alternateDelay);
            Require.notNegative("alternateRamp", alternateRamp);
            Require.notNegative("unitMargin", unitMargin);
        }
    }

    /**
     * Result of the calculation.
     *
     * @param stockoutDays days with a shortage
     * @param firstStockoutDay the first of them, 1-based; null if there is none
     * @param timeToSurviveDays full days before it; null if there is none
     * @param lostUnits demand lost, pieces
     * @param lostMargin money
     * @param backorderUnitDays pieces waiting at the end of a day, summed over days
     * @param endingStock pieces
     * @param endingBackorder pieces
     */
    record Result(
            int stockoutDays,
            OptionalInt firstStockoutDay,
            OptionalInt timeToSurviveDays,
            double lostUnits,
            double lostMargin,
            double backorderUnitDays,
            double endingStock,
            double endingBackorder) {}

    static Result calculate(Inputs inputs) {
        RampUp alternate = new RampUp(inputs.alternateShare, inputs.alternateDelay, inputs.alternateRamp);
        Ledger ledger = new Ledger(inputs.onHand, inputs.mode);
        for (int day = 1; day <= inputs.demand.size(); day++) {
            double demand = inputs.demand.get(day - 1);
            ledger.receive(inputs.receipts.get(day - 1) + alternate.on(day) * demand);
            ledger.serve(day, demand);
        }
        OptionalInt first = ledger.firstOut();
        return new Result(
                ledger.daysOut(),
                first,
                first.isPresent() ? OptionalInt.of(first.getAsInt() - 1) : first,
                ledger.lost(),
                ledger.lost() * inputs.unitMargin,
                ledger.backorderPieceDays(),
                ledger.stock(),
                ledger.backlog());
    }
}
