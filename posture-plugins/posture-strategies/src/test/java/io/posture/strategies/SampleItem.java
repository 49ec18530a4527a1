package io.posture.strategies;

import io.posture.api.Bucket;
import io.posture.api.Confidence;
import io.posture.api.DemandClass;
import io.posture.api.DemandHistory;
import io.posture.api.DemandProfile;
import io.posture.api.EarlierRisk;
import io.posture.api.Item;
import io.posture.api.ItemId;
import io.posture.api.ItemProfile;
import io.posture.api.ItemState;
import io.posture.api.ItemType;
import io.posture.api.LeadTime;
import io.posture.api.RowRefs;
import io.posture.api.Segment;
import io.posture.api.SegmentedItem;
import io.posture.api.Service;
import io.posture.api.SizedItem;
import io.posture.api.SourcingLink;
import io.posture.api.StockPosition;
import io.posture.api.Supplier;
import io.posture.api.SupplyProfile;
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

/** An item that passes every lean test, value class A; a test changes what it is about and then calls {@link #sized}. */
final class SampleItem {

    ItemState state = ItemState.ACTIVE;
    ItemType type = ItemType.COMPONENT;
    boolean criticalSpare;
    boolean internalSupply;
    DemandClass demandClass = DemandClass.SMOOTH;
    Bucket bucket = Bucket.WEEK;
    int buckets = 104;
    double perDay = 10;
    OptionalDouble monthlyCv = OptionalDouble.of(0.2);
    boolean seasonal;
    double leadDays = 5;
    double leadSdDays = 0.5;
    Confidence leadConfidence = Confidence.HIGH;
    String leadPool = "own";
    boolean leadTimeKnown = true;
    int receipts = 40;
    List<Double> shares = List.of(0.6, 0.4);
    List<Double> otifLowers = List.of(0.95, 0.95);
    List<String> countries = List.of("DE", "FR");
    OptionalDouble shelfLifeDays = OptionalDouble.empty();
    OptionalDouble multiple = OptionalDouble.empty();
    OptionalDouble moq = OptionalDouble.empty();
    OptionalDouble unitCost = OptionalDouble.of(12);
    OptionalDouble shortageCost = OptionalDouble.empty();
    double adi = 1;
    String hml = "M";
    String perishability = Segment.NONE;
    String abc = "A";
    String risk = "LOW";
    double riskScore = 27.4;
    OptionalDouble criticality = OptionalDouble.of(30);
    double sri = 25;
    double sriLow = 25;
    double sriHigh = 25;
    Map<String, Double> components = new LinkedHashMap<>(Map.of(
            "sriSource",
            0.36,
            "sriRegion",
            0.36,
            "sriGeopolitical",
            0.05,
            "sriLeadTime",
            0.0,
            "sriLeadTimeCv",
            0.2,
            "sriOtif",
            0.1,
            "sriFinancial",
            0.1,
            "sriTier2",
            0.2));
    String sourcing = "MULTI_SOURCE";
    String sourcingText = "2 suppliers with 2 plants in 2 countries (DE, FR), at most 60 % from one plant";
    int alternates;
    Explanation safetyStock = stock(20.4, 75.2);
    Explanation lot = Figure.input(SizedItem.ORDER_QUANTITY, 341.76, Unit.PIECES);
    Optional<Explanation> stockpile = Optional.empty();
    OptionalDouble strategicToday = OptionalDouble.empty();
    double regulatory;
    Optional<EarlierRisk> earlierRisk = Optional.empty();

    static Figure stock(double pieces, double reorderPoint) {
        return Figure.of(
                SizedItem.SAFETY_STOCK,
                pieces,
                Unit.PIECES,
                new Origin.Formula("test.1", "given", "test"),
                Figure.input("reorderPoint", reorderPoint, Unit.PIECES));
    }

    SizedItem sized() {
        Map<String, Segment> segments = new LinkedHashMap<>();
        segments.put("abc", Segment.of(abc, Finding.input("abc", abc)));
        segments.put("criticality", criticalitySegment());
        segments.put("sourcing", sourcingSegment());
        segments.put("mro", Segment.of(mro(), Finding.input("mro", mro())));
        segments.put("hml", Segment.of(hml, Finding.input("hml", hml)));
        segments.put("perishability", perishabilitySegment());
        segments.put("sri", sriSegment());
        segments.put("risk", riskSegment());
        Map<String, Explanation> sizes = new LinkedHashMap<>();
        sizes.put(SizedItem.ORDER_QUANTITY, lot);
        sizes.put(SizedItem.SAFETY_STOCK, safetyStock);
        stockpile.ifPresent(pile -> sizes.put(SizedItem.STOCKPILE, pile));
        return new SizedItem(new SegmentedItem(profile(), segments), sizes);
    }

    private String mro() {
        return type != ItemType.MRO ? Segment.NONE : criticalSpare ? "CRITICAL_SPARE" : "MRO";
    }

