package io.posture.segmentation;

import io.posture.api.SourcingLink;
import io.posture.api.SupplyProfile;
import io.posture.api.Upstream;
import io.posture.numerics.Sums;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where an item really comes from: its suppliers, the places behind them, and how much of the supply is not mapped. All
 * shares are of the whole supply of the item.
 *
 * @param suppliers the suppliers bought from, largest share first
 * @param bought sum of their shares as they are given
 * @param places places behind the suppliers by id
 * @param unmapped share of the supply whose place is unknown, 0 to 1
 * @param regions share by region
 * @param unknownRegion share of the supply whose region is unknown, 0 to 1
 */
record SupplyMap(
        List<SourcingLink> suppliers,
        double bought,
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
        double bought = bought(used);
        Map<String, Place> places = new TreeMap<>();
        Map<String, Double> regions = new TreeMap<>();
        double unmapped = 0;
        double unknownRegion = 0;
        for (SourcingLink link : used) {
            double share = link.share() / bought;
            for (Upstream node : link.upstream()) {
                places.merge(node.id(), new Place(node.id(), node.country(), share * node.share()), Place::add);
            }
            unmapped += share * unmapped(link);
            if (fullyMapped(link) && countriesKnown(link)) {
                for (Upstream node : link.upstream()) {
                    regions.merge(node.country(), share * node.share(), Double::sum);
                }
            } else if (!region(link).isEmpty()) {
                regions.merge(region(link), share, Double::sum);
            } else {
                unknownRegion += share;
            }
        }
        return new SupplyMap(used, bought, places, unmapped, regions, unknownRegion);
    }

    /** Share of a supplier among those bought from; these add up to 1. */
    double share(SourcingLink link) {
        return link.share() / bought;
    }

    /** Whether the place is known of all supply. */
    boolean allPlacesKnown() {
        for (SourcingLink link : suppliers) {
            if (!fullyMapped(link)) {
                return false;
            }
        }
        return !suppliers.isEmpty();
    }

    /** Whether the region is known of all supply. */
    boolean allRegionsKnown() {
        return !suppliers.isEmpty() && unknownRegion == 0;
    }

    /** Known countries of the places, ascending, without repetition. */
    SortedSet<String> placeCountries() {
        SortedSet<String> countries = new TreeSet<>();
        for (Place place : places.values()) {
            if (!place.country.isEmpty()) {
                countries.add(place.country);
            }
        }
        return countries;
    }

    /**
     * The place with the largest share, of several the first by id.
     *
     * @throws java.util.NoSuchElementException if no place is known
     */
    Place largestPlace() {
        Iterator<Place> all = places.values().iterator();
        Place largest = all.next();
        while (all.hasNext()) {
            Place place = all.next();
            largest = place.share > largest.share ? place : largest;
        }
        return largest;
    }

    /** Whether a supplier that is not bought from could deliver from a place that is not in use already. */
    boolean independent(SourcingLink alternate) {
        return !fullyMapped(alternate)
                || alternate.upstream().stream().anyMatch(node -> !places.containsKey(node.id()));
    }

    /** Share of a supplier's deliveries whose place is unknown, 0 to 1. */
    static double unmapped(SourcingLink link) {
        return fullyMapped(link) ? 0 : Math.max(0, 1 - mapped(link));
    }

    private static boolean fullyMapped(SourcingLink link) {
        return mapped(link) >= 1 - SLACK;
    }

    private static double mapped(SourcingLink link) {
        List<Upstream> nodes = link.upstream();
        double[] shares = new double[nodes.size()];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = nodes.get(i).share();
        }
        return Sums.of(shares);
    }

    private static boolean countriesKnown(SourcingLink link) {
        for (Upstream node : link.upstream()) {
            if (node.country().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static String region(SourcingLink link) {
        return link.supplier().region().isEmpty()
                ? link.supplier().country()
                : link.supplier().region();
    }

    private static double bought(List<SourcingLink> used) {
        double[] shares = new double[used.size()];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = used.get(i).share();
        }
        return Sums.of(shares);
    }
}
