package io.posture.segmentation;

import io.posture.api.Segment;
import io.posture.api.SegmentedItem;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import io.posture.spi.SegmentationScheme;
import io.posture.spi.Segmenter;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Supplier risk index of an item. CONFIRMED when enough of it rests on evidence, else PROVISIONAL; the index and its
 * bounds are the scores.
 */
final class SriScheme implements Segmenter {

    private static final long serialVersionUID = 1;

    private static final Origin.Formula COVERAGE =
            new Origin.Formula("seg.sri.coverage.1", "sum of the weights of the known components", "DOMAIN C.8");
    private static final Origin.Formula LOW =
            new Origin.Formula("seg.sri.low.1", "the index with every missing component at 0", "DOMAIN C.8");
    private static final Origin.Formula HIGH =
            new Origin.Formula("seg.sri.high.1", "the index with every missing component at 1", "DOMAIN C.8");
    private static final double SLACK = 1e-9;

    /** Weights of the components; they add up to 1. */
    record Weights(
            @Doc("weight of few suppliers, 0 to 1; the eight weights add up to 1")
            double source,

            @Doc("weight of few regions, 0 to 1") double region,

            @Doc("weight of the politics of the regions, 0 to 1")
            double geopolitical,

            @Doc("weight of a long lead time, 0 to 1") double leadTime,
            @Doc("weight of a varying lead time, 0 to 1") double leadTimeCv,

            @Doc("weight of late or short deliveries, 0 to 1")
            double otif,

            @Doc("weight of weak finances, 0 to 1") double financial,

            @Doc("weight of unmapped or single nodes behind the suppliers, 0 to 1")
            double tier2)
            implements Serializable {

        Weights {
            double sum = Require.share("source", source)
                    + Require.share("region", region)
                    + Require.share("geopolitical", geopolitical)
                    + Require.share("leadTime", leadTime)
                    + Require.share("leadTimeCv", leadTimeCv)
                    + Require.share("otif", otif)
                    + Require.share("financial", financial)
                    + Require.share("tier2", tier2);
            if (!(Math.abs(sum - 1) <= SLACK)) {
                throw new IllegalArgumentException("the eight weights must add up to 1, were " + sum);
            }
        }

        double of(RiskComponent component) {
            return switch (component) {
                case SOURCE -> source;
                case REGION -> region;
                case GEOPOLITICAL -> geopolitical;
                case LEAD_TIME -> leadTime;
                case LEAD_TIME_CV -> leadTimeCv;
                case OTIF -> otif;
                case FINANCIAL -> financial;
                case TIER2 -> tier2;
            };
        }
    }

    /** Weights and the coverage asked for. */
    record Config(
            @Doc(
                    "weights of the components: source, region, geopolitical, leadTime, leadTimeCv, otif, financial, tier2")
            Weights weights,

            @Doc("coverage below which the index is provisional, 0 to 1")
            double provisionalBelow)
            implements Serializable {

        static final Config DEFAULTS = new Config(new Weights(0.20, 0.15, 0.10, 0.15, 0.15, 0.10, 0.05, 0.10), 0.6);

        Config {
            Require.share("provisionalBelow", provisionalBelow);
        }
    }

    private final Config config;
    private final List<Part> parts;
    private final Figure provisionalBelow;

    private SriScheme(Config config) {
        this.config = config;
        this.parts = Stream.of(RiskComponent.values())
                .map(component -> Part.of(component, config))
                .toList();
        this.provisionalBelow = Setting.figure("sri", "provisionalBelow", config.provisionalBelow, Unit.SHARE);
    }

    /** A component of the index with what does not depend on the item. */
    private record Part(RiskComponent component, Origin.Formula formula, Figure weight, Finding missing)
            implements Serializable {

        static Part of(RiskComponent component, Config config) {
            Figure weight = Figure.of(
                    "weight",
                    config.weights.of(component),
                    Unit.SHARE,
                    new Origin.Parameter("sri", "weights." + component.setting()));
            Origin.Assumption unknown =
                    new Origin.Assumption("unknown: counts 0.5, bounds 0 and 1", component.remedy());
            return new Part(
                    component,
                    new Origin.Formula("seg.sri." + component.setting() + ".1", component.expression(), "DOMAIN C.8"),
                    weight,
                    Finding.of(component.score(), Finding.UNKNOWN, unknown, weight));
        }

        Figure figure(double value, SupplyEvidence evidence) {
            return new Figure(component.score(), value, Unit.SHARE, formula, evidence.because(component, weight));
        }
    }

    static SegmentationScheme of(Config config) {
        return SegmentationScheme.perItem(new SriScheme(config));
    }

    @Override
    public Segment classify(SegmentedItem item) {
        SupplyEvidence evidence = SupplyEvidence.of(item.profile().supply());
        SupplierRiskIndex.Result result = SupplierRiskIndex.calculate(evidence.inputs(), config);
        List<Figure> known = new ArrayList<>(parts.size());
        List<Explanation> components = new ArrayList<>(parts.size());
        List<Explanation> knownWeights = new ArrayList<>(parts.size());
        for (Part part : parts) {
            OptionalDouble value = result.components().value(part.component);
            if (value.isPresent()) {
                Figure figure = part.figure(value.getAsDouble(), evidence);
                components.add(figure);
                known.add(figure);
                knownWeights.add(part.weight);
            } else {
                components.add(part.missing);
            }
        }
        if (knownWeights.isEmpty()) {
            knownWeights.add(
                    Finding.unknown("supplyEvidence", "deliver receipts, sourcing, suppliers and supply_links"));
        }
        Figure sri = new Figure("sri", result.sri(), Unit.SCORE, SupplierRiskIndex.FORMULA, components);
        Figure coverage = new Figure("sriCoverage", result.coverage(), Unit.SHARE, COVERAGE, knownWeights);
        Figure low = Figure.of("sriLow", result.low(), Unit.SCORE, LOW, coverage);
        Figure high = Figure.of("sriHigh", result.high(), Unit.SCORE, HIGH, coverage);

        List<Figure> scores = new ArrayList<>(4 + known.size());
        scores.add(sri);
        scores.add(low);
        scores.add(high);
        scores.add(coverage);
        scores.addAll(known);
        String code = result.coverage() < config.provisionalBelow - SLACK ? "PROVISIONAL" : "CONFIRMED";
        Finding reason = Finding.of(
                "supplierRiskIndex", code, SupplierRiskIndex.FORMULA, sri, low, high, coverage, provisionalBelow);
        return new Segment(code, scores, reason);
    }
}
