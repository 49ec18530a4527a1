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

/**
 * What is made of what, and what is needed for it. The history of a component holds what products took of it: its own demand
 * is what goes beyond.
 */
final class Products {

    private final Map<String, Double> history = new HashMap<>();
    private final Map<String, List<SupplyMap.Component>> components = new HashMap<>();
    private final Map<String, List<SupplyMap.Component>> uses = new HashMap<>();
    private final Map<String, Double> needs = new HashMap<>();
    private final GapLog gaps;

    Products(Import imported, GapLog gaps) {
        this.gaps = gaps;
        imported.population()
                .items()
                .forEach(item -> history.put(item.id().sku(), item.demand().meanPerDay()));
        for (SupplyMap.Component line : imported.map().components()) {
            components.computeIfAbsent(line.parent(), none -> new ArrayList<>()).add(line);
            uses.computeIfAbsent(line.component(), none -> new ArrayList<>()).add(line);
        }
        history.keySet().stream().sorted().forEach(item -> need(item, new HashSet<>()));
    }

    List<SupplyMap.Component> components(String item) {
        return components.getOrDefault(item, List.of());
    }

    boolean isComponent(String item) {
        return uses.containsKey(item);
    }

    /** Pieces a day that are needed of an item, for itself and for what is made of it. */
    double need(String item) {
        return needs.getOrDefault(item, 0.0);
    }

    /** Pieces a day that are needed of an item for itself. */
    double ownDemand(ItemProfile profile) {
        String item = profile.id().sku();
        double shown = profile.demand().meanPerDay();
        if (!isComponent(item)) {
            return shown;
        }
        double taken = taken(item, new HashSet<>());
        if (shown > 0 && taken > 0) {
            gaps.add(VisibilityGap.Kind.OWN_DEMAND, item);
        }
        return Math.max(0, shown - taken);
    }

    private double taken(String item, Set<String> above) {
        double taken = 0;
        for (SupplyMap.Component use : uses.getOrDefault(item, List.of())) {
            taken += need(use.parent(), above) * use.perPiece();
        }
        return taken;
    }

    /** A product that is made of itself, over whatever steps, needs nothing of itself. */
    private double need(String item, Set<String> above) {
        Double known = needs.get(item);
        if (known != null) {
            return known;
        }
        if (!above.add(item)) {
            return 0;
        }
        double need = Math.max(history.getOrDefault(item, 0.0), taken(item, above));
        above.remove(item);
        needs.put(item, need);
        return need;
    }
}
