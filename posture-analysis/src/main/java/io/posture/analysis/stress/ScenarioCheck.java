package io.posture.analysis.stress;

import io.posture.io.input.NearestNames;
import io.posture.stress.NodeKind;
import io.posture.stress.Shock;
import io.posture.stress.StressNetwork;
import io.posture.stress.StressScenario;
import io.posture.stress.SupplyNode;
import java.util.List;
import java.util.stream.Collectors;

/** Whether a network has what scenarios name. */
final class ScenarioCheck {

    private static final int NAMED = 5;

    private final List<SupplyNode> nodes;

    ScenarioCheck(StressNetwork network) {
        this.nodes = network.nodes();
    }

    /**
     * Makes sure that every shock finds its node.
     *
     * @throws IllegalArgumentException if one does not, naming those that are near
     */
    void require(StressScenario scenario) {
        for (Shock shock : scenario.shocks()) {
            String who = "scenario '" + scenario.name() + "': ";
            if (shock instanceof Shock.SupplierDown down) {
                require(who, NodeKind.SUPPLIER, down.supplier());
            } else if (shock instanceof Shock.LaneClosed closed) {
                require(who, NodeKind.LANE, closed.lane());
            } else if (shock instanceof Shock.NodeDown down) {
                require(who, down);
            }
        }
    }

    private void require(String who, NodeKind kind, String id) {
        List<String> ids = nodes.stream()
                .filter(node -> node.kind() == kind)
                .map(SupplyNode::id)
                .sorted()
                .toList();
        if (!ids.contains(id)) {
            throw new IllegalArgumentException(who + "there is no " + kind.text() + " '" + id + "'."
                    + near(id, ids, kind.text() + "s") + elsewhere(id));
        }
    }

    private void require(String who, Shock.NodeDown down) {
        String id = down.node();
        List<SupplyNode> matches = nodes.stream()
                .filter(node -> node.key().equals(id) || node.id().equals(id))
                .toList();
        if (matches.isEmpty()) {
            int colon = id.indexOf(':');
            List<String> names = nodes.stream()
                    .map(colon > 0 ? SupplyNode::key : SupplyNode::id)
                    .sorted()
                    .toList();
            throw new IllegalArgumentException(who + "there is no node '" + id + "'." + near(id, names, "nodes"));
        }
        if (down.days().isEmpty()
                && matches.size() == 1
                && matches.get(0).timeToRecoverDays().isEmpty()) {
            throw new IllegalArgumentException(
                    who + "the time to recover of " + matches.get(0).key()
                            + " is unknown. Say how long it is down, like '" + id
                            + "=30d', fill in suppliers.ttr_days, or say how"
                            + " long such nodes take: --ttr 30d.");
        }
    }

    private static String near(String id, List<String> ids, String what) {
        String maybe = NearestNames.maybe(id, ids);
        return maybe.isEmpty() ? known(what, ids) : maybe;
    }

    private static String known(String what, List<String> ids) {
        if (ids.isEmpty()) {
            return " The data name no " + what + ".";
        }
        String first = ids.stream().limit(NAMED).collect(Collectors.joining("', '", "'", "'"));
        return " There are " + ids.size() + " " + what + ": " + first + (ids.size() > NAMED ? ", ..." : "") + ".";
    }

    private String elsewhere(String id) {
        return nodes.stream()
                .filter(node -> node.id().equals(id))
                .findFirst()
                .map(node -> " It is a " + node.kind().text() + ": --node-down '" + node.key() + "=30d'.")
                .orElse("");
    }
}
