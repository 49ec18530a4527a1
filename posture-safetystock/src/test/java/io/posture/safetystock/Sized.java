package io.posture.safetystock;

import io.posture.api.Bucket;
import io.posture.api.Confidence;
import io.posture.api.DemandClass;
import io.posture.api.DemandHistory;
import io.posture.api.DemandProfile;
import io.posture.api.Item;
import io.posture.api.ItemId;
import io.posture.api.ItemProfile;
import io.posture.api.ItemState;
import io.posture.api.LeadTime;
import io.posture.api.RowRefs;
import io.posture.api.Segment;
import io.posture.api.SegmentedItem;
import io.posture.api.SizedItem;
import io.posture.api.SourcingLink;
import io.posture.api.StockPosition;
import io.posture.api.Supplier;
import io.posture.api.SupplyProfile;
import io.posture.explain.Explanation;
import io.posture.explain.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** An item for the tests; each method returns a changed copy. */
record Sized(
        DemandProfile demand,
        Optional<LeadTime> leadTime,
        OptionalDouble unitCost,
        OptionalDouble carryingRate,
        OptionalDouble orderCost,
        OptionalDouble shortageCost,
        OptionalDouble shelfLifeDays,
        OptionalDouble moq,
        OptionalDouble multiple,
        String abc,
        String ved) {

    private static final OptionalDouble NONE = OptionalDouble.empty();

    /** DOMAIN M: L = 112 d, sL = 11.2, d = 20, sd = 6, c = 40, i = 0.25, K = 80, p = 100. */
    static Sized flagship() {
        return plain(20, 6, 112, 11.2).costs(40, 80).shortage(100);
    }

    /** DOMAIN M: L = 5 d, CV 0.15, d = 50, sd = 8, c = 12, i = 0.25, K = 15, p = 4. */
    static Sized localPart() {
        return plain(50, 8, 5, 0.75).costs(12, 15).shortage(4);
    }

    static Sized plain(double perDay, double sdPerDay, double leadDays, double leadSdDays) {
        DemandProfile demand = demand(
                perDay, OptionalDouble.of(sdPerDay), perDay > 0 ? DemandClass.SMOOTH : DemandClass.NO_DEMAND, 104);
        return new Sized(
                demand,
                Optional.of(leadTime(leadDays, leadSdDays)),
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                "A",
                "E");
    }

    Sized costs(double cost, double perOrder) {
        return new Sized(
                demand,
                leadTime,
                OptionalDouble.of(cost),
                OptionalDouble.of(0.25),
                OptionalDouble.of(perOrder),
                shortageCost,
                shelfLifeDays,
                moq,
                multiple,
                abc,
                ved);
    }

    Sized rate(OptionalDouble rate) {
        return new Sized(
                demand, leadTime, unitCost, rate, orderCost, shortageCost, shelfLifeDays, moq, multiple, abc, ved);
    }

    Sized shortage(double perPiece) {
        return new Sized(
                demand,
                leadTime,
                unitCost,
                carryingRate,
                orderCost,
                OptionalDouble.of(perPiece),
                shelfLifeDays,
                moq,
                multiple,
                abc,
                ved);
    }

    Sized limits(OptionalDouble shelfLife, OptionalDouble smallestOrder, OptionalDouble lotMultiple) {
        return new Sized(
                demand,
                leadTime,
                unitCost,
                carryingRate,
                orderCost,
                shortageCost,
                shelfLife,
                smallestOrder,
                lotMultiple,
                abc,
                ved);
    }

    Sized classes(String abcCode, String vedCode) {
        return new Sized(
                demand,
                leadTime,
                unitCost,
                carryingRate,
                orderCost,
                shortageCost,
                shelfLifeDays,
                moq,
                multiple,
                abcCode,
                vedCode);
    }

    Sized demand(DemandProfile other) {
        return new Sized(
                other,
                leadTime,
                unitCost,
                carryingRate,
                orderCost,
                shortageCost,
                shelfLifeDays,
                moq,
                multiple,
                abc,
                ved);
    }

    Sized leadTime(Optional<LeadTime> other) {
        return new Sized(
                demand, other, unitCost, carryingRate, orderCost, shortageCost, shelfLifeDays, moq, multiple, abc, ved);
    }

    static DemandProfile demand(double perDay, OptionalDouble sdPerDay, DemandClass demandClass, int buckets) {
        return new DemandProfile(
                DemandHistory.of(LocalDate.of(2024, 1, 1), Bucket.WEEK, new double[buckets]),
                demandClass,
                perDay,
                sdPerDay,
                NONE,
                NONE,
                2 * perDay,
                24,
                NONE,
                false,
                perDay * 365,
                OptionalInt.of(1),
                0,
                RowRefs.of("demand.csv", 2));
    }

    static LeadTime leadTime(double meanDays, double sdDays) {
        return new LeadTime(
                meanDays,
                sdDays,
                9,
                OptionalDouble.of(meanDays),
                OptionalDouble.of(sdDays),
                OptionalDouble.of(meanDays + 4),
                "own",
                meanDays,
                1,
                Confidence.HIGH,
                RowRefs.of("receipts.csv", 3));
    }

    /** With the order quantity that the shipped formula gives it. */
    SizedItem item() {
        SizedItem unsized = item(Map.of());
        return item(Map.of(SizedItem.ORDER_QUANTITY, new EoqFormula(EoqFormula.Config.DEFAULTS).compute(unsized)));
    }

    SizedItem item(Map<String, Explanation> sizes) {
        Sized values = this;
        Item item = new Item() {
            @Override
            public ItemId id() {
                return ItemId.of("part");
            }

            @Override
            public OptionalDouble unitCost() {
                return values.unitCost;
            }

            @Override
            public OptionalDouble carryingRate() {
                return values.carryingRate;
            }

            @Override
            public OptionalDouble orderCost() {
                return values.orderCost;
            }

            @Override
            public OptionalDouble shortageCost() {
                return values.shortageCost;
            }

            @Override
            public OptionalDouble shelfLifeDays() {
                return values.shelfLifeDays;
            }
        };
        Supplier supplier = () -> "maker";
        SourcingLink link =
                new SourcingLink(supplier, 1, true, leadTime, Optional.empty(), NONE, List.of(), moq, multiple);
        ItemProfile profile = new ItemProfile(
                item,
                ItemState.ACTIVE,
                demand,
                new SupplyProfile(List.of(link), leadTime, 9, 0),
                StockPosition.UNKNOWN);
        Map<String, Segment> segments = Map.of(
                "abc", Segment.of(abc, Finding.input("abc", abc)),
                "criticality", Segment.of(ved, Finding.input("criticality", ved)));
        return new SizedItem(new SegmentedItem(profile, segments), sizes);
    }
}
