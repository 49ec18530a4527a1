package io.posture.io.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.posture.api.ItemId;
import io.posture.io.manual.ManualOverride;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lines of {@link RunFiles#REVIEW}, read back. */
final class ReviewMemoryRows {

    private static final Set<String> STANDING = Set.of("level", "reviewed_on", "counted_on");

    private ReviewMemoryRows() {}

    static ReviewMemory.Item item(ItemId id, JsonNode node) {
        List<ManualOverride> overrides = new ArrayList<>();
        for (JsonNode override : node.path("overrides")) {
            overrides.add(new ManualOverride(
                    id,
                    override.path("field").asText(),
                    override.path("value").asText(),
                    override.path("reason_code").asText(),
                    override.path("rationale").asText(),
                    override.path("approved_by").asText(),
                    LocalDate.parse(override.path("approved_on").asText()),
                    LocalDate.parse(override.path("expires_on").asText()),
                    override.path("rows").asText()));
        }
        return new ReviewMemory.Item(
                facts(node.path("after")),
                node.has("before") ? Optional.of(facts(node.path("before"))) : Optional.empty(),
                node.path("critical_spare").asBoolean(),
                overrides);
    }

    private static ReviewMemory.Facts facts(JsonNode node) {
        Map<String, String> codes = new LinkedHashMap<>();
        Map<String, Double> numbers = new LinkedHashMap<>();
        Map<String, LocalDate> days = new LinkedHashMap<>();
        node.properties().stream()
                .filter(member -> member.getValue().isTextual() && !STANDING.contains(member.getKey()))
                .forEach(member -> codes.put(member.getKey(), member.getValue().asText()));
        node.path("numbers")
                .properties()
                .forEach(
                        number -> numbers.put(number.getKey(), number.getValue().asDouble()));
        node.path("days")
                .properties()
                .forEach(day ->
                        days.put(day.getKey(), LocalDate.parse(day.getValue().asText())));
        ReviewMemory.Standing standing = new ReviewMemory.Standing(
                node.path("level").asText(),
                node.path("reviews_below").asInt(),
                node.path("held").asDouble(),
                LocalDate.parse(node.path("reviewed_on").asText()),
                LocalDate.parse(node.path("counted_on").asText()));
        return new ReviewMemory.Facts(codes, standing, numbers, days);
    }

    static ReviewMemory.Watch watch(JsonNode node) {
        return new ReviewMemory.Watch(LocalDate.parse(node.path("since").asText()), JsonNumbers.day(node, "before"));
    }

    static ReviewMemory.SupplierFinding supplier(JsonNode node) {
        Map<String, String> evidence = new LinkedHashMap<>();
        node.path("evidence")
                .properties()
                .forEach(fact -> evidence.put(fact.getKey(), fact.getValue().asText()));
        return new ReviewMemory.SupplierFinding(
                node.path("supplier").asText(),
                node.path("reason").asText(),
                node.path("text").asText(),
                evidence);
    }
}
