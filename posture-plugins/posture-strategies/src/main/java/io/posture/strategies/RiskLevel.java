package io.posture.strategies;

import java.util.Arrays;
import java.util.Optional;

/** Level of the risk of an item, lowest first. */
enum RiskLevel {
    /** Lean is possible. */
    LOW,
    /** Buffered. */
    MEDIUM,
    /** Held against a loss. */
    HIGH;

    /**
     * The level of a segment code.
     *
     * @throws IllegalArgumentException if it is not a level
     */
    static RiskLevel of(String code) {
        return switch (code) {
            case "LOW" -> LOW;
            case "MEDIUM" -> MEDIUM;
            case "HIGH" -> HIGH;
            default ->
                throw new IllegalArgumentException("risk level must be one of " + Arrays.toString(values()) + ", was '"
                        + code + "'. Maybe the setting riskStep names a step of another kind.");
        };
    }

    Optional<RiskLevel> lower() {
        return switch (this) {
            case LOW -> Optional.empty();
            case MEDIUM -> Optional.of(LOW);
            case HIGH -> Optional.of(MEDIUM);
        };
    }

    Optional<RiskLevel> higher() {
        return switch (this) {
            case LOW -> Optional.of(MEDIUM);
            case MEDIUM -> Optional.of(HIGH);
            case HIGH -> Optional.empty();
        };
    }
}
