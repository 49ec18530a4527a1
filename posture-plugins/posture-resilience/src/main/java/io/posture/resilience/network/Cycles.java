package io.posture.resilience.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Sites that need themselves, by way of others. */
final class Cycles {

    private enum Mark {
        OPEN,
        DONE
    }

    /** A site on the path, with the suppliers not looked at yet. */
    private record Step(String id, Iterator<String> suppliers) {}

    private final Map<String, Site> sites = new HashMap<>();
    private final Map<String, Mark> marks = new HashMap<>();
    private final Deque<Step> path = new ArrayDeque<>();
    private final List<List<String>> found = new ArrayList<>();
    private final Map<String, Set<String>> cut = new HashMap<>();

    private Cycles(List<Site> sites) {
        sites.forEach(site -> this.sites.put(site.id(), site));
        sites.forEach(site -> walk(site.id()));
    }

    /**
     * Sites without the deliveries that close a cycle.
     *
     * @param sites the sites, in their order
     * @param cycles each cycle: ids from a site over its suppliers back to it
     */
    record Cut(List<Site> sites, List<List<String>> cycles) {}

    /** Finds every cycle and cuts it where it closes; a need whose only suppliers are cut is left out. */
    static Cut cut(List<Site> sites) {
        Cycles cycles = new Cycles(sites);
        List<Site> acyclic = sites.stream().map(cycles::withoutCuts).toList();
        return new Cut(acyclic, List.copyOf(cycles.found));
    }

    private void walk(String start) {
        if (marks.containsKey(start)) {
            return;
        }
        push(start);
        while (!path.isEmpty()) {
            Step step = path.peek();
            if (!step.suppliers().hasNext()) {
                marks.put(step.id(), Mark.DONE);
                path.pop();
                continue;
            }
            String supplier = step.suppliers().next();
            Mark mark = marks.get(supplier);
            if (mark == Mark.OPEN) {
                close(step.id(), supplier);
            } else if (mark == null) {
                push(supplier);
            }
        }
    }

    private void push(String id) {
        marks.put(id, Mark.OPEN);
        Stream<String> suppliers = Optional.ofNullable(sites.get(id)).stream()
                .flatMap(site -> site.needs().stream())
                .flatMap(need -> need.from().stream())
                .distinct();
        path.push(new Step(id, suppliers.iterator()));
    }

    private void close(String consumer, String supplier) {
        List<String> cycle = new ArrayList<>();
        cycle.add(supplier);
        for (Step step : path) {
            cycle.add(1, step.id());
            if (step.id().equals(supplier)) {
                cycle.remove(1);
                break;
            }
        }
        cycle.add(supplier);
        found.add(List.copyOf(cycle));
        cut.computeIfAbsent(consumer, id -> new HashSet<>()).add(supplier);
    }

    private Site withoutCuts(Site site) {
        Set<String> gone = cut.getOrDefault(site.id(), Set.of());
        if (gone.isEmpty()) {
            return site;
        }
        List<Need> needs = new ArrayList<>();
        for (Need need : site.needs()) {
            List<String> left =
                    need.from().stream().filter(id -> !gone.contains(id)).toList();
            if (left.size() == need.from().size()) {
                needs.add(need);
            } else if (!left.isEmpty()) {
                needs.add(new Need(left, need.perUnit()));
            }
        }
        return new Site(site.id(), site.stock(), site.capacityPerDay(), needs);
    }
}
