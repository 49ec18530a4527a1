package io.posture.io.run;

import io.posture.api.ItemId;
import io.posture.explain.Explanation;
import io.posture.io.sink.OutputColumn;
import io.posture.io.sink.OutputTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Items that would run lean if some facts were known, grouped by those facts: the groups by the capital that they would
 * free, the items of a group likewise. A planner's list of answers to get, the most rewarding first. Not thread-safe.
 */
final class LeanCandidates {

    static final List<OutputColumn> COLUMNS = List.of(
            new OutputColumn("item_id", OutputColumn.Kind.TEXT),
            new OutputColumn("location_id", OutputColumn.Kind.TEXT),
            new OutputColumn("posture", OutputColumn.Kind.TEXT),
            new OutputColumn("recommended_policy", OutputColumn.Kind.TEXT),
            new OutputColumn("missing_evidence", OutputColumn.Kind.TEXT),
            new OutputColumn("capital_freed", OutputColumn.Kind.NUMBER),
            new OutputColumn("group_rank", OutputColumn.Kind.NUMBER),
            new OutputColumn("group_items", OutputColumn.Kind.NUMBER),
            new OutputColumn("group_capital_freed", OutputColumn.Kind.NUMBER));
    private static final Comparator<Candidate> MOST_CAPITAL = Comparator.comparingDouble(
                    (Candidate candidate) -> candidate.capital.orElse(0))
            .reversed()
            .thenComparing(Candidate::item);

    private final Map<String, List<Candidate>> byEvidence = new TreeMap<>();

    private record Candidate(ItemId item, String posture, String policy, OptionalDouble capital) {}

    LeanCandidates() {}

    /** Takes an item if it is one. */
    void add(ItemResult result) {
        result.reasons()
                .find("leanEvidence")
                .map(Explanation::text)
                .filter(evidence -> !evidence.isEmpty())
                .ifPresent(evidence -> byEvidence
                        .computeIfAbsent(evidence, key -> new ArrayList<>())
                        .add(new Candidate(
                                result.id(), result.posture(), result.policy(), result.number("capitalFreed"))));
    }

    /** The missing facts, the most rewarding first. */
    List<Summary.Answer> answers() {
        return byEvidence.entrySet().stream()
                .map(group ->
                        new Summary.Answer(group.getKey(), group.getValue().size(), capital(group.getValue())))
                .sorted(Comparator.comparingDouble(Summary.Answer::capitalFreed)
                        .reversed()
                        .thenComparing(
                                Comparator.comparingLong(Summary.Answer::items).reversed())
                        .thenComparing(Summary.Answer::evidence))
                .toList();
    }

    /** Writes all rows. */
    void write(OutputTable table) throws IOException {
        int rank = 0;
        for (Summary.Answer group : answers()) {
            rank++;
            List<Candidate> items = byEvidence.getOrDefault(group.evidence(), List.of());
            for (Candidate candidate : items.stream().sorted(MOST_CAPITAL).toList()) {
                table.row(List.of(
                        candidate.item.sku(),
                        candidate.item.site(),
                        candidate.posture,
                        candidate.policy,
                        group.evidence().replace(", ", ";"),
                        NumberText.of(candidate.capital),
                        Integer.toString(rank),
                        Long.toString(group.items()),
                        NumberText.of(OptionalDouble.of(group.capitalFreed()))));
            }
        }
    }

    private static double capital(List<Candidate> items) {
        return items.stream()
                .mapToDouble(candidate -> candidate.capital.orElse(0))
                .sum();
    }
}
