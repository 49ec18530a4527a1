package io.posture.analysis.exposure;

import io.posture.analysis.stress.SupplyNetwork;
import io.posture.stress.BomLine;
import io.posture.stress.StressItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The items of a network, those together that share what they are made of: programs of different families have nothing in
 * common, so that impacts add up.
 *
 * @param all the families
 * @param goods items with a demand of their own that are in one of them
 * @param unknownGoods items with a demand of their own that are in none, or need a component of which nobody knows who
 *     supplies it
 */
record Families(List<Family> all, List<StressItem> goods, int unknownGoods) {

    Families {
        all = List.copyOf(all);
        goods = List.copyOf(goods);
    }

    static Families of(SupplyNetwork network) {
        return new Reading(network).families();
    }

    private static final class Reading {

        private final SupplyNetwork network;
        private final Map<String, StressItem> items = new LinkedHashMap<>();
        private final Map<String, List<BomUse>> uses = new HashMap<>();
        private final Map<String, Double> needs = new HashMap<>();
        private final Map<String, Boolean> supplied = new HashMap<>();

        private record BomUse(String parent, double perUnit) {}

        Reading(SupplyNetwork network) {
            this.network = network;
            for (StressItem item : network.network().items()) {
                items.put(item.id(), item);
                for (BomLine line : item.components()) {
                    uses.computeIfAbsent(line.component(), none -> new ArrayList<>())
                            .add(new BomUse(item.id(), line.perUnit()));
                }
            }
        }

        Families families() {
            UpstreamLinks upstream = new UpstreamLinks(network.network());
            List<Family> families = new ArrayList<>();
            List<StressItem> goods = new ArrayList<>();
            int unknown = 0;
            for (List<StressItem> group : groups()) {
                families.add(new FamilyBuilder(upstream, group, this::need)
                        .build(id -> network.valueOfPiece(id).orElse(0)));
            }
            for (StressItem item : items.values()) {
                if (item.demandPerDay() > 0) {
                    boolean known = isSupplied(item.id());
                    unknown += known ? 0 : 1;
                    if (known) {
                        goods.add(item);
                    }
                }
            }
            return new Families(families, goods, unknown);
        }

        /** Items that are made of each other or of the same, with at least one source among them. */
        private List<List<StressItem>> groups() {
            Set<String> seen = new HashSet<>();
            List<List<StressItem>> groups = new ArrayList<>();
            for (String first : items.keySet()) {
                if (seen.contains(first)) {
                    continue;
                }
                List<StressItem> group = new ArrayList<>();
                List<String> open = new ArrayList<>(List.of(first));
                seen.add(first);
                while (!open.isEmpty()) {
                    StressItem item = items.get(open.remove(open.size() - 1));
                    if (item == null) {
                        continue;
                    }
                    group.add(item);
                    item.components().stream()
                            .map(BomLine::component)
                            .filter(seen::add)
                            .forEach(open::add);
                    uses.getOrDefault(item.id(), List.of()).stream()
                            .map(BomUse::parent)
                            .filter(seen::add)
                            .forEach(open::add);
                }
                if (group.stream().anyMatch(item -> !item.sources().isEmpty())) {
                    groups.add(group);
                }
            }
            return groups;
        }

        /** Pieces a day, for itself and for what is made of it. In a circle nobody knows whose they are. */
        private double need(String id) {
            Double known = needs.get(id);
            if (known != null) {
                return known;
            }
            StressItem item = items.get(id);
            double own = item == null ? 0 : item.demandPerDay();
            needs.put(id, own);
            double need = own;
            for (BomUse use : uses.getOrDefault(id, List.of())) {
                need += need(use.parent()) * use.perUnit();
            }
            needs.put(id, need);
            return need;
        }

        /** Whether somebody is known to deliver it, or all that it is made of. */
        private boolean isSupplied(String id) {
            Boolean known = supplied.get(id);
            if (known != null) {
                return known;
            }
            supplied.put(id, true);
            StressItem item = items.get(id);
            boolean is = item != null
                    && (!item.sources().isEmpty()
                            || (!item.components().isEmpty()
                                    && item.components().stream().allMatch(line -> isSupplied(line.component()))));
            supplied.put(id, is);
            return is;
        }
    }
}
