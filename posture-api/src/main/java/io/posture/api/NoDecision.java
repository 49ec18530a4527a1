package io.posture.api;

import io.posture.explain.Explanation;
import java.util.List;

/**
 * The facts do not suffice to decide.
 *
 * @param missingFacts names of the facts that would settle it, at least one
 * @param reason one sentence
 * @param because the reason tree as far as it goes
 */
public record NoDecision(List<String> missingFacts, String reason, List<Explanation> because) implements Verdict {

    /**
     * Checks and copies.
     *
     * @throws IllegalArgumentException if no fact is named
     */
    public NoDecision {
        missingFacts = List.copyOf(missingFacts);
        because = List.copyOf(because);
        if (missingFacts.isEmpty()) {
            throw new IllegalArgumentException("name at least one missing fact");
        }
    }
}
