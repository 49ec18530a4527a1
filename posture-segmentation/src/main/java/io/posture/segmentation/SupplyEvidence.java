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
import org.jspecify.annotations.Nullable;

/**
 * What is known of an item's supply as the supplier risk index asks for it. A fact is missing as soon as one supplier
 * that is bought from lacks it; without any supplier all facts are missing, also a lead time borrowed from others.
 */
final class SupplyEvidence {

    private static final Origin.Formula WEIGHTED =
            new Origin.Formula("seg.sri.mean.1", "sum of share * value of the suppliers", "DOMAIN C.8");
    private static final Origin.Formula TIER2 = new Origin.Formula(
            "seg.sri.tier2.1", "sum of share of suppliers whose places are unmapped or a single one", "DOMAIN C.8");

    private static final Origin.Input QUALIFIED = new Origin.Input("sourcing.qualified", "");
    private static final Finding ALTERNATE = Finding.of("qualifiedAlternate", "yes", QUALIFIED);
    private static final Finding NO_ALTERNATE = Finding.of("qualifiedAlternate", "none known", QUALIFIED);

    private final SupplyProfile supply;
    private final SupplyMap map;
    private @Nullable Figure leadTimeMean;

    private SupplyEvidence(SupplyProfile supply) {
        this.supply = supply;
        this.map = SupplyMap.of(supply);
    }

    static SupplyEvidence of(SupplyProfile supply) {
        return new SupplyEvidence(supply);
    }

    /** The inputs of the index. */
    SupplierRiskIndex.Inputs inputs() {
        Optional<LeadTime> leadTime = leadTime();
        return new SupplierRiskIndex.Inputs(
                map.suppliers().isEmpty() ? Optional.empty() : Optional.of(supplierShares()),
                map.allRegionsKnown() ? Optional.of(List.copyOf(map.regions().values())) : Optional.empty(),
                supply.hasQualifiedAlternate(),
                mean(SourcingLink::countryRisk),
                leadTime.isPresent() ? OptionalDouble.of(leadTime.get().meanDays()) : OptionalDouble.empty(),
                leadTime.isPresent() ? leadTime.get().cv() : OptionalDouble.empty(),
                mean(SupplyEvidence::otif),
                mean(SupplyEvidence::financial),
                tier2());
    }

    /** What a known component was made from, its weight last. */
    List<Explanation> because(RiskComponent component, Figure weight) {
        return switch (component) {
            case SOURCE ->
                List.of(
                        hhi(
                                "supplierHhi",
                                bySupplier(
                                        "sourcing.share", "supplierShare", link -> OptionalDouble.of(map.share(link)))),
                        supply.hasQualifiedAlternate() ? ALTERNATE : NO_ALTERNATE,
                        weight);
            case REGION -> List.of(hhi("regionHhi", regionShares()), weight);
            case GEOPOLITICAL ->
                List.of(
                        weighted(
                                "countryRisk",
                                bySupplier("country_risk.score", "countryRisk", SourcingLink::countryRisk)),
                        weight);
            case LEAD_TIME -> List.of(leadTimeMean(), weight);
            case LEAD_TIME_CV -> List.of(leadTime().orElseThrow().sdFigure(), leadTimeMean(), weight);
            case OTIF -> List.of(weighted("supplierOtif", otifs()), weight);
            case FINANCIAL ->
                List.of(
                        weighted(
                                "financialWeakness",
                                bySupplier(
                                        "suppliers.financial_score", "financialWeakness", SupplyEvidence::financial)),
                        weight);
            case TIER2 ->
                List.of(
                        new Figure(
                                "exposedUpstreamShare",
                                tier2().orElseThrow(),
                                Unit.SHARE,
                                TIER2,
                                bySupplier(
                                        "supply_links.share",
                                        "exposedShare",
                                        link -> OptionalDouble.of(exposed(link)))),
                        weight);
        };
    }

    private List<Double> supplierShares() {
        List<Double> shares = new ArrayList<>(map.suppliers().size());
        for (SourcingLink link : map.suppliers()) {
            shares.add(map.share(link));
        }
        return shares;
    }

    /** The mean lead time, made once: two components rest on it. */
    private Figure leadTimeMean() {
        Figure known = leadTimeMean;
        if (known == null) {
            known = leadTime().orElseThrow().meanFigure();
            leadTimeMean = known;
        }
        return known;
    }

    private Optional<LeadTime> leadTime() {
        return map.suppliers().isEmpty() ? Optional.empty() : supply.leadTime();
    }

    private OptionalDouble mean(Function<SourcingLink, OptionalDouble> value) {
        if (map.suppliers().isEmpty()) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (SourcingLink link : map.suppliers()) {
            OptionalDouble known = value.apply(link);
            if (known.isEmpty()) {
                return known;
            }
            sum += map.share(link) * known.getAsDouble();
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
        List<Explanation> figures = new ArrayList<>(map.suppliers().size());
        for (SourcingLink link : map.suppliers()) {
            figures.add(Figure.of(
                    name,
                    value.apply(link).orElseThrow(),
                    Unit.SHARE,
                    new Origin.Input(field, "supplier " + link.supplier().id())));
        }
        return figures;
    }

    private List<Explanation> otifs() {
        List<Explanation> figures = new ArrayList<>(map.suppliers().size());
        for (SourcingLink link : map.suppliers()) {
            figures.add(link.service().orElseThrow().otifFigure());
        }
        return figures;
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
        List<Double> values = new ArrayList<>(shares.size());
        for (Explanation share : shares) {
            values.add(((Figure) share).value());
        }
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
