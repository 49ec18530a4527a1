package io.posture.safetystock;

import io.posture.api.Bucket;
import io.posture.api.DemandClass;
import io.posture.api.DemandHistory;
import io.posture.api.DemandProfile;
import io.posture.api.LeadTime;
import io.posture.api.Regime;
import io.posture.api.SizedItem;
import io.posture.api.Stretch;
import io.posture.api.SupplySignals;
import io.posture.explain.Figure;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/**
 * What sizing reads of an item. Figures are made once, so that all nodes of the reason tree share them.
 *
 * @param item the item
 * @param leadTime its lead time
 * @param perDay demand a day
 * @param sdPerDay deviation of daily demand
 * @param leadDays mean lead time
 * @param leadSd deviation of the lead time
 * @param daySkewness skewness of daily demand
 * @param lot order quantity above 0; empty if unknown
 */
record SizingFacts(
        SizedItem item,
        LeadTime leadTime,
        Figure perDay,
        Figure sdPerDay,
        Figure leadDays,
        Figure leadSd,
        Figure daySkewness,
        Optional<Figure> lot) {

    /** Facts of an item with a lead time and a deviation of demand. */
    static SizingFacts of(SizedItem item) {
        DemandProfile demand = item.profile().demand();
        LeadTime leadTime = item.profile().supply().leadTime().orElseThrow();
        Figure perDay = demand.meanPerDayFigure();
        Figure sdPerDay = demand.sdPerDayFigure();
        return new SizingFacts(
                item,
                leadTime,
                perDay,
                sdPerDay,
                leadTime.meanFigure(),
                leadTime.sdFigure(),
                Skewness.ofDay(demand, perDay, stableBuckets(demand, perDay.value())),
                CycleTarget.lot(item).filter(figure -> figure.value() > 0));
    }

    DemandProfile demand() {
        return item.profile().demand();
    }

    SupplySignals supplySignals() {
        return item.profile().supply().signals();
    }

    Bucket bucket() {
        return demand().history().bucket();
    }

    /** The node that counts the buckets and names their rows. */
    Figure buckets() {
        return perDay.because().isEmpty() || !(perDay.because().get(0) instanceof Figure figure)
                ? demand().bucketsFigure()
                : figure;
    }

    /** Whether demand is irregular in time. */
    boolean sporadic() {
        return demand().demandClass() == DemandClass.INTERMITTENT || demand().demandClass() == DemandClass.LUMPY;
    }

    /** Whether only whole pieces are ordered; false without a history. */
    boolean wholePieces() {
        DemandHistory history = demand().history();
        for (int i = 0; i < history.length(); i++) {
            if (history.pieces(i) != Math.rint(history.pieces(i))) {
                return false;
            }
        }
        return history.length() > 0;
    }

    /**
     * Demand of the buckets in stable stretches, oldest first, pieces. Where stock-outs hid a part of the demand, all are
     * scaled to the estimated mean.
     */
    double[] stableBuckets() {
        return stableBuckets(demand(), perDay.value());
    }

    private static double[] stableBuckets(DemandProfile demand, double perDay) {
        double[] all = demand.history().toArray();
        if (demand.signals().stretches().list().isEmpty()) {
            return uncensored(all, demand, perDay);
        }
        double[] stable = new double[all.length];
        int count = 0;
        LocalDate start = demand.history().firstBucket();
        for (double pieces : all) {
            if (stable(demand, start)) {
                stable[count++] = pieces;
            }
            start = demand.history().bucket().next(start);
        }
        return uncensored(Arrays.copyOf(stable, count), demand, perDay);
    }

    private static double[] uncensored(double[] buckets, DemandProfile demand, double perDay) {
        double observed = Arrays.stream(buckets).average().orElse(0);
        if (demand.signals().censoring().isEmpty() || !(observed > 0)) {
            return buckets;
        }
        double factor = perDay * demand.history().bucket().days() / observed;
        return Arrays.stream(buckets).map(pieces -> pieces * factor).toArray();
    }

    /** Whether a bucket of the history that starts on a day lies outside all disrupted stretches. */
    boolean stable(LocalDate start) {
        return stable(demand(), start);
    }

    private static boolean stable(DemandProfile demand, LocalDate start) {
        for (Stretch stretch : demand.signals().stretches().list()) {
            if (stretch.regime() == Regime.DISRUPTED
                    && !start.isBefore(stretch.from())
                    && !start.isAfter(stretch.to())) {
                return false;
            }
        }
        return true;
    }
}
