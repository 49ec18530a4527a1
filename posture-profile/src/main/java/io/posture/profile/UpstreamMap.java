package io.posture.profile;

import io.posture.api.Upstream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** The places behind suppliers, for one item or for all of a supplier's. Not thread-safe. */
public final class UpstreamMap {

    private static final double SLACK = 1e-9;

    private final Map<Downstream, List<SupplyLinkRow>> rows = new HashMap<>();
    private final Map<Downstream, List<Upstream>> nodes = new HashMap<>();

    /** Nothing known yet. */
    public UpstreamMap() {}

    private record Downstream(String supplier, String sku) {}

    /** Adds a row. */
    public void add(SupplyLinkRow row) {
        rows.computeIfAbsent(new Downstream(row.downstreamSupplier(), row.sku()), key -> new ArrayList<>())
                .add(row);
        nodes.clear();
    }

    /** The places behind a supplier's deliveries of an item by key; those of all its items if the item has none. */
    public List<Upstream> of(String supplier, String sku) {
        Downstream own = new Downstream(supplier, sku);
        Downstream key = rows.containsKey(own) ? own : new Downstream(supplier, "");
        return nodes.computeIfAbsent(key, none -> shared(rows.getOrDefault(key, List.of())));
    }

    private static List<Upstream> shared(List<SupplyLinkRow> rows) {
        Map<String, List<SupplyLinkRow>> byPlace = new TreeMap<>();
        rows.forEach(row -> byPlace.computeIfAbsent(row.upstream(), key -> new ArrayList<>())
                .add(row));
        double given = 0;
        for (List<SupplyLinkRow> place : byPlace.values()) {
            given += given(place);
        }
        long open = rows.stream().filter(row -> row.share().isEmpty()).count();
        // rows without a share divide what is left; beside weights, each of them is one more weight of 1
        double each = open == 0 ? 0 : given < 1 - SLACK ? (1 - given) / open : 1;
        double total = given + open * each;
        double scale = total > 1 + SLACK ? total : 1;
        List<Upstream> places = new ArrayList<>();
        byPlace.forEach((id, place) -> {
            long without = place.stream().filter(row -> row.share().isEmpty()).count();
            double share = Math.min(1, (given(place) + without * each) / scale);
            if (share > 0) {
                places.add(new Upstream(id, country(place), share));
            }
        });
        return List.copyOf(places);
    }

    private static double given(List<SupplyLinkRow> place) {
        return place.stream()
                .map(SupplyLinkRow::share)
                .flatMapToDouble(OptionalDouble::stream)
                .sorted()
                .sum();
    }

    /** The country that the rows of a place agree on; unknown if they contradict each other. */
    private static String country(List<SupplyLinkRow> place) {
        List<String> countries = place.stream()
                .map(SupplyLinkRow::siteCountry)
                .filter(country -> !country.isBlank())
                .distinct()
                .toList();
        return countries.size() == 1 ? countries.get(0) : "";
    }
}
