package io.posture.analysis.stress;

import io.posture.stress.ItemImpact;
import io.posture.stress.NodeKind;
import io.posture.stress.ScenarioResult;
import io.posture.stress.Shock;
import io.posture.stress.Source;
import io.posture.stress.StressItem;
import io.posture.stress.StressNetwork;
import io.posture.stress.SupplyNode;
import io.posture.stress.Unknown;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Items that a scenario did not reach, and maybe should have: what it stops may stand behind them unseen. They are not safe.
 *
 * @param items how many
 * @param parts what is unknown of them
 */
public record Unseen(int items, List<Unknown> parts) {

    /** Copies. */
    public Unseen {
        parts = List.copyOf(parts);
    }

    /** The items that nothing is said of. */
    static Unseen of(StressNetwork network, ScenarioResult result) {
        // a rise of demand reaches all: then those that do not go short are not said to be safe either
        boolean rise = result.scenario().shocks().stream().anyMatch(Shock.DemandUp.class::isInstance);
        Set<String> reached = result.impacts().stream()
                .filter(impact -> !rise || impact.isHit())
                .map(ItemImpact::item)
                .collect(Collectors.toSet());
        Set<Unknown> looked = EnumSet.noneOf(Unknown.class);
        Map<String, SupplyNode> nodes = new HashMap<>();
        network.nodes().forEach(node -> nodes.put(node.key(), node));
        for (Shock shock : result.scenario().shocks()) {
            looked.addAll(parts(shock, network.nodes()));
        }
        Set<String> unsupplied = new HashSet<>(network.unknown().getOrDefault(Unknown.SOURCE, List.of()));
        Set<Unknown> parts = EnumSet.noneOf(Unknown.class);
        int count = 0;
        for (StressItem item : looked.isEmpty() ? List.<StressItem>of() : network.items()) {
            if (!reached.contains(item.id())) {
                Set<Unknown> unknown = unknown(item, nodes);
                if (unsupplied.contains(item.id())) {
                    unknown.add(Unknown.SOURCE);
                }
                unknown.retainAll(looked);
                parts.addAll(unknown);
                count += unknown.isEmpty() ? 0 : 1;
            }
        }
        return new Unseen(count, List.copyOf(parts));
    }

    /** What must be known to say that a shock does not reach an item. */
    private static Set<Unknown> parts(Shock shock, List<SupplyNode> nodes) {
        if (shock instanceof Shock.SupplierDown) {
            return EnumSet.of(Unknown.SOURCE, Unknown.SUPPLIER);
        }
        if (shock instanceof Shock.LaneClosed) {
            return EnumSet.of(Unknown.SOURCE, Unknown.LANE);
        }
        if (shock instanceof Shock.LeadTimesTimes) {
            return EnumSet.of(Unknown.SOURCE, Unknown.LEAD_TIME);
        }
        Set<Unknown> parts = EnumSet.noneOf(Unknown.class);
        if (shock instanceof Shock.NodeDown down) {
            nodes.stream()
                    .filter(node -> node.key().equals(down.node()) || node.id().equals(down.node()))
                    .forEach(node -> parts.addAll(parts(node)));
        }
        return parts;
    }

    private static Set<Unknown> parts(SupplyNode node) {
        return switch (node.kind()) {
            case SUPPLIER ->
                node.tier() > 1
                        ? EnumSet.of(Unknown.SOURCE, Unknown.SUPPLIER, Unknown.UPSTREAM)
                        : EnumSet.of(Unknown.SOURCE, Unknown.SUPPLIER);
            case PLANT -> EnumSet.of(Unknown.SOURCE, Unknown.PLANT);
            case LANE -> EnumSet.of(Unknown.SOURCE, Unknown.LANE);
            case REGION -> EnumSet.of(Unknown.SOURCE, Unknown.SUPPLIER, Unknown.PLANT, Unknown.REGION);
        };
    }

    /** What is unknown of the sources that an item is bought from. */
    private static Set<Unknown> unknown(StressItem item, Map<String, SupplyNode> nodes) {
        Set<Unknown> unknown = EnumSet.noneOf(Unknown.class);
        if (!item.components().isEmpty()) {
            add(unknown, Unknown.PLANT, item.madeAt().isEmpty());
            SupplyNode works = node(nodes, NodeKind.PLANT, item.madeAt());
            add(unknown, Unknown.REGION, works != null && works.region().isEmpty());
        }
        boolean bought = item.sources().stream().anyMatch(source -> source.share() > 0);
        for (Source source : item.sources()) {
            if (source.share() == 0 && bought) {
                continue;
            }
            add(unknown, Unknown.SUPPLIER, source.supplier().isEmpty());
            add(unknown, Unknown.PLANT, source.plant().isEmpty());
            add(unknown, Unknown.LANE, source.lane().isEmpty());
            add(unknown, Unknown.LEAD_TIME, source.leadDays().isEmpty());
            SupplyNode supplier = node(nodes, NodeKind.SUPPLIER, source.supplier());
            SupplyNode plant = node(nodes, NodeKind.PLANT, source.plant());
            add(unknown, Unknown.REGION, supplier != null && supplier.region().isEmpty());
            add(unknown, Unknown.REGION, plant != null && plant.region().isEmpty());
            SupplyNode maker = plant == null ? supplier : plant;
            add(unknown, Unknown.UPSTREAM, maker != null && !maker.upstreamKnown());
        }
        return unknown;
    }

    private static @Nullable SupplyNode node(Map<String, SupplyNode> nodes, NodeKind kind, String id) {
        SupplyNode exact = nodes.get(kind.text() + ":" + id);
        return exact == null ? nodes.get(id) : exact;
    }

    private static void add(Set<Unknown> unknown, Unknown part, boolean missing) {
        if (missing) {
            unknown.add(part);
        }
    }

    /** In words, like {@code supply or lane}. */
    public String text() {
        return parts.stream().map(Unseen::word).collect(Collectors.joining(" or "));
    }

    private static String word(Unknown part) {
        return switch (part) {
            case SOURCE -> "supply";
            case UPSTREAM -> "upstream";
            case LEAD_TIME -> "lead time";
            default -> part.name().toLowerCase(Locale.ROOT);
        };
    }
}
