package io.posture.segmentation;

import io.posture.api.LeadTime;
import io.posture.api.SourcingLink;
import io.posture.api.SupplyProfile;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * What is known of an item's supply as the supplier risk index asks for it. A fact is missing as soon as one supplier
 * that is bought from lacks it; without any supplier all facts are missing, also a lead time borrowed from others.
 */
final class SupplyEvidence {

    private static final Origin.Formula WEIGHTED =
            new Origin.Formula("seg.sri.mean.1", "sum of share * value of the suppliers", "DOMAIN C.8");
    private static final Origin.Formula TIER2 = new Origin.Formula(
            "seg.sri.tier2.1", "sum of share of suppliers whose places are unmapped or a single one", "DOMAIN C.8");

    private final SupplyProfile supply;
    private final SupplyMap map;

    private SupplyEvidence(SupplyProfile supply) {
        this.supply = supply;
        this.map = SupplyMap.of(supply);
    }

    static SupplyEvidence of(SupplyProfile supply) {
        return new SupplyEvidence(supply);
    }

    /** The inputs of the index. */
    SupplierRiskIndex.Inputs inputs() {
        return new SupplierRiskIndex.Inputs(
                map.suppliers().isEmpty()
                        ? Optional.empty()
                        : Optional.of(map.suppliers().stream().map(map::share).toList()),
                map.allRegionsKnown() ? Optional.of(List.copyOf(map.regions().values())) : Optional.empty(),
                supply.hasQualifiedAlternate(),
                mean(SourcingLink::countryRisk),
                leadTime().isPresent() ? OptionalDouble.of(leadTime().get().meanDays()) : OptionalDouble.empty(),
                leadTime().map(LeadTime::cv).orElseGet(OptionalDouble::empty),
                mean(SupplyEvidence::otif),
                mean(SupplyEvidence::financial),
                tier2());
    }

    /** A component with what it was made from, or a finding that it is missing. */
    Explanation explain(RiskComponent component, SupplierRiskIndex.Components components, Figure weight) {
        OptionalDouble value = components.value(component);
        if (value.isEmpty()) {
            return Finding.of(
                    component.score(),
                    Finding.UNKNOWN,
                    new Origin.Assumption("unknown: counts 0.5, bounds 0 and 1", remedy(component)),
                    weight);
        }
        List<Explanation> because = new ArrayList<>(parts(component));
        because.add(weight);
        Origin origin =
                new Origin.Formula("seg.sri." + component.setting() + ".1", expression(component), "DOMAIN C.8");
        return new Figure(component.score(), value.getAsDouble(), Unit.SHARE, origin, because);
    }

    private List<Explanation> parts(RiskComponent component) {
        return switch (component) {
            case SOURCE ->
                List.of(
                        hhi(
                                "supplierHhi",
                                bySupplier(
                                        "sourcing.share", "supplierShare", link -> OptionalDouble.of(map.share(link)))),
                        Finding.of(
                                "qualifiedAlternate",
                                supply.hasQualifiedAlternate() ? "yes" : "none known",
                                new Origin.Input("sourcing.qualified", "")));
            case REGION -> List.of(hhi("regionHhi", regionShares()));
            case GEOPOLITICAL ->
                List.of(weighted(
                        "countryRisk", bySupplier("country_risk.score", "countryRisk", SourcingLink::countryRisk)));
            case LEAD_TIME -> List.of(leadTime().orElseThrow().meanFigure());
            case LEAD_TIME_CV ->
                List.of(
                        leadTime().orElseThrow().sdFigure(),
                        leadTime().orElseThrow().meanFigure());
            case OTIF ->
                List.of(weighted(
                        "supplierOtif",
                        map.suppliers().stream()
                                .<Explanation>map(
                                        link -> link.service().orElseThrow().otifFigure())
                                .toList()));
            case FINANCIAL ->
                List.of(weighted(
                        "financialWeakness",
                        bySupplier("suppliers.financial_score", "financialWeakness", SupplyEvidence::financial)));
            case TIER2 ->
                List.of(new Figure(
                        "exposedUpstreamShare",
                        tier2().orElseThrow(),
                        Unit.SHARE,
                        TIER2,
                        bySupplier("supply_links.share", "exposedShare", link -> OptionalDouble.of(exposed(link)))));
        };
    }

