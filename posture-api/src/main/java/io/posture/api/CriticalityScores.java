package io.posture.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Consequences of being out of stock, each 0 (none) to 1 (worst), empty if unknown.
 *
 * @param production 1 = a line stops within a shift, 0.5 = degraded, 0.1 = inconvenience
 * @param safety danger to people or breach of a regulation
 * @param contract penalty or loss of a customer
 * @param revenue lost sales
 * @param substitution 1 = nothing can stand in
 */
public record CriticalityScores(
        OptionalDouble production,
        OptionalDouble safety,
        OptionalDouble contract,
        OptionalDouble revenue,
        OptionalDouble substitution) {

    /** Nothing is known. */
    public static final CriticalityScores UNKNOWN = new CriticalityScores(
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty());

    /**
     * Checks.
     *
     * @throws IllegalArgumentException if a known score is outside [0, 1]
     */
    public CriticalityScores {
        requireScore("production", production);
        requireScore("safety", safety);
        requireScore("contract", contract);
        requireScore("revenue", revenue);
        requireScore("substitution", substitution);
    }

    /**
     * The scores that a class of consequences stands for.
     *
     * @param consequence {@code halt}, {@code contract}, {@code degrade} or {@code minor}; empty if unknown
     * @throws IllegalArgumentException if it is another word
     */
    public static CriticalityScores ofClass(String consequence) {
        OptionalDouble none = OptionalDouble.empty();
        OptionalDouble minor = OptionalDouble.of(0.1);
        return switch (consequence) {
            case "halt" -> new CriticalityScores(OptionalDouble.of(1.0), none, none, none, none);
            case "contract" -> new CriticalityScores(none, none, OptionalDouble.of(0.8), none, none);
            case "degrade" -> new CriticalityScores(OptionalDouble.of(0.5), none, none, none, none);
            case "minor" -> new CriticalityScores(minor, minor, minor, minor, minor);
            case "" -> UNKNOWN;
            default -> throw new IllegalArgumentException("no scores for criticality class '" + consequence + "'");
        };
    }

    /** The known scores by name, in the order of the components. */
    public Map<String, Double> known() {
        Map<String, Double> known = new LinkedHashMap<>();
        put(known, "production", production);
        put(known, "safety", safety);
        put(known, "contract", contract);
        put(known, "revenue", revenue);
        put(known, "substitution", substitution);
        return known;
    }

    private static void put(Map<String, Double> known, String name, OptionalDouble score) {
        if (score.isPresent()) {
            known.put(name, score.getAsDouble());
        }
    }

    private static void requireScore(String name, OptionalDouble score) {
        if (score.isPresent() && !(score.getAsDouble() >= 0 && score.getAsDouble() <= 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1], was " + score.getAsDouble());
        }
    }
}
