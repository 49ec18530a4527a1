package io.posture.io.mapping;

import java.util.List;
import java.util.Map;

/** A part of a YAML file. Scalars are texts, so that {@code NO}, {@code 010} and {@code 1_000} stay what was written. */
public sealed interface YamlNode {

    /** Line on which it begins, 1-based. */
    int line();

    /** A scalar, as written; empty for null. */
    record Text(int line, String text) implements YamlNode {}

    /** A list. */
    record Items(int line, List<YamlNode> nodes) implements YamlNode {}

    /** Keys with their values, in the order written. */
    record Entries(int line, Map<String, YamlNode> nodes) implements YamlNode {}
}
