package io.posture.segmentation;

import io.posture.api.Segment;
import io.posture.api.SegmentedItem;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import io.posture.spi.Doc;
import io.posture.spi.SegmentationScheme;
import io.posture.spi.Segmenter;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/** Quadrants of profit impact and supply risk: STRATEGIC, LEVERAGE, BOTTLENECK, NON_CRITICAL. */
final class KraljicScheme implements Segmenter {

    private static final long serialVersionUID = 1;

    static final Origin.Formula FORMULA = new Origin.Formula(
            "seg.kraljic.1",
            "impact and risk >= their cut: STRATEGIC; impact alone LEVERAGE, risk alone BOTTLENECK, neither NON_CRITICAL",
            "Kraljic, HBR 1983; DOMAIN C.9");

    private static final Origin.Formula IMPACT =
            new Origin.Formula("seg.kraljic.impact.1", "100 * (1 - share of value before the item)", "DOMAIN C.9");
    private static final String SHARE_BEFORE = "cumulativeShareBefore";
    private static final double SLACK = 1e-9;

    private final Config config;
    private final Figure impact;
    private final Figure risk;

    private KraljicScheme(Config config) {
        this.config = config;
        this.impact = Setting.figure("kraljic", "impact", config.impact, Unit.SCORE);
        this.risk = Setting.figure("kraljic", "risk", config.risk, Unit.SCORE);
    }

    /** Steps to read and cut-offs. */
    record Config(
            @Doc("name of the step that gives the share of value before the item")
            String abcStep,

            @Doc("name of the step that scores the supplier risk index")
            String sriStep,

            @Doc("profit impact from which it counts as high, 0 to 100")
            double impact,

            @Doc("supply risk from which it counts as high, 0 to 100")
            double risk)
            implements Serializable {

        static final Config DEFAULTS = new Config("abc", "sri", 50, 50);

        Config {
            requireScore("impact", impact);
            requireScore("risk", risk);
        }
    }

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("profit impact: 100 for the item of the highest value, falling to 0")
            double profitImpact,

            @Doc("supply risk: the supplier risk index, 0 to 100")
            double supplyRisk) {

        Inputs {
            requireScore("profitImpact", profitImpact);
            requireScore("supplyRisk", supplyRisk);
        }
    }

    /** The quadrant. */
    record Result(String quadrant) {}

    /** The quadrant with the default cut-offs. */
    static Result calculate(Inputs inputs) {
        return new Result(quadrant(inputs.profitImpact, inputs.supplyRisk, Config.DEFAULTS));
    }

    static SegmentationScheme of(Config config) {
        return SegmentationScheme.after(List.of(config.abcStep, config.sriStep), new KraljicScheme(config));
    }

    private static String quadrant(double profitImpact, double supplyRisk, Config config) {
        boolean impact = profitImpact >= config.impact - SLACK;
        boolean risk = supplyRisk >= config.risk - SLACK;
        if (impact) {
            return risk ? "STRATEGIC" : "LEVERAGE";
        }
        return risk ? "BOTTLENECK" : "NON_CRITICAL";
    }

    @Override
    public Segment classify(SegmentedItem item) {
        Optional<Figure> shareBefore = item.segment(config.abcStep).findFigure(SHARE_BEFORE);
        if (shareBefore.isEmpty()) {
            Finding unknown = Finding.unknown(SHARE_BEFORE, "deliver items.unit_cost");
            return Segment.of(Segment.NONE, Finding.of("kraljic", Segment.NONE, FORMULA, unknown));
        }
        Figure sri = item.segment(config.sriStep).figure("sri");
        double value = 100 * (1 - shareBefore.get().value());
        Figure profit = Figure.of("profitImpact", value, Unit.SCORE, IMPACT, shareBefore.get());
        String code = quadrant(value, sri.value(), config);
        Finding reason = Finding.of("kraljic", code, FORMULA, profit, sri, impact, risk);
        return new Segment(code, List.of(profit), reason);
    }

    private static void requireScore(String name, double value) {
        if (!(value >= 0 && value <= 100 + SLACK)) {
            throw new IllegalArgumentException(name + " must be in [0, 100], was " + value);
        }
    }
}
