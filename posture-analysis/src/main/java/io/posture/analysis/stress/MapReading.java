package io.posture.analysis.stress;

import io.posture.api.Upstream;
import io.posture.io.SupplyMap;
import io.posture.profile.SupplyLinkRow;
import io.posture.profile.UpstreamMap;
import io.posture.stress.NodeKind;
import io.posture.stress.Source;
import io.posture.stress.StressItem;
import io.posture.stress.SupplyLink;
import io.posture.stress.SupplyNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The nodes and links of the map. One key is one node: a company if suppliers or sourcing have it, else a place.
 */
final class MapReading {

    private static final String GOODS = "goods";

    private final SupplyMap map;
    private final Set<String> sourced;
    private final Set<String> companies = new HashSet<>();
    private final Map<String, SupplyMap.Company> described = new HashMap<>();
    private final Map<String, Set<String>> upstream = new TreeMap<>();
    private final Map<List<String>, List<SupplyMap.Link>> rows = new HashMap<>();
    private final UpstreamMap goods = new UpstreamMap();
    private final UpstreamMap inputs = new UpstreamMap();
    private final OptionalDouble standInRecoveryDays;

    /**
     * A map.
     *
     * @param sourced keys of suppliers that items are bought from
     * @param standInRecoveryDays time to recover of nodes of which nobody says it; empty leaves it unknown
     */
    MapReading(SupplyMap map, Set<String> sourced, OptionalDouble standInRecoveryDays) {
        this.map = map;
        this.sourced = sourced;
        this.standInRecoveryDays = standInRecoveryDays;
        companies.addAll(sourced);
        for (SupplyMap.Company company : map.companies()) {
            companies.add(company.id());
            described.put(company.id(), company);
            if (!company.parent().isEmpty()) {
                companies.add(company.parent());
            }
        }
        Set<String> behind = new HashSet<>();
        map.links().forEach(link -> behind.add(link.upstream()));
        for (SupplyMap.Link link : map.links()) {
            if (!behind.contains(link.downstream())) {
                companies.add(link.downstream());
            }
            upstream.computeIfAbsent(link.downstream(), none -> new TreeSet<>()).add(link.upstream());
            rows.computeIfAbsent(List.of(link.upstream(), link.downstream()), none -> new ArrayList<>())
                    .add(link);
            if (isGoods(link)) {
                goods.add(row(link, link.item()));
            } else {
                inputs.add(row(link, link.commodity()));
            }
        }
        for (SupplyMap.Terms terms : map.sources()) {
            if (!terms.site().isEmpty()) {
                upstream.computeIfAbsent(terms.pair().supplier(), none -> new TreeSet<>())
                        .add(terms.site());
            }
        }
    }

    /** A row that names an item is of the goods themselves, whatever commodity stands beside it. */
    private static boolean isGoods(SupplyMap.Link link) {
        return link.commodity().isEmpty() || !link.item().isEmpty();
    }

    private static SupplyLinkRow row(SupplyMap.Link link, String of) {
        return new SupplyLinkRow(link.downstream(), link.upstream(), of, link.share(), link.country());
    }

    /** The places where a supplier's deliveries of an item are made; shares add up to at most 1. */
    List<Upstream> places(String supplier, String item) {
        return goods.of(supplier, item);
    }

    /** What a source names as its plant. */
    String plant(String id) {
        return companies.contains(id) ? key(id) : id;
    }

    private String key(String id) {
        return kind(id).text() + ":" + id;
    }

    private NodeKind kind(String id) {
        return companies.contains(id) ? NodeKind.SUPPLIER : NodeKind.PLANT;
    }

    boolean isBlocked(String supplier) {
        SupplyMap.Company company = described.get(supplier);
        return company != null && company.blocked();
    }

    OptionalDouble bringUpDays(String supplier) {
        SupplyMap.Company company = described.get(supplier);
        return company == null ? OptionalDouble.empty() : company.bringUpDays();
    }