    private Segment perishabilitySegment() {
        List<Figure> usable = shelfLifeDays.isPresent()
                ? List.of(Figure.input("usableLifeDays", 0.8 * shelfLifeDays.getAsDouble(), Unit.DAYS))
                : List.of();
        return new Segment(perishability, usable, Finding.input("perishability", perishability));
    }

    private Segment criticalitySegment() {
        if (criticality.isEmpty()) {
            return new Segment(
                    "E",
                    List.of(Figure.input("assumedCriticality", 55, Unit.SCORE)),
                    Finding.input("criticality", "E"));
        }
        double score = criticality.getAsDouble();
        String code = score >= 70 ? "V" : score >= 40 ? "E" : "D";
        return new Segment(
                code, List.of(Figure.input("criticality", score, Unit.SCORE)), Finding.input("criticality", code));
    }

    private Segment sourcingSegment() {
        return new Segment(
                sourcing,
                List.of(Figure.input("independentAlternates", alternates, Unit.COUNT)),
                Finding.of(
                        "sourcing",
                        sourcing,
                        new Origin.Input("sourcing", ""),
                        Finding.input("sourcingText", sourcingText)));
    }

    private Segment sriSegment() {
        List<Figure> scores = new ArrayList<>(List.of(
                Figure.input("sri", sri, Unit.SCORE),
                Figure.input("sriLow", sriLow, Unit.SCORE),
                Figure.input("sriHigh", sriHigh, Unit.SCORE)));
        components.forEach((name, value) -> scores.add(Figure.of(
                name, value, Unit.SHARE, new Origin.Input(name, ""), Figure.input("weight", 0.2, Unit.SHARE))));
        return new Segment("CONFIRMED", scores, Finding.input("supplierRiskIndex", "CONFIRMED"));
    }

    private Segment riskSegment() {
        return new Segment(
                risk,
                List.of(Figure.input("risk", riskScore, Unit.SCORE)),
                Finding.of(
                        "riskLevel",
                        risk,
                        new Origin.Input("risk", ""),
                        Figure.of("high", 60, Unit.SCORE, new Origin.Parameter("risk", "high")),
                        Figure.of("medium", 40, Unit.SCORE, new Origin.Parameter("risk", "medium"))));
    }

    private ItemProfile profile() {
        DemandProfile demand = new DemandProfile(
                DemandHistory.of(LocalDate.of(2024, 1, 1), bucket, new double[buckets]),
                demandClass,
                perDay,
                OptionalDouble.of(3),
                OptionalDouble.of(adi),
                OptionalDouble.of(0.1),
                2 * perDay,
                24,
                monthlyCv,
                seasonal,
                365 * perDay,
                OptionalInt.of(1),
                0,
                RowRefs.of("demand.csv", 2));
        Optional<LeadTime> leadTime = leadTimeKnown ? Optional.of(leadTime()) : Optional.empty();
        return new ItemProfile(
                item(),
                state,
                demand,
                new SupplyProfile(links(leadTime), leadTime, receipts, 0),
                new StockPosition(
                        OptionalDouble.empty(),
                        strategicToday.orElse(0),
                        0,
                        strategicToday.isPresent(),
                        regulatory,
                        RowRefs.NONE),
                Optional.empty(),
                earlierRisk,
                Optional.empty());
    }

    private List<SourcingLink> links(Optional<LeadTime> leadTime) {
        List<SourcingLink> links = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            double lower = otifLowers.get(i);
            links.add(new SourcingLink(
                    supplier("s" + i, countries.get(i)),
                    shares.get(i),
                    true,
                    leadTime,
                    lower < 0
                            ? Optional.empty()
                            : Optional.of(new Service(0.97, lower, 0.99, 29, 30, "supplier", 0.96, RowRefs.NONE)),
                    OptionalDouble.empty(),
                    List.of(),
                    moq,
                    multiple));
        }
        return links;
    }

    private LeadTime leadTime() {
        boolean assumed = leadConfidence == Confidence.ASSUMED;
        return new LeadTime(
                leadDays,
                leadSdDays,
                assumed ? 0 : 12,
                assumed ? OptionalDouble.empty() : OptionalDouble.of(leadDays),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                leadPool,
                leadDays,
                1,
                leadConfidence,
                RowRefs.of("receipts.csv", 2));
    }

    private static Supplier supplier(String key, String country) {
        return new Supplier() {
            @Override
            public String id() {
                return key;
            }

            @Override
            public String country() {
                return country;
            }
        };
    }

    private Item item() {
        SampleItem sample = this;
        return new Item() {
            @Override
            public ItemId id() {
                return ItemId.of("part");
            }

            @Override
            public OptionalDouble unitCost() {
                return sample.unitCost;
            }

            @Override
            public OptionalDouble shortageCost() {
                return sample.shortageCost;
            }

            @Override
            public boolean internalSupply() {
                return sample.internalSupply;
            }
        };
    }
}
