package io.posture.api;

/**
 * A change of facts that changes the decision.
 *
 * @param change what would have to become true, for example {@code lead time <= 14 days}
 * @param posture the posture it would lead to
 * @param policy the policy it would lead to
 */
public record Counterfactual(String change, Posture posture, String policy) {}
