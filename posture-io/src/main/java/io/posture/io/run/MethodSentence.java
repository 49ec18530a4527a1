package io.posture.io.run;

import io.posture.explain.Explanation;
import io.posture.explain.Origin;
import java.util.List;
import java.util.Optional;

/** Why a safety stock was sized by the method it was, in one sentence made from the reason tree. */
final class MethodSentence {

    private static final String METHOD = "method";
    private static final String REJECTED = "rejected";
    private static final int NAMED = 2;

    private MethodSentence() {}

    /** The method that sized an item's safety stock; empty if none was chosen. */
    static String method(ItemResult result) {
        return result.quantities().text(METHOD);
    }

    /** Why it was chosen, and what was rejected for it if that is not nearly all; empty if none was chosen. */
    static String of(ItemResult result) {
        Optional<Explanation> method = result.quantities().find(METHOD);
        if (method.isEmpty()) {
            return "";
        }
        List<String> rejected = method.get().because().stream()
                .filter(node -> node.name().equals(REJECTED))
                .map(Explanation::text)
                .distinct()
                .toList();
        String why = words(method.get().origin());
        return why
                + (rejected.isEmpty() || rejected.size() > NAMED ? "" : "; rather than " + String.join(", ", rejected));
    }

    private static String words(Origin origin) {
        if (origin instanceof Origin.Formula formula) {
            return formula.expression();
        }
        if (origin instanceof Origin.Assumption assumption) {
            return assumption.reason();
        }
        if (origin instanceof Origin.Parameter parameter) {
            return "set by the policy: " + parameter.name() + " of step " + parameter.step();
        }
        if (origin instanceof Origin.ByHand hand) {
            return "set by hand: " + hand.reasonCode();
        }
        return "given by " + ((Origin.Input) origin).field();
    }
}
