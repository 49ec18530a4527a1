package io.posture.io.run;

import io.posture.api.Bucket;
import io.posture.api.Censoring;
import io.posture.api.DemandClass;
import io.posture.api.DemandHistory;
import io.posture.api.DemandProfile;
import io.posture.api.DemandSignals;
import io.posture.api.ItemId;
import io.posture.api.ItemProfile;
import io.posture.api.ItemState;
import io.posture.api.Outcome;
import io.posture.api.Outlier;
import io.posture.api.Posture;
import io.posture.api.PostureDecision;
import io.posture.api.Regime;
import io.posture.api.RowRefs;
import io.posture.api.Segment;
import io.posture.api.SegmentedItem;
import io.posture.api.SizedItem;
import io.posture.api.StockPosition;
import io.posture.api.Stretch;
import io.posture.api.Stretches;
import io.posture.api.SupplyProfile;
import io.posture.api.Trend;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Unit;
import io.posture.io.ItemLocation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** A decided item with the reason trees that a test wants; its safety stock is 5, its reorder point 12, its lot 4. */
final class Decided {

    private final ItemId id;
    private final List<Explanation> because = new ArrayList<>();
    private final List<Explanation> stock = new ArrayList<>();
    private final Map<String, Segment> segments = new LinkedHashMap<>();
    private Posture posture = Posture.HYBRID;
    private String policy = "SAFETY_STOCK";
    private DemandSignals signals = DemandSignals.NONE;
    private ItemLocation location = ItemLocation.UNKNOWN;
    private double stockPieces = 5;
    private double deadband;
    private double reorderPieces = 12;

    private Decided(ItemId id) {
        this.id = id;
    }

    static Decided item(String sku) {
        return new Decided(ItemId.of(sku));
    }

    Decided posture(Posture code, String recommended) {
        posture = code;
        policy = recommended;
        return this;
    }

    /** Steps of the decision. */
    Decided because(Explanation... nodes) {
        because.addAll(List.of(nodes));
        return this;
    }

    /** What the safety stock was made from. */
    Decided stock(Explanation... nodes) {
        stock.addAll(List.of(nodes));
        return this;
    }

    Decided segment(String step, String code, Explanation... nodes) {
        List<Figure> figures = List.of(nodes).stream()
                .filter(Figure.class::isInstance)
                .map(Figure.class::cast)
                .toList();
        segments.put(step, new Segment(code, figures, Finding.of(step, code, SmallRun.RULE, nodes)));
        return this;
    }

    Decided safetyStock(double pieces) {
        stockPieces = pieces;
        return this;
    }

    Decided reorderPoint(double pieces) {
        reorderPieces = pieces;
        return this;
    }

    /** Quantities move only when they differ by more than this share. */
    Decided deadband(double share) {
        deadband = share;
        return this;
    }

    /** The user's system holds this today. */
    Decided held(ItemLocation today) {
        location = today;
        return this;
    }

    /** A history with a rising trend, a disrupted stretch, an outlier and stock-outs. */
    Decided eventful() {
        LocalDate start = LocalDate.of(2025, 1, 6);
        signals = new DemandSignals(
                Optional.of(new Trend(2.5, 0.0124, 0.25, true)),
                Optional.empty(),
                List.of(new Outlier(start.plusWeeks(3), 95, 16.2)),
                new Stretches(
                        List.of(
                                new Stretch(
                                        Regime.STABLE,
                                        start,
                                        start.plusWeeks(30).minusDays(1),
                                        30,
                                        4,
                                        1.5),
                                new Stretch(
                                        Regime.DISRUPTED,
                                        start.plusWeeks(30),
                                        start.plusWeeks(40).minusDays(1),
                                        10,
                                        9.25,
                                        3.5)),
                        true,
                        false,
                        Optional.of(start.plusWeeks(38)),
                        Optional.of(new Stretches.Disrupted(9.25, 3.5, 0.25))),
                Optional.of(new Censoring("POISSON", 3, 3.5, OptionalDouble.of(4.0), OptionalDouble.empty())),
                Optional.empty());
        return this;
    }

    static Figure figure(String name, double value, Explanation... nodes) {
        return Figure.of(name, value, Unit.NONE, SmallRun.RULE, nodes);
    }

    static Finding finding(String name, String value, Explanation... nodes) {
        return Finding.of(name, value, SmallRun.RULE, nodes);
    }

    ItemResult result() {
        return new ItemResult(outcome(), 0.25, deadband, location, Optional.empty());
    }

    Outcome outcome() {
        Figure safetyStock = figure("safetyStock", stockPieces, stock.toArray(Explanation[]::new));
        SizedItem sized = new SizedItem(
                new SegmentedItem(profile(), segments),
                Map.of(SizedItem.SAFETY_STOCK, safetyStock, SizedItem.ORDER_QUANTITY, figure("orderQuantity", 4)));
        return new Outcome.Decided(
                sized,
                new PostureDecision(
                        id,
                        posture,
                        policy,
                        "FIXTURE",
                        "Because the test says so.",
                        safetyStock,
                        PostureDecision.STRATEGIC_STOCK_NOT_SIZED,
                        figure("reorderPoint", reorderPieces),
                        figure("orderQuantity", 4),
                        because,
                        List.of()));
    }

    private ItemProfile profile() {
        return new ItemProfile(
                new SmallRun.Costed(id, OptionalDouble.of(2)),
                ItemState.ACTIVE,
                new DemandProfile(
                        DemandHistory.of(LocalDate.of(2025, 1, 6), Bucket.WEEK, new double[40]),
                        DemandClass.SMOOTH,
                        4,
                        OptionalDouble.of(1.5),
                        OptionalDouble.of(1),
                        OptionalDouble.of(0.1),
                        5,
                        9,
                        OptionalDouble.empty(),
                        false,
                        1460,
                        OptionalInt.of(1),
                        0,
                        RowRefs.NONE,
                        signals),
                SupplyProfile.UNKNOWN,
                StockPosition.UNKNOWN);
    }
}
