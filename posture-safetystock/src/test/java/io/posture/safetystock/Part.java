package io.posture.safetystock;

import io.posture.api.Analogue;
import io.posture.api.Bucket;
import io.posture.api.Censoring;
import io.posture.api.DemandClass;
import io.posture.api.DemandHistory;
import io.posture.api.DemandProfile;
import io.posture.api.DemandSignals;
import io.posture.api.Item;
import io.posture.api.ItemId;
import io.posture.api.ItemProfile;
import io.posture.api.ItemState;
import io.posture.api.LeadTime;
import io.posture.api.RowRefs;
import io.posture.api.Season;
import io.posture.api.Segment;
import io.posture.api.SegmentedItem;
import io.posture.api.SizedItem;
import io.posture.api.StockPosition;
import io.posture.api.Stretches;
import io.posture.api.SupplyProfile;
import io.posture.api.SupplySignals;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Unit;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** An item with a history for the tests; each method returns a changed copy. */
record Part(
        String sku,
        DemandClass demandClass,
        DemandHistory buckets,
        OptionalDouble perDay,
        OptionalDouble sdPerDay,
        DemandSignals signals,
        LeadTime leadTime,
        SupplySignals supplySignals,
        OptionalDouble lot,
        String ved) {

    static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

    /** Smooth demand of 2.5 pieces a bucket more or less, so that it is no item of whole pieces. */
    static Part smooth(double perDay, double sdPerDay, double leadDays, double leadSdDays) {
        double[] buckets = new double[104];
        Arrays.fill(buckets, 2.5);
        return new Part(
                "part",
                DemandClass.SMOOTH,
                weeks(buckets),
                OptionalDouble.of(perDay),
                OptionalDouble.of(sdPerDay),
                DemandSignals.NONE,
                Sized.leadTime(leadDays, leadSdDays),
                SupplySignals.NONE,
                OptionalDouble.empty(),
                "E");
    }

    /** Demand of these buckets, with their mean and deviation. */
    static Part of(DemandClass demandClass, double leadDays, double leadSdDays, double... buckets) {
        double mean = Arrays.stream(buckets).average().orElseThrow();
        double squares =
                Arrays.stream(buckets).map(x -> (x - mean) * (x - mean)).sum();
        return smooth(mean / 7, Math.sqrt(squares / (buckets.length - 1) / 7), leadDays, leadSdDays)
                .buckets(demandClass, buckets);
    }

    static DemandHistory weeks(double... pieces) {
        return DemandHistory.of(FIRST, Bucket.WEEK, pieces);
    }

    Part buckets(DemandClass of, double... values) {
        return new Part(sku, of, weeks(values), perDay, sdPerDay, signals, leadTime, supplySignals, lot, ved);
    }

    Part named(String other) {
        return new Part(other, demandClass, buckets, perDay, sdPerDay, signals, leadTime, supplySignals, lot, ved);
    }

    Part lot(double pieces) {
        return new Part(
                sku,
                demandClass,
                buckets,
                perDay,
                sdPerDay,
                signals,
                leadTime,
                supplySignals,
                OptionalDouble.of(pieces),
                ved);
    }

    Part ved(String other) {
        return new Part(sku, demandClass, buckets, perDay, sdPerDay, signals, leadTime, supplySignals, lot, other);
    }

    Part signals(DemandSignals other) {
        return new Part(sku, demandClass, buckets, perDay, sdPerDay, other, leadTime, supplySignals, lot, ved);
    }

    Part season(Season season) {
        return signals(new DemandSignals(
                Optional.empty(), Optional.of(season), List.of(), Stretches.NONE, Optional.empty(), Optional.empty()));
    }

    Part analogue(Analogue analogue) {
        return signals(new DemandSignals(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Stretches.NONE,
                Optional.empty(),
                Optional.of(analogue)));
    }

    Part censoring(Censoring censoring) {
        return signals(new DemandSignals(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Stretches.NONE,
                Optional.of(censoring),
                Optional.empty()));
    }

    Part stretches(Stretches stretches) {
        return signals(new DemandSignals(
                Optional.empty(), Optional.empty(), List.of(), stretches, Optional.empty(), Optional.empty()));
    }

    Part leadTime(LeadTime other) {
        return new Part(sku, demandClass, buckets, perDay, sdPerDay, signals, other, supplySignals, lot, ved);
    }

    Part receipts(boolean lowerBound, Double... days) {
        return new Part(
                sku,
                demandClass,
                buckets,
                perDay,
                sdPerDay,
                signals,
                leadTime,
                new SupplySignals(
                        List.of(days),
                        0,
                        lowerBound,
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        0,
                        OptionalDouble.empty(),
                        Optional.empty(),
                        Stretches.NONE,
                        0),
                lot,
                ved);
    }

    SizedItem item() {
        DemandProfile demand = new DemandProfile(
                buckets,
                demandClass,
                perDay.orElse(0),
                sdPerDay,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                2 * perDay.orElse(0),
                24,
                OptionalDouble.empty(),
                signals.season().isPresent(),
                perDay.orElse(0) * 365,
                OptionalInt.of(1),
                0,
                RowRefs.of("demand.csv", 2),
                signals);
        String name = sku;
        Item master = () -> ItemId.of(name);
        ItemProfile profile = new ItemProfile(
                master,
                ItemState.ACTIVE,
                demand,
                new SupplyProfile(List.of(), Optional.of(leadTime), 9, 0, supplySignals),
                StockPosition.UNKNOWN);
        Map<String, Segment> segments = Map.of(
                "demand-class",
                Segment.of(demandClass.name(), Finding.input("demandClass", demandClass.name())),
                "criticality",
                Segment.of(ved, Finding.input("criticality", ved)));
        Map<String, Explanation> sizes = lot.isPresent()
                ? Map.of(SizedItem.ORDER_QUANTITY, Figure.input("orderQuantity", lot.getAsDouble(), Unit.PIECES))
                : Map.of();
        return new SizedItem(new SegmentedItem(profile, segments), sizes);
    }
}
