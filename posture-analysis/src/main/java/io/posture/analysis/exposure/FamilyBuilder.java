package io.posture.analysis.exposure;

import io.posture.resilience.network.FinishedGood;
import io.posture.resilience.network.Need;
import io.posture.resilience.network.Site;
import io.posture.resilience.network.SiteNetwork;
import io.posture.stress.BomLine;
import io.posture.stress.NodeKind;
import io.posture.stress.OpenOrder;
import io.posture.stress.Source;
import io.posture.stress.StressItem;
import io.posture.stress.SupplyLink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * Compiles the items of a family into sites. What we hold of an item is a site. It is fed by a site for each of its sources,
 * that one by what is on the way, by the maker and the plant, and these by what stands behind them. A source carries its share and what
 * it is known to carry beyond it, no more: a capacity that nobody stated is no spare capacity.
 */
final class FamilyBuilder {

    /** Rounding of shares is no shortage. */
    private static final double SLACK = 1 + 1e-12;

    private static final double NOTHING = 1e-9;

    private final UpstreamLinks upstream;
    private final ToDoubleFunction<String> need;
    private final List<Site> sites = new ArrayList<>();
    private final List<FinishedGood> finished = new ArrayList<>();
    private final Map<String, Set<String>> stops = new TreeMap<>();
    private final Map<String, Set<String>> nodesOf = new HashMap<>();
    private final Map<String, StressItem> items = new LinkedHashMap<>();

    /**
     * A family.
     *
     * @param need pieces a day that are needed of an item, for itself and for what is made of it
     */
    FamilyBuilder(UpstreamLinks upstream, List<StressItem> family, ToDoubleFunction<String> need) {
        this.upstream = upstream;
        this.need = need;
        family.forEach(item -> items.put(item.id(), item));
    }

    /**
     * The family.
     *
     * @param value money of a piece of an item that is missing, at least 0
     */
    Family build(ToDoubleFunction<String> value) {
        items.values().forEach(this::item);
        for (StressItem item : items.values()) {
            if (item.demandPerDay() > 0) {
                finished.add(new FinishedGood(item.id(), item.demandPerDay(), value.applyAsDouble(item.id())));
            }
        }
        return new Family(SiteNetwork.withoutCycles(sites, finished), stops, goods());
    }

    private void item(StressItem item) {
        double bought = item.sources().stream().mapToDouble(Source::share).sum();
        boolean isMade = !item.components().isEmpty();
        double scale = isMade ? Math.max(1, bought) : bought;
        List<String> from = new ArrayList<>();
        for (Source source : item.sources()) {
            double equal = isMade ? 0 : 1.0 / item.sources().size();
            double share = scale > 0 ? source.share() / scale : equal;
            from.add(new Way(item, source, from.size(), share).site());
        }
        if (isMade && bought < 1 - NOTHING) {
            from.add(made(item, bought));
        }
        List<Need> needs = from.isEmpty() ? List.of() : List.of(new Need(from, 1));
        double stock = item.stock().operating() + item.stock().strategic();
        sites.add(new Site(item.id(), stock, OptionalDouble.empty(), needs));
    }

    private String made(StressItem item, double bought) {
        String id = item.id() + " made";
        List<Need> needs = new ArrayList<>();
        for (BomLine line : item.components()) {
            if (items.containsKey(line.component())) {
                needs.add(new Need(List.of(line.component()), line.perUnit()));
            }
        }
        double most = (1 - bought) * need.applyAsDouble(item.id()) * SLACK;
        sites.add(new Site(id, 0, bought > 0 ? OptionalDouble.of(most) : OptionalDouble.empty(), needs));
        if (!item.madeAt().isEmpty()) {
            down(upstream.key(NodeKind.PLANT, item.madeAt()), id, item.id());
        }
        return id;
    }

    private void down(String node, String site, String item) {
        mark(node, site, item);
        String region = upstream.region(node);
        if (!region.isEmpty()) {
            mark(region, site, item);
        }
    }

    private void mark(String node, String site, String item) {
        stops.computeIfAbsent(node, none -> new HashSet<>()).add(site);
        nodesOf.computeIfAbsent(item, none -> new TreeSet<>()).add(node);
    }

    private Map<String, Integer> goods() {
        Map<String, Integer> goods = new TreeMap<>();
        for (StressItem item : items.values()) {
            if (item.demandPerDay() > 0) {
                Set<String> nodes = new TreeSet<>();
                collect(item.id(), nodes, new HashSet<>());
                nodes.forEach(node -> goods.merge(node, 1, Integer::sum));
            }
        }
        return goods;
    }

