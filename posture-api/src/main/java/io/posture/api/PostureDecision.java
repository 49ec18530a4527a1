package io.posture.api;

import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import java.util.List;
import java.util.Optional;

/**
 * How an item is to be stocked, and why.
 *
 * @param item the key
 * @param posture the decision
 * @param policy code of the policy, for example {@code SAFETY_STOCK_SECOND_SOURCE}
 * @param reasonCode short code of the reason, from a closed vocabulary
 * @param reason one sentence
 * @param safetyStock pieces
 * @param reorderPoint pieces
 * @param orderQuantity pieces
 * @param because the reason tree: every step of the decision in order
 * @param counterfactuals what would change the decision, found by deciding again
 */
public record PostureDecision(
        ItemId item,
        Posture posture,
        String policy,
        String reasonCode,
        String reason,
        Figure safetyStock,
        Figure reorderPoint,
        Figure orderQuantity,
        List<Explanation> because,
        List<Counterfactual> counterfactuals)
        implements Verdict {

    /** Copies. */
    public PostureDecision {
        because = List.copyOf(because);
        counterfactuals = List.copyOf(counterfactuals);
    }

    /** The first node of this name in the reason tree, depth first. */
    public Optional<Explanation> find(String name) {
        return because.stream().flatMap(node -> node.find(name).stream()).findFirst();
    }
}
