package io.posture.api;

import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How an item is to be stocked, and why.
 *
 * @param item the key
 * @param posture the decision
 * @param policy code of the policy, for example {@code SAFETY_STOCK_SECOND_SOURCE}
 * @param reasonCode short code of the reason, from a closed vocabulary
 * @param reason one sentence
 * @param safetyStock pieces
 * @param strategicStock pieces held against rare, long failures of supply, apart from the safety stock, 0 if none is wanted; a
 *     finding where one is wanted and its size is not known or refused, which is not 0
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
        Explanation strategicStock,
        Figure reorderPoint,
        Figure orderQuantity,
        List<Explanation> because,
        List<Counterfactual> counterfactuals)
        implements Verdict {

    /** Name of the node of the strategic stock. */
    public static final String STRATEGIC_STOCK = "strategicStockpile";

    /** The strategic stock in a decision of a strategy that sizes none. */
    public static final Explanation STRATEGIC_STOCK_NOT_SIZED = Finding.of(
            STRATEGIC_STOCK,
            Finding.UNKNOWN,
            new Origin.Assumption("the strategy sizes no strategic stock", "use a strategy that does"));

    /** Copies. */
    public PostureDecision {
        because = List.copyOf(because);
        counterfactuals = List.copyOf(counterfactuals);
    }

    /** Pieces of strategic stock; empty where its size is not known. */
    public OptionalDouble strategicPieces() {
        return strategicStock instanceof Figure figure ? OptionalDouble.of(figure.value()) : OptionalDouble.empty();
    }

    /** The first node of this name in the reason tree, depth first. */
    public Optional<Explanation> find(String name) {
        return because.stream().flatMap(node -> node.find(name).stream()).findFirst();
    }
}
