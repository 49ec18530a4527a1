package io.posture.stress;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a scenario does to an item. What is short without the scenario, too, is not counted but in {@link #anyway}.
 *
 * @param item id
 * @param finished whether it is sold
 * @param firstStockOutDay first day on which more is short than without the scenario, of the item or for what is made of
 *     it; empty if it survives
 * @param daysOut days on which more is short than without it
 * @param lostPieces demand of its own that is lost
 * @param lostMargin money; empty if the margin is unknown
 * @param backorderPieceDays demand of its own that waits at the end of a day, summed over days
 * @param waitingPieces demand of its own that still waits when nothing changes any more: nothing is caught up
 * @param safetyStockUsed pieces of the safety stock that were used at the worst
 * @param strategicUsed pieces of the strategic stock that were used at the worst
 * @param firstStrategicDay first day that ends with less than the strategic stock; empty if it is not touched
 * @param anyway what is short without the scenario
 * @param cheapestFix the best of the remedies that were offered; empty without a shortage or an offer
 */
public record ItemImpact(
        String item,
        boolean finished,
        OptionalInt firstStockOutDay,
        int daysOut,
        double lostPieces,
        OptionalDouble lostMargin,
        double backorderPieceDays,
        double waitingPieces,
        double safetyStockUsed,
        double strategicUsed,
        OptionalInt firstStrategicDay,
        Anyway anyway,
        Optional<Fix> cheapestFix) {

    /**
     * What is short without any shock, because orders that are open come too late or are too small.
     *
     * @param daysOut days with a shortage
     * @param lostPieces demand lost
     * @param waitingPieces demand that waits in the end
     */
    public record Anyway(int daysOut, double lostPieces, double waitingPieces) {

        /** Nothing. */
        public static final Anyway NONE = new Anyway(0, 0, 0);
    }

    /**
     * A remedy that was tried out.
     *
     * @param remedy what is done
     * @param cures whether no day of shortage is left to the item
     * @param daysOutLeft days with a shortage that are left to the item
     * @param lostPiecesLeft pieces lost that are left to the item
     * @param lostMarginLeft money lost that is left to the item and all it hangs together with
     */
    public record Fix(Remedy remedy, boolean cures, int daysOutLeft, double lostPiecesLeft, double lostMarginLeft) {}

    /** Whether there is a day on which more is short than without the scenario. */
    public boolean isHit() {
        return firstStockOutDay.isPresent();
    }

    /** Full days before the first shortage; empty if it survives. */
    public OptionalInt timeToSurviveDays() {
        return isHit() ? OptionalInt.of(firstStockOutDay.getAsInt() - 1) : firstStockOutDay;
    }

    ItemImpact withCheapestFix(Fix fix) {
        return new ItemImpact(
                item,
                finished,
                firstStockOutDay,
                daysOut,
                lostPieces,
                lostMargin,
                backorderPieceDays,
                waitingPieces,
                safetyStockUsed,
                strategicUsed,
                firstStrategicDay,
                anyway,
                Optional.of(fix));
    }
}
