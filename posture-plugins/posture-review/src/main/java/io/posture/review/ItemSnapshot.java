package io.posture.review;

import io.posture.api.Posture;
import io.posture.numerics.Require;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a run knows of an item, as far as a review compares it.
 *
 * @param id item
 * @param posture how it is stocked; empty if undecided
 * @param vital whether its lack is fatal (class V)
 * @param level its risk level after this run
 * @param risk its risk, 0 to 100; empty if unknown
 * @param bufferPieces safety stock that holds after this run, at least 0
 * @param calculatedPieces safety stock that this run calculated, at least 0; empty if it could not be sized
 * @param facts what may have changed
 * @param stock what lies there
 * @param byHand values that somebody set
 * @param reviewedOn day of the last review; empty if there never was one
 */
public record ItemSnapshot(
        String id,
        Optional<Posture> posture,
        boolean vital,
        LevelState level,
        OptionalDouble risk,
        double bufferPieces,
        OptionalDouble calculatedPieces,
        Facts facts,
        Stock stock,
        List<ManualDecision> byHand,
        Optional<LocalDate> reviewedOn) {

    /** Copies and checks. */
    public ItemSnapshot {
        risk.ifPresent(value -> Require.finite("risk of '" + id + "'", value));
        Require.notNegative("buffer of '" + id + "'", bufferPieces);
        calculatedPieces.ifPresent(value -> Require.notNegative("calculated buffer of '" + id + "'", value));
        byHand = List.copyOf(byHand);
    }

    /**
     * What may have changed since the run before; what is unknown is empty.
     *
     * @param riskIndex supplier risk index, 0 to 100
     * @param leadTimeP90Days lead time that nine of ten lines keep, days
     * @param sources suppliers bought from or qualified; empty if unknown
     * @param endOfLifeOn announced end of life
     * @param unitPrice money per piece
     * @param demandChangedOn last day on which demand changed its level
     * @param forecastErrors how far demand was from what was forecast; empty if nothing was compared
     * @param announced latest day of what was announced of the item or its supply, by the finding that it makes:
     *     {@link ReviewReason#PRICE_EVENT}, {@link ReviewReason#END_OF_LIFE} or {@link ReviewReason#NOTICE}
     */
    public record Facts(
            OptionalDouble riskIndex,
            OptionalDouble leadTimeP90Days,
            OptionalDouble sources,
            Optional<LocalDate> endOfLifeOn,
            OptionalDouble unitPrice,
            Optional<LocalDate> demandChangedOn,
            Optional<ForecastErrors> forecastErrors,
            Map<ReviewReason, LocalDate> announced) {

        /** Nothing is known. */
        public static final Facts UNKNOWN = new Facts(
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());

        /** Copies and checks. */
        public Facts {
            riskIndex.ifPresent(value -> Require.finite("risk index", value));
            leadTimeP90Days.ifPresent(value -> Require.notNegative("90 % lead time", value));
            sources.ifPresent(value -> Require.notNegative("sources", value));
            unitPrice.ifPresent(value -> Require.notNegative("unit price", value));
            announced = Map.copyOf(announced);
        }
    }

    /**
     * What lies there.
     *
     * @param onHand pieces, at least 0
     * @param dailyDemand pieces a day, at least 0
     * @param daysSinceLastIssue at least 0; empty if there never was one
     * @param criticalSpare whether its lack stops an asset without bypass
     * @param emergencySince day on which a buffer was set for an emergency; empty if there is none
     */
    public record Stock(
            double onHand,
            double dailyDemand,
            OptionalDouble daysSinceLastIssue,
            boolean criticalSpare,
            Optional<LocalDate> emergencySince) {

        /** Checks. */
        public Stock {
            Require.notNegative("stock", onHand);
            Require.notNegative("daily demand", dailyDemand);
            daysSinceLastIssue.ifPresent(value -> Require.notNegative("days since the last issue", value));
        }
    }
}
