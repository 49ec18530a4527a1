package io.posture.segmentation;

import io.posture.api.DemandProfile;
import io.posture.api.Segment;
import io.posture.api.SegmentedItem;
import io.posture.api.StockPosition;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import io.posture.spi.Key;
import io.posture.spi.SegmentationScheme;
import io.posture.spi.Segmenter;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Movement classes by stock turnover: F fast, S slow, N not moving. Strategic stock is left out of the stock, or the
 * buffer itself would make its item look as if it did not move.
 */
final class FsnScheme implements Segmenter {

    private static final long serialVersionUID = 1;

    static final Origin.Formula FORMULA = new Origin.Formula(
            "seg.fsn.1",
            "N if no issue for a year; else F if turnover >= fast, S if >= slow, N below; no stock is F",
            "Gopalakrishnan & Sundaresan 1977");

    private static final Origin.Formula TURNOVER = new Origin.Formula(
            "seg.fsn.turnover.1", "issues of a year / (average stock - strategic stock)", "DOMAIN C.3");
    private static final Finding SNAPSHOT = Finding.of(
            "averageStock",
            "stock on hand",
            new Origin.Assumption(
                    "one count of stock stands in for its average over the year", "deliver stock for more dates"));
    private static final double YEAR_DAYS = 365;

    private final Config config;
    private final Figure fast;
    private final Figure slow;

    private FsnScheme(Config config) {
        this.config = config;
        this.fast = Setting.figure("fsn", "fast", config.fast, Unit.NONE);
        this.slow = Setting.figure("fsn", "slow", config.slow, Unit.NONE);
    }

    /** Cut-offs. */
    record Config(
            @Doc("turns a year from which an item is fast, above slow")
            double fast,

            @Doc("turns a year from which an item is slow and not N, above 0")
            double slow)
            implements Serializable {

        static final Config DEFAULTS = new Config(3, 1);

        Config {
            if (!(0 < slow && slow < fast && fast < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("need 0 < slow < fast, were slow=" + slow + ", fast=" + fast);
            }
        }
    }

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("pieces issued in a year, at least 0") double annualIssues,
            @Doc("average stock, pieces, at least 0") double averageStock,

            @Doc("strategic stock in it, pieces, at least 0")
            double strategicStock,

            @Doc("days since the last issue; absent if there never was one")
            OptionalDouble daysSinceLastIssue) {

        Inputs {
            Require.notNegative("annualIssues", annualIssues);
            Require.notNegative("averageStock", averageStock);
            Require.notNegative("strategicStock", strategicStock);
        }
    }

    /** Turns a year, absent without operating stock, and the class. */
    record Result(OptionalDouble turnover, @Key("class") String code) {}

    /** Class with the default cut-offs. */
    static Result classOf(Inputs inputs) {
        OptionalDouble turnover = turnover(inputs.annualIssues, inputs.averageStock, inputs.strategicStock);
        boolean still = still(inputs.annualIssues, inputs.daysSinceLastIssue);
        return new Result(turnover, still ? "N" : code(turnover, Config.DEFAULTS));
    }

    /** Turns a year; empty without operating stock. */
    static OptionalDouble turnover(double annualIssues, double averageStock, double strategicStock) {
        double operating = Math.max(0, averageStock - strategicStock);
        return operating == 0 ? OptionalDouble.empty() : OptionalDouble.of(annualIssues / operating);
    }

    static SegmentationScheme of(Config config) {
        return SegmentationScheme.perItem(new FsnScheme(config));
    }

    private static boolean still(double annualIssues, OptionalDouble daysSinceLastIssue) {
        return annualIssues <= 0 || daysSinceLastIssue.isEmpty() || daysSinceLastIssue.getAsDouble() > YEAR_DAYS;
    }

    private static String code(OptionalDouble turnover, Config config) {
        if (turnover.isEmpty() || turnover.getAsDouble() >= config.fast) {
            return "F";
        }
        return turnover.getAsDouble() >= config.slow ? "S" : "N";
    }

    @Override
    public Segment classify(SegmentedItem item) {
        DemandProfile demand = item.profile().demand();
        StockPosition stock = item.profile().stock();
        Origin.Input demandRows =
                new Origin.Input("demand.quantity", demand.rows().toString());
        List<Explanation> because = new ArrayList<>();
        because.add(Figure.of("annualIssues", demand.annualIssues(), Unit.PIECES_PER_YEAR, demandRows));
        OptionalInt idle = demand.daysSinceLastIssue();
        if (idle.isPresent()) {
            because.add(Figure.of("daysSinceLastIssue", idle.getAsInt(), Unit.DAYS, demandRows));
        } else {
            because.add(Finding.of("daysSinceLastIssue", "never issued", demandRows));
        }
        if (still(
                demand.annualIssues(),
                idle.isPresent() ? OptionalDouble.of(idle.getAsInt()) : OptionalDouble.empty())) {
            return Segment.of("N", new Finding("fsn", "N", FORMULA, because));
        }
        if (stock.usablePieces().isEmpty()) {
            because.add(Finding.unknown("usableStock", "deliver the stock table"));
            return Segment.of(Segment.NONE, new Finding("fsn", Segment.NONE, FORMULA, because));
        }
        Origin.Input stockRows = new Origin.Input("stock.quantity", stock.rows().toString());
        double usable = stock.usablePieces().getAsDouble();
        Figure onHand = Figure.of("usableStock", usable, Unit.PIECES, stockRows);
        Figure strategic = Figure.of("strategicStock", stock.strategicPieces(), Unit.PIECES, stockRows);
        OptionalDouble turnover = turnover(demand.annualIssues(), usable, stock.strategicPieces());
        List<Figure> scores = new ArrayList<>();
        if (turnover.isPresent()) {
            Figure turns = Figure.of(
                    "turnover",
                    turnover.getAsDouble(),
                    Unit.NONE,
                    TURNOVER,
                    because.get(0),
                    onHand,
                    strategic,
                    SNAPSHOT);
            scores.add(turns);
            because.add(turns);
        } else {
            because.addAll(List.of(onHand, strategic, SNAPSHOT));
        }
        because.add(fast);
        because.add(slow);
        String code = code(turnover, config);
        return new Segment(code, scores, new Finding("fsn", code, FORMULA, because));
    }
}
