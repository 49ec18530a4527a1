package io.posture.segmentation;

import io.posture.api.Segment;
import io.posture.api.SegmentedItem;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import io.posture.spi.Doc;
import io.posture.spi.SegmentationScheme;
import io.posture.spi.Segmenter;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Risk levels HIGH, MEDIUM, LOW from the geometric mean of criticality and supplier risk index: only the combination of
 * a grave consequence and a fragile supply is a high risk.
 */
final class RiskScheme implements Segmenter {

    private static final long serialVersionUID = 1;

    static final Origin.Formula FORMULA = new Origin.Formula(
            "seg.risk.1", "R = sqrt(C * SRI); HIGH if R >= high, MEDIUM if >= medium, else LOW", "DOMAIN C.9");

    private static final double SLACK = 1e-9;

    private final Config config;
    private final Figure highFrom;
    private final Figure mediumFrom;

    private RiskScheme(Config config) {
        this.config = config;
        this.highFrom = Setting.figure("risk", "high", config.high, Unit.SCORE);
        this.mediumFrom = Setting.figure("risk", "medium", config.medium, Unit.SCORE);
    }

    /** Steps to read and cut-offs. */
    record Config(
            @Doc("name of the step that scores criticality") String criticalityStep,

            @Doc("name of the step that scores the supplier risk index")
            String sriStep,

            @Doc("risk from which an item is HIGH, above medium, at most 100")
            double high,

            @Doc("risk from which an item is MEDIUM, above 0")
            double medium,

            @Doc("criticality of the lower bound where it is not known, 0 to 100")
            double unknownLow,

            @Doc("criticality of the upper bound where it is not known, unknownLow to 100")
            double unknownHigh)
            implements Serializable {

        static final Config DEFAULTS = new Config("criticality", "sri", 60, 40, 40, 70);

        Config {
            if (!(0 < medium && medium < high && high <= 100)) {
                throw new IllegalArgumentException(
                        "need 0 < medium < high <= 100, were medium=" + medium + ", high=" + high);
            }
            if (!(0 <= unknownLow && unknownLow <= unknownHigh && unknownHigh <= 100)) {
                throw new IllegalArgumentException("need 0 <= unknownLow <= unknownHigh <= 100, were unknownLow="
                        + unknownLow + ", unknownHigh=" + unknownHigh);
            }
        }
    }

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("criticality C, 0 to 100") double criticality,

            @Doc("fragility: the supplier risk index, 0 to 100")
            double fragility) {}

    /** Risk, 0 to 100, and its level. */
    record Result(double risk, String level) {}

    /** Risk with the default cut-offs. */
    static Result calculate(Inputs inputs) {
        double risk = risk(inputs.criticality, inputs.fragility);
        return new Result(risk, level(risk, Config.DEFAULTS));
    }

    /**
     * Geometric mean of criticality and fragility.
     *
     * @throws IllegalArgumentException if one of them is not in [0, 100]
     */
    static double risk(double criticality, double fragility) {
        requireScore("criticality", criticality);
        requireScore("fragility", fragility);
        return Math.sqrt(criticality * fragility);
    }

    static SegmentationScheme of(Config config) {
        return SegmentationScheme.after(List.of(config.criticalityStep, config.sriStep), new RiskScheme(config));
    }

    private static void requireScore(String name, double value) {
        // the index is a sum of weights and may exceed 100 by rounding
        if (!(value >= 0 && value <= 100 + SLACK)) {
            throw new IllegalArgumentException(name + " must be in [0, 100], was " + value);
        }
    }

    private static String level(double risk, Config config) {
        if (risk >= config.high - SLACK) {
            return "HIGH";
        }
        return risk >= config.medium - SLACK ? "MEDIUM" : "LOW";
    }

    @Override
    public Segment classify(SegmentedItem item) {
        Segment consequence = item.segment(config.criticalityStep);
        Figure sri = item.segment(config.sriStep).figure("sri");
        Optional<Figure> known = consequence.findFigure("criticality");
        Figure criticality = known.isPresent() ? known.get() : consequence.figure("assumedCriticality");

        double value = risk(criticality.value(), sri.value());
        String level = level(value, config);
        Figure risk = Figure.of("risk", value, Unit.SCORE, FORMULA, criticality, sri);
        List<Figure> scores = new ArrayList<>(3);
        List<Explanation> because = new ArrayList<>(5);
        scores.add(risk);
        because.add(risk);
        if (known.isEmpty()) {
            Figure low = bound("riskLow", "unknownLow", config.unknownLow, sri);
            Figure high = bound("riskHigh", "unknownHigh", config.unknownHigh, sri);
            scores.addAll(List.of(low, high));
            because.add(Finding.of("riskLevelLow", level(low.value(), config), FORMULA, low));
            because.add(Finding.of("riskLevelHigh", level(high.value(), config), FORMULA, high));
        }
        because.add(highFrom);
        because.add(mediumFrom);
        return new Segment(level, scores, new Finding("riskLevel", level, FORMULA, because));
    }

    private static Figure bound(String name, String setting, double criticality, Figure sri) {
        return Figure.of(
                name,
                risk(criticality, sri.value()),
                Unit.SCORE,
                FORMULA,
                Setting.figure("risk", setting, criticality, Unit.SCORE),
                sri);
    }
}
