package io.posture.resilience.sizing;

import io.posture.api.Bucket;
import io.posture.api.Confidence;
import io.posture.api.DemandClass;
import io.posture.api.DemandHistory;
import io.posture.api.DemandProfile;
import io.posture.api.DisruptionLengths;
import io.posture.api.DisruptionLog;
import io.posture.api.EarlierPlan;
import io.posture.api.Item;
import io.posture.api.ItemId;
import io.posture.api.ItemProfile;
import io.posture.api.ItemState;
import io.posture.api.LeadTime;
import io.posture.api.LeadTimeEvidence;
import io.posture.api.RowRefs;
import io.posture.api.Segment;
import io.posture.api.SegmentedItem;
import io.posture.api.SizedItem;
import io.posture.api.SourceDisruptions;
import io.posture.api.SourceTerms;
import io.posture.api.SourcingLink;
import io.posture.api.StockPosition;
import io.posture.api.StockoutEvent;
import io.posture.api.Supplier;
import io.posture.api.SupplyProfile;
import io.posture.api.SupplySignals;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** The flagship component of the worked chain, DOMAIN M; a test changes what it is about. */
final class Part {

    static final OptionalDouble NONE = OptionalDouble.empty();

    ItemState state = ItemState.ACTIVE;
    String category = "";
    DemandClass demandClass = DemandClass.SMOOTH;
    double perDay = 20;
    OptionalDouble unitCost = OptionalDouble.of(40);
    OptionalDouble shortageCost = OptionalDouble.of(100);
    OptionalDouble shortageCostPerDay = NONE;
    OptionalDouble failuresPerYear = NONE;
    Optional<StockoutEvent> stockout = Optional.empty();
    OptionalDouble usableLifeDays = NONE;
    double safetyStock = 604.998;
    double leadDays = -1;
    double lot = 341.760;
    boolean projectDemand;
    boolean criticalSpare;
    boolean byDeviation = true;
    Optional<LocalDate> asOf = Optional.empty();
    Optional<EarlierPlan> earlierPlan = Optional.empty();
    String ved = "E";
    String sourcing = "SINGLE_SOURCE";
    StockPosition stock = StockPosition.UNKNOWN;
    DisruptionLog log = DisruptionLog.NONE;
    final List<SourcingLink> links = new ArrayList<>(
            List.of(link("sole", 1, NONE, SourceTerms.UNKNOWN, disruptions(5, List.of(20.0, 40.0), List.of()))));

    static SourceDisruptions disruptions(double years, List<Double> closed, List<Double> open) {
        return new SourceDisruptions(years, new DisruptionLengths(closed, open), RowRefs.of("events.csv", 2, 3));
    }

    static SourcingLink link(
            String id, double share, OptionalDouble recovery, SourceTerms terms, SourceDisruptions disruptions) {
        Supplier supplier = new Supplier() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public OptionalDouble recoveryDays() {
                return recovery;
            }
        };
        return new SourcingLink(
                supplier,
                share,
                true,
                Optional.empty(),
                Optional.empty(),
                NONE,
                List.of(),
                NONE,
                NONE,
                terms,
                disruptions);
    }

    SizedItem sized() {
        Map<String, Segment> segments = new LinkedHashMap<>();
        segments.put("sourcing", segment("sourcing", sourcing));
        segments.put("criticality", segment("criticality", ved));
        segments.put("mro", segment("mro", criticalSpare ? "CRITICAL_SPARE" : Segment.NONE));
        segments.put(
                "perishability",
                new Segment(
                        "NONE",
                        usableLifeDays.isPresent()
                                ? List.of(Figure.input("usableLifeDays", usableLifeDays.getAsDouble(), Unit.DAYS))
                                : List.of(),
                        Finding.input("perishability", "NONE")));
        Map<String, Explanation> sizes = new LinkedHashMap<>();
        sizes.put(SizedItem.ORDER_QUANTITY, Figure.input(SizedItem.ORDER_QUANTITY, lot, Unit.PIECES));
        Explanation warning = Finding.input("warning", projectDemand ? "PROJECT_DEMAND" : "OTHER");
        sizes.put(
                SizedItem.SAFETY_STOCK,
                Figure.of(
                        SizedItem.SAFETY_STOCK,
                        safetyStock,
                        Unit.PIECES,
                        new Origin.Formula("test.1", "given", "test"),
                        Figure.input(byDeviation ? "sigmaLtd" : "other", 232.826, Unit.PIECES),
                        warning));
        return new SizedItem(new SegmentedItem(profile(), segments), sizes);
    }

    private static Segment segment(String name, String code) {
        return Segment.of(code, Finding.input(name, code));
    }

    private ItemProfile profile() {
        DemandProfile demand = new DemandProfile(
                DemandHistory.of(LocalDate.of(2024, 1, 1), Bucket.WEEK, new double[104]),
                demandClass,
                perDay,
                OptionalDouble.of(6),
                OptionalDouble.of(1),
                OptionalDouble.of(0.1),
                2 * perDay,
                24,
                NONE,
                false,
                365 * perDay,
                OptionalInt.of(1),
                0,
                RowRefs.NONE);
        return new ItemProfile(
                item(),
                state,
                demand,
                new SupplyProfile(links, leadTime(), 0, 0, SupplySignals.NONE, LeadTimeEvidence.NONE, log),
                stock,
                asOf,
                Optional.empty(),
                earlierPlan);
    }

    private Optional<LeadTime> leadTime() {
        return leadDays < 0
                ? Optional.empty()
                : Optional.of(new LeadTime(
                        leadDays,
                        1,
                        12,
                        OptionalDouble.of(leadDays),
                        NONE,
                        NONE,
                        "own",
                        leadDays,
                        1,
                        Confidence.HIGH,
                        RowRefs.NONE));
    }

    private Item item() {
        Part part = this;
        return new Item() {
            @Override
            public ItemId id() {
                return ItemId.of("part");
            }

            @Override
            public String category() {
                return part.category;
            }

            @Override
            public OptionalDouble unitCost() {
                return part.unitCost;
            }

            @Override
            public OptionalDouble orderCost() {
                return OptionalDouble.of(80);
            }

            @Override
            public OptionalDouble shortageCost() {
                return part.shortageCost;
            }

            @Override
            public OptionalDouble shortageCostPerDay() {
                return part.shortageCostPerDay;
            }

            @Override
            public OptionalDouble failuresPerYear() {
                return part.failuresPerYear;
            }

            @Override
            public Optional<StockoutEvent> stockoutEvent() {
                return part.stockout;
            }
        };
    }
}