    private static String expression(RiskComponent component) {
        return switch (component) {
            case SOURCE -> "clip((HHI of suppliers - 0.25) / 0.75), halved with a qualified alternate";
            case REGION -> "clip((HHI of regions - 0.25) / 0.75)";
            case GEOPOLITICAL -> "share-weighted country risk";
            case LEAD_TIME -> "clip((L - 7) / 105)";
            case LEAD_TIME_CV -> "clip(CV / 0.6), CV = sd / mean";
            case OTIF -> "clip((0.98 - OTIF) / 0.28)";
            case FINANCIAL -> "share-weighted 1 - financial score / 100";
            case TIER2 -> "share of value from unmapped or single-node upstream";
        };
    }

    private static String remedy(RiskComponent component) {
        return switch (component) {
            case SOURCE -> "deliver sourcing, or receipts with a supplier";
            case REGION -> "name the country of every supplier, or of every plant in supply_links";
            case GEOPOLITICAL -> "deliver country_risk and the country of every supplier or plant";
            case LEAD_TIME, LEAD_TIME_CV -> "deliver receipts with order dates, or sourcing.lead_time_days";
            case OTIF -> "deliver receipts with promised dates";
            case FINANCIAL -> "deliver suppliers.financial_score";
            case TIER2 -> "name the places behind the suppliers in supply_links";
        };
    }

    private Optional<LeadTime> leadTime() {
        return map.suppliers().isEmpty() ? Optional.empty() : supply.leadTime();
    }

    private OptionalDouble mean(Function<SourcingLink, OptionalDouble> value) {
        if (map.suppliers().isEmpty()
                || map.suppliers().stream().anyMatch(link -> value.apply(link).isEmpty())) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (SourcingLink link : map.suppliers()) {
            sum += map.share(link) * value.apply(link).getAsDouble();
        }
        return OptionalDouble.of(Math.min(1, sum));
    }

    private OptionalDouble tier2() {
        if (map.places().isEmpty()) {
            return OptionalDouble.empty();
        }
        return mean(link -> OptionalDouble.of(exposed(link)));
    }

    private static double exposed(SourcingLink link) {
        return link.upstream().size() == 1 ? 1 : SupplyMap.unmapped(link);
    }

    private static OptionalDouble otif(SourcingLink link) {
        return link.service().isPresent()
                ? OptionalDouble.of(link.service().get().otif())
                : OptionalDouble.empty();
    }

    private static OptionalDouble financial(SourcingLink link) {
        OptionalDouble score = link.supplier().financialScore();
        return score.isPresent() ? OptionalDouble.of(1 - score.getAsDouble() / 100) : score;
    }

    private List<Explanation> bySupplier(String field, String name, Function<SourcingLink, OptionalDouble> value) {
        return map.suppliers().stream()
                .<Explanation>map(link -> Figure.of(
                        name,
                        value.apply(link).orElseThrow(),
                        Unit.SHARE,
                        new Origin.Input(field, "supplier " + link.supplier().id())))
                .toList();
    }

    private List<Explanation> regionShares() {
        List<Explanation> shares = new ArrayList<>();
        for (Map.Entry<String, Double> region : map.regions().entrySet()) {
            shares.add(Figure.of(
                    "regionShare",
                    region.getValue(),
                    Unit.SHARE,
                    new Origin.Input("suppliers.country", "region " + region.getKey())));
        }
        return shares;
    }

    private static Figure hhi(String name, List<Explanation> shares) {
        List<Double> values =
                shares.stream().map(share -> ((Figure) share).value()).toList();
        return new Figure(name, Concentration.hhi(values), Unit.NONE, Concentration.FORMULA, shares);
    }

    private Figure weighted(String name, List<Explanation> values) {
        double sum = 0;
        for (int i = 0; i < values.size(); i++) {
            sum += map.share(map.suppliers().get(i)) * ((Figure) values.get(i)).value();
        }
        return new Figure(name, sum, Unit.SHARE, WEIGHTED, values);
    }
}
