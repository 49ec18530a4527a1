package io.posture.analysis.stress;

import io.posture.api.ItemProfile;
import io.posture.io.Import;
import io.posture.io.SupplyMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is made of what, and what is needed for it. The history of a component holds what products took of it: its own demand
 * is what goes beyond.
 */
final class Products {

    private final Map<String, Double> history = new HashMap<>();
    private final Map<String, List<SupplyMap.Component>> components = new HashMap<>();
    private final Map<String, List<SupplyMap.Component>> uses = new HashMap<>();
    private final Set<String> used = new HashSet<>();
    private final Set<String> circling = new HashSet<>();
    private final Map<String, Double> needs = new HashMap<>();
    private final GapLog gaps;

    Products(Import imported, GapLog gaps) {
        this.gaps = gaps;
        imported.items()
                .forEach(item -> history.put(item.id().sku(), item.demand().meanPerDay()));
        List<SupplyMap.Component> lines = imported.map().components();
        lines.forEach(line -> components
                .computeIfAbsent(line.parent(), none -> new ArrayList<>())
                .add(line));
        lines.forEach(line -> used.add(line.component()));
        Set<SupplyMap.Component> circles = circles(lines);
        for (SupplyMap.Component line : lines) {
            if (circles.contains(line)) {
                circling.add(line.parent());
                circling.add(line.component());
            } else {
                uses.computeIfAbsent(line.component(), none -> new ArrayList<>())
                        .add(line);
            }
        }
        history.keySet().stream().sorted().forEach(this::need);
    }

    /**
     * The lines that are in a circle, or between two of them. What takes part in one has its whole history as its own demand:
     * nobody knows which part of it is whose.
     */
    private static Set<SupplyMap.Component> circles(List<SupplyMap.Component> lines) {
        List<SupplyMap.Component> left = lines;
        int before = -1;
        while (left.size() != before) {
            before = left.size();
            Set<String> parents = left.stream().map(SupplyMap.Component::parent).collect(Collectors.toSet());
            Set<String> parts =
                    left.stream().map(SupplyMap.Component::component).collect(Collectors.toSet());
            left = left.stream()
                    .filter(line -> parts.contains(line.parent()) && parents.contains(line.component()))
                    .toList();
        }
        return Set.copyOf(left);
    }

    List<SupplyMap.Component> components(String item) {
        return components.getOrDefault(item, List.of());
    }

    boolean isComponent(String item) {
        return used.contains(item);
    }

    /** Whether an item is needed, or hangs together with a circle that has to be named. */
    boolean matters(String item) {
        return need(item) > 0 || circling.contains(item);
    }

    /** Pieces a day that are needed of an item, for itself and for what is made of it. */
    double need(String item) {
        Double known = needs.get(item);
        if (known == null) {
            known = Math.max(history.getOrDefault(item, 0.0), taken(item));
            needs.put(item, known);
        }
        return known;
    }

    /** Pieces a day that are needed of an item for itself. */
    double ownDemand(ItemProfile profile) {
        String item = profile.id().sku();
        double shown = profile.demand().meanPerDay();
        if (!isComponent(item)) {
            return shown;
        }
        double taken = taken(item);
        if (shown > 0 && taken > 0) {
            gaps.add(VisibilityGap.Kind.OWN_DEMAND, item);
        }
        return Math.max(0, shown - taken);
    }

    private double taken(String item) {
        double taken = 0;
        for (SupplyMap.Component use : uses.getOrDefault(item, List.of())) {
            taken += need(use.parent()) * use.perPiece();
        }
        return taken;
    }
}
