package io.posture.stress;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The standard set: the supplier on which most money depends down for 30 days, the lane on which most depends closed for
 * 60 days, demand +50 % for 30 days, lead times times 3, and the node behind our suppliers on which most depends down for
 * its time to recover.
 *
 * @param scenarios those that the network allows
 * @param leftOut why others are missing, and what they need
 */
public record StandardScenarios(List<StressScenario> scenarios, List<String> leftOut) {

    private static final int SUPPLIER_DAYS = 30;
    private static final int LANE_DAYS = 60;
    private static final double RISE = 0.5;
    private static final int RISE_DAYS = 30;
    private static final double TIMES = 3;

    /** Copies. */
    public StandardScenarios {
        scenarios = List.copyOf(scenarios);
        leftOut = List.copyOf(leftOut);
    }

    /** The set for a network. */
    public static StandardScenarios of(StressNetwork network) {
        List<StressScenario> scenarios = new ArrayList<>();
        List<String> left = new ArrayList<>();
        double[] money = exposure(network, true);
        double[] pieces = exposure(network, false);
        OptionalInt supplier =
                most(network, money, pieces, node -> node.kind() == NodeKind.SUPPLIER && node.tier() == 1);
        if (supplier.isPresent()) {
            String id = network.nodes().get(supplier.getAsInt()).id();
            scenarios.add(new StressScenario("supplier-down", List.of(new Shock.SupplierDown(id, SUPPLIER_DAYS))));
        } else {
            left.add("supplier-down: no item has a known supplier. Fill in sourcing or receipts.");
        }
        OptionalInt lane = most(network, money, pieces, node -> node.kind() == NodeKind.LANE);
        if (lane.isPresent()) {
            String id = network.nodes().get(lane.getAsInt()).id();
            scenarios.add(new StressScenario("lane-closed", List.of(new Shock.LaneClosed(id, LANE_DAYS))));
        } else {
            left.add("lane-closed: no item has a known lane. Fill in sourcing.lane_id.");
        }
        scenarios.add(new StressScenario("demand-up", List.of(new Shock.DemandUp(RISE, RISE_DAYS))));
        scenarios.add(new StressScenario("lead-times", List.of(new Shock.LeadTimesTimes(TIMES))));
        Predicate<SupplyNode> deep = node -> node.tier() > 1 && node.kind() != NodeKind.REGION;
        OptionalInt behind = most(
                network,
                money,
                pieces,
                deep.and(node -> node.timeToRecoverDays().isPresent()));
        if (behind.isPresent()) {
            String key = network.nodes().get(behind.getAsInt()).key();
            scenarios.add(new StressScenario("tier-2-down", List.of(new Shock.NodeDown(key))));
        } else {
            boolean any = network.nodes().stream().anyMatch(deep);
            left.add("tier-2-down: "
                    + (any
                            ? "no node behind our suppliers has a time to recover. Fill in suppliers.ttr_days."
                            : "nothing is known of what stands behind our suppliers. Fill in supply_links."));
        }
        return new StandardScenarios(scenarios, left);
    }

    /** What depends on each node a day: margin, or pieces. */
    private static double[] exposure(StressNetwork network, boolean money) {
        ItemTable table = network.table();
        double[] weights = new double[network.nodes().size()];
        for (int item = 0; item < table.items.size(); item++) {
            double weight = table.needPerDay[item] * (money ? table.worth[item] : 1);
            if (table.madeAt[item] >= 0) {
                weights[table.madeAt[item]] += weight;
            }
            for (int source = table.starts[item]; source < table.starts[item + 1]; source++) {
                for (int node : new int[] {table.supplier[source], table.plant[source], table.lane[source]}) {
                    if (node >= 0) {
                        weights[node] += weight * table.share[source];
                    }
                }
            }
        }
        network.graph().passUp(weights);
        return weights;
    }

    private static OptionalInt most(
            StressNetwork network, double[] money, double[] pieces, Predicate<SupplyNode> kind) {
        return IntStream.range(0, money.length)
                .filter(node -> pieces[node] > 0 && kind.test(network.nodes().get(node)))
                .boxed()
                .min(Comparator.comparingDouble((Integer node) -> -money[node])
                        .thenComparingDouble(node -> -pieces[node])
                        .thenComparing(node -> network.nodes().get(node).id()))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }
}