    OptionalDouble rampDays(String supplier) {
        SupplyMap.Company company = described.get(supplier);
        return company == null ? OptionalDouble.empty() : company.rampDays();
    }

    /** Suppliers, places and lanes. */
    List<SupplyNode> nodes() {
        List<SupplyNode> nodes = new ArrayList<>();
        Map<String, Set<String>> countries = countries();
        tiers().forEach((id, tier) -> nodes.add(new SupplyNode(
                id,
                kind(id),
                tier,
                recovery(id),
                region(id, countries.getOrDefault(id, Set.of())),
                upstream.containsKey(id))));
        Set<String> lanes = new TreeSet<>();
        for (SupplyMap.Lane lane : map.lanes()) {
            lanes.add(lane.id());
            if (!lane.chokepoint().isEmpty()) {
                lanes.add(lane.chokepoint());
            }
        }
        lanes.forEach(id -> nodes.add(SupplyNode.of(id, NodeKind.LANE).withKnownUpstream()));
        return nodes;
    }

    /** {@code kind:id} of the suppliers and places that items stand on, over whatever steps. */
    Set<String> behind(List<StressItem> items) {
        Set<String> found = new HashSet<>();
        Deque<String> next = new ArrayDeque<>();
        for (StressItem item : items) {
            item.sources().stream()
                    .map(Source::supplier)
                    .filter(id -> !id.isEmpty() && found.add(id))
                    .forEach(next::add);
        }
        map.products().values().stream()
                .map(SupplyMap.Product::madeAt)
                .filter(id -> !id.isEmpty() && found.add(id))
                .forEach(next::add);
        while (!next.isEmpty()) {
            for (String up : upstream.getOrDefault(next.remove(), Set.of())) {
                if (found.add(up)) {
                    next.add(up);
                }
            }
        }
        return found.stream().map(this::key).collect(Collectors.toSet());
    }

    private OptionalDouble recovery(String id) {
        SupplyMap.Company company = described.get(id);
        OptionalDouble known = company == null ? OptionalDouble.empty() : company.recoveryDays();
        return known.isPresent() && known.getAsDouble() > 0 ? known : standInRecoveryDays;
    }

    private Map<String, Set<String>> countries() {
        Map<String, Set<String>> countries = new HashMap<>();
        for (SupplyMap.Link link : map.links()) {
            if (!link.country().isEmpty()) {
                countries
                        .computeIfAbsent(link.upstream(), none -> new HashSet<>())
                        .add(link.country());
            }
        }
        return countries;
    }

    /** A place that rows put into several countries is in none that is known. */
    private String region(String id, Set<String> countries) {
        SupplyMap.Company company = described.get(id);
        if (company != null && !company.region().isEmpty()) {
            return company.region();
        }
        if (company != null && !company.country().isEmpty()) {
            return company.country();
        }
        return countries.size() == 1
                ? countries.iterator().next()
                : countries.isEmpty() ? map.countries().getOrDefault(id, "") : "";
    }

    /** How far each node is from us; those that nobody buys from and nobody stands before deliver to us too. */
    private Map<String, Integer> tiers() {
        Map<String, Integer> tiers = new TreeMap<>();
        Set<String> behind = new HashSet<>();
        upstream.values().forEach(behind::addAll);
        Deque<String> next = new ArrayDeque<>(new TreeSet<>(sourced));
        companies.stream().filter(id -> !behind.contains(id)).sorted().forEach(next::add);
        next.forEach(id -> tiers.put(id, 1));
        while (!next.isEmpty()) {
            String id = next.remove();
            for (String up : upstream.getOrDefault(id, Set.of())) {
                if (!tiers.containsKey(up)) {
                    tiers.put(up, tiers.getOrDefault(id, 1) + 1);
                    next.add(up);
                }
            }
        }
        companies.forEach(id -> tiers.putIfAbsent(id, 1));
        map.products().values().stream()
                .map(SupplyMap.Product::madeAt)
                .filter(id -> !id.isEmpty())
                .forEach(id -> tiers.putIfAbsent(id, 1));
        upstream.forEach((id, ups) -> {
            tiers.putIfAbsent(id, 1);
            ups.forEach(up -> tiers.putIfAbsent(up, 2));
        });
        return tiers;
    }