    private void collect(String id, Set<String> nodes, Set<String> seen) {
        StressItem item = items.get(id);
        if (item != null && seen.add(id)) {
            nodes.addAll(nodesOf.getOrDefault(id, Set.of()));
            item.components().forEach(line -> collect(line.component(), nodes, seen));
        }
    }

    /** What is on the way from a source, and all that stands behind it. */
    private final class Way {

        private final String item;
        private final String name;
        private final Source source;
        private final double share;
        private final double most;
        private final Map<String, String> siteAt = new HashMap<>();
        private final Set<String> open = new HashSet<>();

        /**
         * A source of an item.
         *
         * @param number of the source
         * @param share of the item's need, scaled to what is bought
         */
        Way(StressItem item, Source source, int number, double share) {
            this.item = item.id();
            this.name = item.id() + " #" + (number + 1);
            this.source = source;
            this.share = share;
            this.most = (share + source.surge().share()) * need.applyAsDouble(item.id()) * SLACK;
        }

        /** The site where it arrives: no more a day than the source carries, and no more than has left its maker. */
        String site() {
            List<Need> needs = new ArrayList<>();
            behind(NodeKind.SUPPLIER, source.supplier(), needs);
            behind(NodeKind.PLANT, source.plant(), needs);
            String sent = name + " sent";
            sites.add(new Site(sent, onTheWay(), OptionalDouble.empty(), needs));
            sites.add(new Site(name, 0, OptionalDouble.of(most), List.of(new Need(List.of(sent), 1))));
            if (!source.lane().isEmpty()) {
                stop(upstream.key(NodeKind.LANE, source.lane()));
            }
            return name;
        }

        private double onTheWay() {
            if (source.openOrders().isEmpty()) {
                return share * need.applyAsDouble(item) * source.leadDays().orElse(0);
            }
            return source.openOrders().stream().mapToDouble(OpenOrder::pieces).sum();
        }

        /** Nothing arrives by a way that is closed, nor when a passage is that it shares with others. */
        private void stop(String lane) {
            if (open.add(lane)) {
                down(lane, name, item);
                upstream.behind(lane)
                        .values()
                        .forEach(links -> links.forEach(link -> stop(upstream.key(link.upstream()))));
                open.remove(lane);
            }
        }

        private void behind(NodeKind kind, String id, List<Need> needs) {
            if (!id.isEmpty()) {
                String key = upstream.key(kind, id);
                if (!siteAt.containsKey(key)) {
                    needs.add(new Need(List.of(node(key)), 1));
                }
            }
        }

        /** The site of a node; it needs every input, of any that deliver it. A circle ends where it closes. */
        private String node(String key) {
            String known = siteAt.get(key);
            if (known != null) {
                return known;
            }
            String site = name + " " + key;
            siteAt.put(key, site);
            open.add(key);
            List<Need> needs = new ArrayList<>();
            upstream.behind(key).forEach((input, links) -> {
                List<SupplyLink> kept = links.stream()
                        .filter(link -> !open.contains(upstream.key(link.upstream())))
                        .toList();
                if (!kept.isEmpty()) {
                    needs.add(new Need(stocked(site + " " + input, kept), 1));
                }
            });
            open.remove(key);
            sites.add(new Site(site, 0, OptionalDouble.empty(), needs));
            down(key, site, item);
            return site;
        }

        /** Who delivers an input, behind what the node holds of it. */
        private List<String> stocked(String input, List<SupplyLink> links) {
            List<String> from = deliveries(input, links);
            double days = links.stream()
                    .mapToDouble(link -> link.coverDays().orElse(0))
                    .min()
                    .orElse(0);
            if (days == 0) {
                return from;
            }
            String store = input + " held";
            double pieces = days * share * need.applyAsDouble(item);
            sites.add(new Site(store, pieces, OptionalDouble.empty(), List.of(new Need(from, 1))));
            return List.of(store);
        }

        /** Who delivers an input, each by its share; the part that the map does not show is there. */
        private List<String> deliveries(String input, List<SupplyLink> links) {
            double shown = links.stream().mapToDouble(SupplyLink::share).sum();
            if (links.size() == 1 && shown >= 1 - NOTHING) {
                return List.of(node(upstream.key(links.get(0).upstream())));
            }
            List<String> from = new ArrayList<>();
            for (SupplyLink link : links) {
                String delivery = input + " of " + link.upstream();
                String behind = node(upstream.key(link.upstream()));
                double part = link.share() / Math.max(1, shown) * most;
                sites.add(new Site(delivery, 0, OptionalDouble.of(part), List.of(new Need(List.of(behind), 1))));
                from.add(delivery);
            }
            if (shown < 1 - NOTHING) {
                String rest = input + " of others";
                sites.add(new Site(rest, 0, OptionalDouble.of((1 - shown) * most), List.of()));
                from.add(rest);
            }
            return from;
        }
    }
}
