package io.posture.core;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One step of a pipeline. The same plugin twice with other settings is two steps.
 *
 * @param name name of the step: the key of its result in reason trees and register
 * @param use id of the contribution
 * @param settings the settings that differ from the defaults, by name
 */
public record Step(String name, String use, Map<String, Object> settings) {

    /**
     * Checks and copies.
     *
     * @throws IllegalArgumentException if a name is blank
     */
    public Step {
        if (name.isBlank() || use.isBlank()) {
            throw new IllegalArgumentException(
                    "a step needs a name and an id to use, were '" + name + "' and '" + use + "'");
        }
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** A step of the contribution's own name with default settings. */
    public static Step of(String id) {
        return new Step(id, id, Map.of());
    }

    /** This step with other settings. */
    public Step with(Map<String, Object> newSettings) {
        return new Step(name, use, newSettings);
    }
}