    /**
     * What stands behind nodes, whatever the item. The places of suppliers that items are bought from are kept by item instead,
     * unless somebody else stands on such a supplier, too.
     */
    List<SupplyLink> links() {
        List<SupplyLink> links = new ArrayList<>();
        for (SupplyMap.Company company : map.companies()) {
            String parent = company.parent();
            if (!parent.isEmpty() && !parent.equals(company.id())) {
                links.add(SupplyLink.of(key(parent), key(company.id())).with(0, 0));
            }
        }
        Map<String, Set<String>> items = new TreeMap<>();
        Map<String, Set<String>> commodities = new TreeMap<>();
        Set<String> behind = new HashSet<>();
        for (SupplyMap.Link link : map.links()) {
            behind.add(link.upstream());
            if (isGoods(link)) {
                items.computeIfAbsent(link.downstream(), none -> new LinkedHashSet<>())
                        .add(link.item());
            } else {
                commodities
                        .computeIfAbsent(link.downstream(), none -> new TreeSet<>())
                        .add(link.commodity());
            }
        }
        items.forEach((id, of) -> {
            if (!sourced.contains(id)) {
                links.addAll(goods(id, of));
            } else if (behind.contains(id) && of.contains("")) {
                links.addAll(goods(id, Set.of("")));
            }
        });
        commodities.forEach((id, of) -> of.forEach(commodity ->
                inputs.of(id, commodity).forEach(place -> add(links, place.id(), id, commodity, place.share()))));
        for (SupplyMap.Lane lane : map.lanes()) {
            if (!lane.chokepoint().isEmpty() && !lane.chokepoint().equals(lane.id())) {
                links.add(
                        SupplyLink.of(lane(lane.chokepoint()), lane(lane.id())).with(0, 0));
            }
        }
        return links;
    }

    /** The largest share that a place has of any item. */
    private List<SupplyLink> goods(String id, Set<String> items) {
        Map<String, Double> shares = new TreeMap<>();
        items.forEach(item -> goods.of(id, item).forEach(place -> shares.merge(place.id(), place.share(), Math::max)));
        List<SupplyLink> links = new ArrayList<>();
        shares.forEach((place, share) -> add(links, place, id, "", share));
        return links;
    }

    /**
     * Adds a link.
     *
     * @param commodity what is delivered; empty for the goods themselves
     */
    private void add(List<SupplyLink> links, String up, String down, String commodity, double share) {
        if (!up.equals(down)) {
            List<SupplyMap.Link> rows = this.rows.getOrDefault(List.of(up, down), List.of()).stream()
                    .filter(row ->
                            isGoods(row) ? commodity.isEmpty() : row.commodity().equals(commodity))
                    .toList();
            links.add(new SupplyLink(
                    key(up),
                    key(down),
                    commodity.isEmpty() ? GOODS : "commodity " + commodity,
                    Math.min(1, share),
                    cover(rows),
                    rows.stream()
                            .mapToDouble(row -> row.transitDays().orElse(0))
                            .max()
                            .orElse(0)));
        }
    }

    /** The least of all rows; unknown if one does not say it. */
    private static OptionalDouble cover(List<SupplyMap.Link> rows) {
        return rows.stream().anyMatch(row -> row.coverDays().isEmpty())
                ? OptionalDouble.empty()
                : rows.stream()
                        .mapToDouble(row -> row.coverDays().getAsDouble())
                        .min();
    }

    private static String lane(String id) {
        return NodeKind.LANE.text() + ":" + id;
    }
}
