package io.posture.segmentation;

import io.posture.api.Segment;
import io.posture.api.SourcingLink;
import io.posture.api.SupplierStatus;
import io.posture.api.SupplyProfile;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import io.posture.spi.SegmentationScheme;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * How independent the sources of an item are. Several suppliers count as several sources only when their goods are known
 * to come from different places in different countries.
 */
final class SourcingScheme {

    private static final Origin.Formula FORMULA = new Origin.Formula(
            "seg.sourcing.1",
            "one supplier, else one place behind all, else one country, else two places in two countries, else unmapped",
            "DOMAIN C.8, D.2");
    private static final Origin.Formula COUNT =
            new Origin.Formula("seg.sourcing.count.1", "number of different keys", "DOMAIN C.8");
    private static final Origin.Formula SHARE = new Origin.Formula(
            "seg.sourcing.share.1", "share of supplier * share of place behind it, added up", "DOMAIN C.8");

    private static final List<Explanation> NO_ALTERNATE =
            List.of(Finding.of("alternate", "none", new Origin.Input("sourcing.qualified", "")));

    private static final Finding BLOCKED = Finding.of(
            "warning",
            "ONLY_SOURCE_BLOCKED",
            new Origin.Assumption(
                    "every supplier that is bought from is blocked: nothing can be ordered today",
                    "unblock one in suppliers.status, or qualify another one"));

    private SourcingScheme() {}

    /** Nothing to set: the classes follow from what is mapped. */
    record Config() implements Serializable {}

    private enum Code {
        NO_SUPPLIER,
        SINGLE_SOURCE,
        CONCENTRATED_SITE,
        CONCENTRATED_COUNTRY,
        MULTI_SOURCE,
        UNMAPPED
    }

    static SegmentationScheme of(Config config) {
        return SegmentationScheme.perItem(item -> classify(item.profile().supply()));
    }

    private static Code code(SupplyMap map) {
        int suppliers = map.suppliers().size();
        if (suppliers == 0) {
            return Code.NO_SUPPLIER;
        }
        if (suppliers == 1) {
            return Code.SINGLE_SOURCE;
        }
        if (map.allPlacesKnown() && map.places().size() == 1) {
            return Code.CONCENTRATED_SITE;
        }
        if (map.allRegionsKnown() && map.regions().size() == 1) {
            return Code.CONCENTRATED_COUNTRY;
        }
        return map.placeCountries().size() > 1 ? Code.MULTI_SOURCE : Code.UNMAPPED;
    }

    private static Segment classify(SupplyProfile supply) {
        SupplyMap map = SupplyMap.of(supply);
        Code code = code(map);
        if (code == Code.NO_SUPPLIER) {
            Finding unknown = Finding.unknown("supplier", "deliver the sourcing table, or receipts with a supplier");
            Finding text = Finding.of("sourcingText", text(code, map), FORMULA, unknown);
            return Segment.of(code.name(), Finding.of("sourcing", code.name(), FORMULA, text));
        }
        List<Explanation> suppliers = supplierShares(map);
        List<Explanation> places = placeShares(map);
        List<Explanation> alternates = alternates(supply, map);

        List<Figure> scores = new ArrayList<>();
        scores.add(new Figure("suppliers", suppliers.size(), Unit.COUNT, COUNT, suppliers));
        if (!map.places().isEmpty()) {
            scores.add(new Figure("sites", map.places().size(), Unit.COUNT, COUNT, places));
            SupplyMap.Place largest = map.largestPlace();
            scores.add(Figure.of("largestSiteShare", largest.share(), Unit.SHARE, SHARE, siteShare(largest)));
        }
        scores.add(new Figure("independentAlternates", alternates.size(), Unit.COUNT, COUNT, orNone(alternates)));

        List<Explanation> because = new ArrayList<>();
        because.add(new Finding("sourcingText", text(code, map), FORMULA, suppliers));
        because.addAll(scores);
        if (map.unmapped() > 0) {
            because.add(Figure.of(
                    "unmappedShare",
                    map.unmapped(),
                    Unit.SHARE,
                    new Origin.Assumption(
                            "nothing is known of the places this comes from: not counted as independent",
                            "name the plants and their countries in supply_links")));
        }
        if (map.suppliers().stream().allMatch(link -> link.supplier().status() == SupplierStatus.BLOCKED)) {
            because.add(BLOCKED);
        }
        return new Segment(code.name(), scores, new Finding("sourcing", code.name(), FORMULA, because));
    }

    private static String text(Code code, SupplyMap map) {
        int suppliers = map.suppliers().size();
        return switch (code) {
            case NO_SUPPLIER -> "no supplier known";
            case SINGLE_SOURCE -> "single supplier (" + name(map.suppliers().get(0)) + ")";
            case CONCENTRATED_SITE ->
                "single plant behind " + suppliers + " suppliers ("
                        + map.largestPlace().id() + ")";
            case CONCENTRATED_COUNTRY ->
                suppliers + " suppliers, all from one country or region ("
                        + map.regions().keySet().iterator().next() + ")";
            case MULTI_SOURCE ->
                suppliers + " suppliers with " + map.places().size() + " plants in "
                        + map.placeCountries().size() + " countries (" + String.join(", ", map.placeCountries())
                        + "), at most " + percent(map.largestPlace().share()) + " from one plant";
            case UNMAPPED -> suppliers + " suppliers of unconfirmed independence (" + gap(map) + ")";
        };
    }

    private static String gap(SupplyMap map) {
        if (map.places().isEmpty()) {
            return "the plants behind them are not mapped";
        }
        if (map.unmapped() > 0) {
            return "the plant of " + percent(map.unmapped()) + " of the supply is not known";
        }
        return "the countries of " + map.places().size() + " plants are not all known";
    }

    private static List<Explanation> supplierShares(SupplyMap map) {
        List<Explanation> shares = new ArrayList<>(map.suppliers().size());
        for (SourcingLink link : map.suppliers()) {
            shares.add(Figure.of(
                    "supplierShare",
                    map.share(link),
                    Unit.SHARE,
                    new Origin.Input("sourcing.share", "supplier " + name(link))));
        }
        return shares;
    }

    private static List<Explanation> placeShares(SupplyMap map) {
        List<Explanation> shares = new ArrayList<>(map.places().size());
        for (SupplyMap.Place place : map.places().values()) {
            shares.add(siteShare(place));
        }
        return shares;
    }

    private static Figure siteShare(SupplyMap.Place place) {
        String country = place.country().isEmpty() ? "country unknown" : place.country();
        return Figure.of(
                "siteShare",
                place.share(),
                Unit.SHARE,
                new Origin.Input("supply_links.share", "plant " + place.id() + ", " + country));
    }

    private static List<Explanation> alternates(SupplyProfile supply, SupplyMap map) {
        List<Explanation> alternates = new ArrayList<>();
        for (SourcingLink link : supply.links()) {
            if (link.qualifiedAlternate() && map.independent(link)) {
                alternates.add(Finding.of(
                        "alternate", name(link), new Origin.Input("sourcing.qualified", "supplier " + name(link))));
            }
        }
        return alternates;
    }

    private static List<Explanation> orNone(List<Explanation> alternates) {
        return alternates.isEmpty() ? NO_ALTERNATE : alternates;
    }

    private static String name(SourcingLink link) {
        return link.supplier().name().isEmpty()
                ? link.supplier().id()
                : link.supplier().name();
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }
}
