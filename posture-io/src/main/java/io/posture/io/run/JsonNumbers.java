package io.posture.io.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/** Values of documents that may be unknown. */
final class JsonNumbers {

    private JsonNumbers() {}

    /** A number; empty where it is null or absent. */
    static OptionalDouble find(JsonNode node, String member) {
        JsonNode value = node.path(member);
        return value.isNumber() ? OptionalDouble.of(value.asDouble()) : OptionalDouble.empty();
    }

    /** A day; empty where it is null or absent. */
    static Optional<LocalDate> day(JsonNode node, String member) {
        JsonNode value = node.path(member);
        return value.isTextual() ? Optional.of(LocalDate.parse(value.asText())) : Optional.empty();
    }
}
