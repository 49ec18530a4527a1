package io.posture.resilience.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * Sites that deliver to each other, and what they sell. A site that sells and also feeds others is two: its stock and what
 * it makes serve both. Immutable; to be shared by threads.
 */
public final class SiteNetwork {

    private static final int SHOWN = 8;
    /** Cannot begin an id that a table can hold. */
    private static final String SOLD = "\u0000";

    private final Map<String, Integer> places;
    private final Graph graph;
    private final List<List<String>> cycles;

    private SiteNetwork(Map<String, Integer> places, Graph graph, List<List<String>> cycles) {
        this.places = places;
        this.graph = graph;
        this.cycles = cycles;
    }

    /**
     * A network.
     *
     * @throws IllegalArgumentException if an id is used twice or not known, or if a site needs itself, by way of others
     */
    public static SiteNetwork of(List<Site> sites, List<FinishedGood> finished) {
        SiteNetwork network = withoutCycles(sites, finished);
        if (!network.cycles.isEmpty()) {
            throw new IllegalArgumentException("sites need themselves: "
                    + network.cycles.stream()
                            .limit(SHOWN)
                            .map(SiteNetwork::shown)
                            .collect(Collectors.joining("; "))
                    + ". Maybe a delivery is written the wrong way round.");
        }
        return network;
    }

    /**
     * A network in which every cycle is cut where it closes: one delivery of each is left out.
     *
     * @throws IllegalArgumentException if an id is used twice or not known
     */
    public static SiteNetwork withoutCycles(List<Site> sites, List<FinishedGood> finished) {
        check(sites, finished);
        Cycles.Cut cut = Cycles.cut(sites);
        return compile(cut.sites(), finished, cut.cycles());
    }

    /** A cycle in words: {@code A <- B <- A}, each fed by the next. */
    static String shown(List<String> cycle) {
        return String.join(" <- ", cycle);
    }

    /** The cycles that were cut: ids from a site over its suppliers back to it. */
    public List<List<String>> cycles() {
        return cycles;
    }

    /** How many sites it has. */
    public int size() {
        return places.size();
    }

    /** Ids of all sites, in order. */
    public List<String> siteIds() {
        return places.keySet().stream().sorted().toList();
    }

    Graph graph() {
        return graph;
    }

    /**
     * Places of the sites of an event.
     *
     * @throws IllegalArgumentException if one is not in the network
     */
    boolean[] places(Set<String> ids) {
        boolean[] marked = new boolean[graph.sites()];
        for (String id : ids.stream().sorted().toList()) {
            marked[place(id)] = true;
        }
        return marked;
    }

    private int place(String id) {
        return Optional.ofNullable(places.get(id))
                .orElseThrow(() -> new IllegalArgumentException(unknown(id, places.keySet())));
    }

    private static String unknown(String id, Set<String> known) {
        return "no site '" + id + "' in the network. Sites: "
                + known.stream()
                        .sorted()
                        .limit(SHOWN)
                        .collect(Collectors.joining(", ", "[", known.size() > SHOWN ? ", ...]" : "]"));
    }

    private static void check(List<Site> sites, List<FinishedGood> finished) {
        Set<String> ids = new HashSet<>();
        for (Site site : sites) {
            if (!ids.add(site.id())) {
                throw new IllegalArgumentException("site '" + site.id() + "' is in the network twice");
            }
        }
        for (Site site : sites) {
            for (Need need : site.needs()) {
                for (String from : need.from()) {
                    if (!ids.contains(from)) {
                        throw new IllegalArgumentException("'" + site.id() + "' needs " + unknown(from, ids));
                    }
                }
            }
        }
        Set<String> sold = new HashSet<>();
        for (FinishedGood good : finished) {
            if (!ids.contains(good.id())) {
                throw new IllegalArgumentException("finished good: " + unknown(good.id(), ids));
            }
            if (!sold.add(good.id())) {
                throw new IllegalArgumentException("finished good '" + good.id() + "' is in the network twice");
            }
        }
    }

    private static SiteNetwork compile(List<Site> given, List<FinishedGood> finished, List<List<String>> cycles) {
        Set<String> feeding = given.stream()
                .flatMap(site -> site.needs().stream())
                .flatMap(need -> need.from().stream())
                .collect(Collectors.toSet());
        List<Site> sites = new ArrayList<>(given);
        List<FinishedGood> goods = new ArrayList<>();
        for (FinishedGood good : finished) {
            if (feeding.contains(good.id())) {
                String half = SOLD + good.id();
                sites.add(new Site(half, 0, OptionalDouble.empty(), List.of(new Need(List.of(good.id()), 1))));
                goods.add(new FinishedGood(half, good.demandPerDay(), good.margin()));
            } else {
                goods.add(good);
            }
        }
        List<Site> ordered = suppliersFirst(sites);
        Map<String, Integer> numbers = new HashMap<>();
        for (Site site : ordered) {
            numbers.put(site.id(), numbers.size());
        }
        ToIntFunction<String> number = id -> Objects.requireNonNull(numbers.get(id));
        Graph.Builder graph = new Graph.Builder();
        for (Site site : ordered) {
            graph.site(site.stock(), site.capacityPerDay().orElse(Double.POSITIVE_INFINITY));
            for (Need need : site.needs()) {
                graph.group(
                        need.perUnit(), need.from().stream().mapToInt(number).toArray());
            }
        }
        for (FinishedGood good : goods) {
            graph.finished(number.applyAsInt(good.id()), good.demandPerDay(), good.margin());
        }
        Map<String, Integer> places = new HashMap<>();
        given.forEach(site -> places.put(site.id(), number.applyAsInt(site.id())));
        return new SiteNetwork(Map.copyOf(places), graph.build(), cycles);
    }

    /** The sites so that each stands behind those that it needs. */
    private static List<Site> suppliersFirst(List<Site> sites) {
        Map<String, Integer> numbers = new HashMap<>();
        sites.forEach(site -> numbers.put(site.id(), numbers.size()));
        ToIntFunction<String> number = id -> Objects.requireNonNull(numbers.get(id));
        int n = sites.size();
        int[] waiting = new int[n];
        List<List<Integer>> feeds = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            feeds.add(new ArrayList<>());
        }
        for (int j = 0; j < n; j++) {
            for (Need need : sites.get(j).needs()) {
                for (String from : need.from()) {
                    feeds.get(number.applyAsInt(from)).add(j);
                    waiting[j]++;
                }
            }
        }
        int[] order = new int[n];
        int ready = 0;
        for (int i = 0; i < n; i++) {
            if (waiting[i] == 0) {
                order[ready++] = i;
            }
        }
        for (int next = 0; next < ready; next++) {
            for (int j : feeds.get(order[next])) {
                if (--waiting[j] == 0) {
                    order[ready++] = j;
                }
            }
        }
        return Arrays.stream(order).mapToObj(sites::get).toList();
    }
}
