package io.posture.segmentation;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Supplier risk index, 0 to 100: a weighted sum of eight components in [0, 1]. A missing component counts one half, and
 * the bounds say what the index could be; dropping it instead would make an unmapped chain look like its mapped part.
 */
final class SupplierRiskIndex {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "seg.sri.1",
            "100 * sum of weight * component; a missing component counts 0.5, bounds with 0 and 1",
            "DOMAIN C.8");

    private static final double ALTERNATE_FACTOR = 0.5;

    private SupplierRiskIndex() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("shares of the suppliers bought from; absent if unknown")
            Optional<List<Double>> supplierShares,

            @Doc("shares of the regions; absent if unknown") Optional<List<Double>> regionShares,

            @Doc("whether a further qualified supplier could deliver at once")
            boolean qualifiedAlternate,

            @Doc("share-weighted country risk, 0 to 1, 1 worst; absent if unknown")
            OptionalDouble geopolitical,

            @Doc("mean lead time, days; absent if unknown") OptionalDouble leadTimeDays,

            @Doc("coefficient of variation of the lead time; absent if unknown")
            OptionalDouble leadTimeCv,

            @Doc("on time in full, 0 to 1, shrunk mean; absent if unknown")
            OptionalDouble otif,

            @Doc("financial weakness, 0 to 1, 1 worst; absent if unknown")
            OptionalDouble financial,

            @Doc("share of value from unmapped or single-node upstream, 0 to 1; absent if unknown")
            OptionalDouble tier2) {

        Inputs {
            supplierShares = supplierShares.map(List::copyOf);
            regionShares = regionShares.map(List::copyOf);
            geopolitical.ifPresent(value -> Require.share("geopolitical", value));
            leadTimeDays.ifPresent(value -> Require.notNegative("leadTimeDays", value));
            leadTimeCv.ifPresent(value -> Require.notNegative("leadTimeCv", value));
            otif.ifPresent(value -> Require.share("otif", value));
            financial.ifPresent(value -> Require.share("financial", value));
            tier2.ifPresent(value -> Require.share("tier2", value));
        }
    }

    /** The components, each 0 to 1, 1 worst; absent if missing. */
    record Components(
            OptionalDouble source,
            OptionalDouble region,
            OptionalDouble geopolitical,
            OptionalDouble leadTime,
            OptionalDouble leadTimeCv,
            OptionalDouble otif,
            OptionalDouble financial,
            OptionalDouble tier2) {

        OptionalDouble value(RiskComponent component) {
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

    /**
     * Result of the calculation.
     *
     * @param sri the index, missing components at one half, 0 to 100
     * @param low the index with missing components at 0
     * @param high the index with missing components at 1
     * @param coverage weight of the known components, 0 to 1
     * @param components the components
     */
    record Result(double sri, double low, double high, double coverage, Components components) {}

    /** The index with the default weights. */
    static Result calculate(Inputs inputs) {
        return calculate(inputs, SriScheme.Config.DEFAULTS);
    }

    static Result calculate(Inputs inputs, SriScheme.Config config) {
        Components components = components(inputs);
        double coverage = 0;
        for (RiskComponent component : RiskComponent.values()) {
            if (components.value(component).isPresent()) {
                coverage += config.weights().of(component);
            }
        }
        return new Result(
                index(components, config, 0.5),
                index(components, config, 0),
                index(components, config, 1),
                coverage,
                components);
    }

    private static double index(Components components, SriScheme.Config config, double missing) {
        double sum = 0;
        for (RiskComponent component : RiskComponent.values()) {
            sum += config.weights().of(component) * components.value(component).orElse(missing);
        }
        return 100 * sum;
    }

    private static Components components(Inputs inputs) {
        double factor = inputs.qualifiedAlternate ? ALTERNATE_FACTOR : 1;
        OptionalDouble source = concentration(inputs.supplierShares);
        return new Components(
                source.isPresent() ? OptionalDouble.of(factor * source.getAsDouble()) : source,
                concentration(inputs.regionShares),
                inputs.geopolitical,
                // a week counts 0, sixteen weeks count 1
                clip(inputs.leadTimeDays, 7, 7 + 105),
                clip(inputs.leadTimeCv, 0, 0.6),
                clip(inputs.otif, 0.98, 0.98 - 0.28),
                inputs.financial,
                inputs.tier2);
    }

    /** Four equal shares count 0, a single one counts 1. */
    private static OptionalDouble concentration(Optional<List<Double>> shares) {
        return shares.isEmpty()
                ? OptionalDouble.empty()
                : clip(OptionalDouble.of(Concentration.hhi(shares.get())), 0.25, 1);
    }

    /** Linear between a value that counts 0 and one that counts 1, clipped. */
    private static OptionalDouble clip(OptionalDouble value, double zero, double one) {
        return value.isEmpty()
                ? value
                : OptionalDouble.of(Math.min(1, Math.max(0, (value.getAsDouble() - zero) / (one - zero))));
    }
}
