package io.posture.stress;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a scenario does to an item.
 *
 * @param item id
 * @param finished whether it is sold
 * @param firstStockOutDay first day with a shortage, of the item or of what is made of it; empty if it survives
 * @param daysOut days with a shortage
 * @param lostPieces demand of its own that is lost
 * @param lostMargin money; empty if the margin is unknown
 * @param backorderPieceDays demand of its own that waits at the end of a day, summed over days
 * @param safetyStockUsed pieces of the safety stock that were used at the worst
 * @param strategicUsed pieces of the strategic stock that were used at the worst
 * @param firstStrategicDay first day that ends with less than the strategic stock; empty if it is not touched
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
        double safetyStockUsed,
        double strategicUsed,
        OptionalInt firstStrategicDay,
        Optional<Fix> cheapestFix) {

    /**
     * A remedy that was tried out.
     *
     * @param remedy what is done
     * @param cures whether no day of shortage is left to the item
     * @param daysOutLeft days with a shortage that are left to the item
     * @param lostMarginLeft money lost that is left to the item and all it hangs together with
     */
    public record Fix(Remedy remedy, boolean cures, int daysOutLeft, double lostMarginLeft) {}

    /** Whether there is a day with a shortage. */
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
                safetyStockUsed,
                strategicUsed,
                firstStrategicDay,
                Optional.of(fix));
    }
}
