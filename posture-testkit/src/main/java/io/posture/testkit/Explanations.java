package io.posture.testkit;

import io.posture.api.Outcome;
import io.posture.api.Segment;
import io.posture.api.SegmentedItem;
import io.posture.explain.Explanation;
import io.posture.explain.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks into the reason trees of outcomes. */
final class Explanations {

    private Explanations() {}

    static SegmentedItem segmented(Outcome outcome) {
        if (outcome instanceof Outcome.Decided decided) {
            return decided.item().segmented();
        }
        if (outcome instanceof Outcome.Undecided undecided) {
            return undecided.item().segmented();
        }
        return new SegmentedItem(((Outcome.Failed) outcome).profile(), Map.of());
    }

    /** Everything an outcome says, apart from the objects of the item's owner. */
    static String text(Outcome outcome) {
        String verdict = outcome instanceof Outcome.Decided decided
                ? decided.decision().toString()
                : outcome instanceof Outcome.Undecided undecided
                        ? undecided.verdict().toString()
                        : "failed";
        return outcome.id() + " " + segmented(outcome).segments() + " " + verdict;
    }

    static void requireComplete(Outcome outcome) {
        trees(outcome).forEach(tree -> requireComplete(outcome, tree));
    }

    private static List<Explanation> trees(Outcome outcome) {
        List<Explanation> trees = new ArrayList<>();
        for (Segment segment : segmented(outcome).segments().values()) {
            trees.add(segment.reason());
            trees.addAll(segment.figures());
        }
        if (outcome instanceof Outcome.Decided decided) {
            trees.addAll(decided.item().sizes().values());
            trees.addAll(decided.decision().because());
        } else if (outcome instanceof Outcome.Undecided undecided) {
            trees.addAll(undecided.item().sizes().values());
            trees.addAll(undecided.verdict().because());
        }
        return trees;
    }

    private static void requireComplete(Outcome outcome, Explanation node) {
        if (node.origin() instanceof Origin.Formula formula
                && (formula.id().isBlank()
                        || formula.expression().isBlank()
                        || formula.citation().isBlank())) {
            throw new AssertionError("'" + node.name() + "' of " + outcome.id()
                    + " needs a formula id, its expression and a citation, was " + formula);
        }
        if (node.origin() instanceof Origin.Formula && node.because().isEmpty()) {
            throw new AssertionError(
                    "'" + node.name() + "' of " + outcome.id() + " is computed but does not say from what");
        }
        node.because().forEach(child -> requireComplete(outcome, child));
    }
}
