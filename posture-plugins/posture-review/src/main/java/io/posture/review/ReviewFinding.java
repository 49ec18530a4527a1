package io.posture.review;

import io.posture.explain.Explanation;
import java.util.List;

/**
 * What a review found, with its evidence.
 *
 * @param subject id of the item or supplier
 * @param reason why
 * @param text what was found and what follows, one sentence
 * @param evidence the numbers it rests on
 */
public record ReviewFinding(String subject, ReviewReason reason, String text, List<Explanation> evidence) {

    /** Copies and checks. */
    public ReviewFinding {
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("finding " + reason + " of '" + subject + "' needs its evidence");
        }
    }

    /** A finding of a reason, with its evidence. */
    public static ReviewFinding of(String subject, ReviewReason reason, String text, Explanation... evidence) {
        return new ReviewFinding(subject, reason, text, List.of(evidence));
    }
}
