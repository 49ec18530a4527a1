package io.posture.segmentation;

import io.posture.api.SourcingLink;
import io.posture.api.SupplyProfile;
import io.posture.api.Upstream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where an item really comes from: its suppliers, the places behind them, and how much of the supply is not mapped. All
 * shares are of the whole supply of the item.
 *
 * @param suppliers the suppliers bought from, largest share first
 * @param places places behind the suppliers by id
 * @param unmapped share of the supply whose place is unknown, 0 to 1
 * @param regions share by region
 * @param unknownRegion share of the supply whose region is unknown, 0 to 1
 */
record SupplyMap(
        List<SourcingLink> suppliers,
        Map<String, Place> places,
        double unmapped,
        Map<String, Double> regions,
        double unknownRegion) {

    private static final double SLACK = 1e-6;

    /**
     * A place, for example a plant.
     *
     * @param id key
     * @param country ISO 3166-1 alpha-2 code; empty if unknown
     * @param share share of the item's supply that comes from here, 0 to 1
     */
    record Place(String id, String country, double share) {

        private Place add(Place other) {
            return new Place(id, country.isEmpty() ? other.country : country, share + other.share);
        }
    }

    static SupplyMap of(SupplyProfile supply) {
        List<SourcingLink> used = supply.used();
        Map<String, Place> places = new TreeMap<>();
        Map<String, Double> regions = new TreeMap<>();
        double unmapped = 0;
        double unknownRegion = 0;
        for (SourcingLink link : used) {
            double share = share(used, link);
            for (Upstream node : link.upstream()) {
                places.merge(node.id(), new Place(node.id(), node.country(), share * node.share()), Place::add);
            }
            unmapped += share * unmapped(link);
            if (fullyMapped(link)
                    && link.upstream().stream().noneMatch(node -> node.country().isEmpty())) {
                for (Upstream node : link.upstream()) {
                    regions.merge(node.country(), share * node.share(), Double::sum);
                }
            } else if (!region(link).isEmpty()) {
                regions.merge(region(link), share, Double::sum);
            } else {
                unknownRegion += share;
            }
        }
        return new SupplyMap(used, places, unmapped, regions, unknownRegion);
    }

    /** Share of a supplier among those bought from; these add up to 1. */
    double share(SourcingLink link) {
        return share(suppliers, link);
    }

    /** Whether the place is known of all supply. */
    boolean allPlacesKnown() {
        return !suppliers.isEmpty() && suppliers.stream().allMatch(SupplyMap::fullyMapped);
    }

    /** Whether the region is known of all supply. */
    boolean allRegionsKnown() {
        return !suppliers.isEmpty() && unknownRegion == 0;
    }

    /** Known countries of the places, ascending, without repetition. */
    List<String> placeCountries() {
        return places.values().stream()
                .map(Place::country)
                .filter(country -> !country.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether a supplier that is not bought from could deliver from a place that is not in use already. */
    boolean independent(SourcingLink alternate) {
        return !fullyMapped(alternate)
                || alternate.upstream().stream().anyMatch(node -> !places.containsKey(node.id()));
    }

    /** Share of a supplier's deliveries whose place is unknown, 0 to 1. */
    static double unmapped(SourcingLink link) {
        if (fullyMapped(link)) {
            return 0;
        }
        return Math.max(
                0, 1 - link.upstream().stream().mapToDouble(Upstream::share).sum());
    }

    private static boolean fullyMapped(SourcingLink link) {
        return link.upstream().stream().mapToDouble(Upstream::share).sum() >= 1 - SLACK;
    }

    private static String region(SourcingLink link) {
        return link.supplier().region().isEmpty()
                ? link.supplier().country()
                : link.supplier().region();
    }

    private static double share(List<SourcingLink> used, SourcingLink link) {
        return link.share() / used.stream().mapToDouble(SourcingLink::share).sum();
    }
}
