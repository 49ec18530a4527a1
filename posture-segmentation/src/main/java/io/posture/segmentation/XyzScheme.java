package io.posture.segmentation;

import io.posture.api.DemandProfile;
import io.posture.api.Segment;
import io.posture.api.SegmentedItem;
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

/** Steadiness classes by the coefficient of variation of monthly demand: X steady, Y changing, Z erratic or unknown. */
final class XyzScheme implements Segmenter {

    private static final long serialVersionUID = 1;

    static final Origin.Formula FORMULA = new Origin.Formula(
            "seg.xyz.1",
            "X if CV of monthly demand <= x, Y if <= y, else Z; unknown CV is Z",
            "Scholz-Reiter et al. 2012");

    private static final Origin.Formula CV =
            new Origin.Formula("demand.stats.1", "sample sd / mean of monthly demand", "DOMAIN A.2, C.2");

    private final Config config;
    private final Figure x;
    private final Figure y;

    private XyzScheme(Config config) {
        this.config = config;
        this.x = Setting.figure("xyz", "x", config.x, Unit.NONE);
        this.y = Setting.figure("xyz", "y", config.y, Unit.NONE);
    }

    /** Cut-offs. */
    record Config(
            @Doc("largest CV of monthly demand of class X, above 0")
            double x,

            @Doc("largest CV of monthly demand of class Y, above x")
            double y,

            @Doc("full months below which the class is Z with low confidence, at least 2")
            int minimumMonths)
            implements Serializable {

        static final Config DEFAULTS = new Config(0.5, 1.0, 6);

        Config {
            if (!(0 < x && x < y && y < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("need 0 < x < y, were x=" + x + ", y=" + y);
            }
            if (minimumMonths < 2) {
                throw new IllegalArgumentException("minimumMonths must be at least 2, was " + minimumMonths);
            }
        }
    }

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("coefficient of variation of monthly demand, at least 0; absent if unknown")
            OptionalDouble cv) {

        Inputs {
            cv.ifPresent(value -> Require.notNegative("cv", value));
        }
    }

    /** The class. */
    record Result(@Key("class") String code) {}

    /** Class with the default cut-offs. */
    static Result classOf(Inputs inputs) {
        return new Result(code(inputs.cv(), Config.DEFAULTS));
    }

    static SegmentationScheme of(Config config) {
        return SegmentationScheme.perItem(new XyzScheme(config));
    }

    private static String code(OptionalDouble cv, Config config) {
        if (cv.isEmpty() || cv.getAsDouble() > config.y) {
            return "Z";
        }
        return cv.getAsDouble() <= config.x ? "X" : "Y";
    }

    @Override
    public Segment classify(SegmentedItem item) {
        DemandProfile demand = item.profile().demand();
        Figure months = Figure.of(
                "months",
                demand.months(),
                Unit.COUNT,
                new Origin.Input("demand.quantity", demand.rows().toString()));
        List<Figure> scores = new ArrayList<>(1);
        List<Explanation> because = new ArrayList<>(5);
        if (demand.monthlyCv().isPresent()) {
            Figure cv = Figure.of("monthlyCv", demand.monthlyCv().getAsDouble(), Unit.NONE, CV, months);
            scores.add(cv);
            because.add(cv);
        } else {
            because.add(Finding.unknown("monthlyCv", "deliver two or more full months with demand"));
            because.add(months);
        }
        because.add(x);
        because.add(y);

        boolean tooShort = demand.months() < config.minimumMonths;
        if (tooShort) {
            because.add(Finding.of(
                    "confidence",
                    "LOW",
                    new Origin.Assumption(
                            "fewer than " + config.minimumMonths + " full months: taken as Z",
                            "deliver a longer demand history"),
                    Setting.figure("xyz", "minimumMonths", config.minimumMonths, Unit.COUNT)));
        }
        String code = tooShort ? "Z" : code(demand.monthlyCv(), config);
        return new Segment(code, scores, new Finding("xyz", code, FORMULA, because));
    }
}
