package io.posture.io.run;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.posture.api.ItemId;
import io.posture.explain.Explanation;
import io.posture.io.input.RejectWriter;
import java.io.IOException;
import java.io.Writer;
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

    private static final List<String> COLUMNS = List.of(
            "item_id",
            "location_id",
            "posture",
            "recommended_policy",
            "missing_evidence",
            "capital_freed",
            "group_rank",
            "group_items",
            "group_capital_freed");
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

    /** Writes {@code lean-candidates.csv}; the target is closed. */
    void write(Writer target) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(target)) {
            csv.writeRecord(COLUMNS);
            int rank = 0;
            for (Summary.Answer group : answers()) {
                rank++;
                List<Candidate> items = byEvidence.getOrDefault(group.evidence(), List.of());
                for (Candidate candidate : items.stream().sorted(MOST_CAPITAL).toList()) {
                    csv.writeRecord(
                            RejectWriter.safe(candidate.item.sku()),
                            RejectWriter.safe(candidate.item.site()),
                            candidate.posture,
                            candidate.policy,
                            RejectWriter.safe(group.evidence().replace(", ", ";")),
                            NumberText.of(candidate.capital),
                            Integer.toString(rank),
                            Long.toString(group.items()),
                            NumberText.of(OptionalDouble.of(group.capitalFreed())));
                }
            }
        }
    }

    private static double capital(List<Candidate> items) {
        return items.stream()
                .mapToDouble(candidate -> candidate.capital.orElse(0))
                .sum();
    }
}
