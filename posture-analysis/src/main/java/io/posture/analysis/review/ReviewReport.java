package io.posture.analysis.review;

import io.posture.api.ItemId;
import io.posture.io.policy.ReviewPolicy;
import io.posture.io.run.EarlierRun;
import io.posture.io.run.ReviewMemory;
import io.posture.review.ReviewFinding;
import io.posture.review.ReviewReason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is due, drifted or triggered in a run when it is compared with another.
 *
 * @param runId name of the run
 * @param asOf its day
 * @param since the run that it is compared with; empty for a first run
 * @param items items in the run
 * @param findings most urgent first, then by reason and subject
 */
public record ReviewReport(String runId, LocalDate asOf, Optional<Since> since, int items, List<Entry> findings) {

    private static final Comparator<Entry> ORDER = Comparator.comparing(
                    (Entry entry) -> entry.reason().urgency())
            .thenComparing(Entry::reason)
            .thenComparing(Entry::subject)
            .thenComparing(Entry::text);

    /** Copies. */
    public ReviewReport {
        findings = List.copyOf(findings);
    }

    /**
     * The run that another is compared with.
     *
     * @param runId its name
     * @param asOf its day
     */
    public record Since(String runId, LocalDate asOf) {}

    /**
     * A finding.
     *
     * @param supplier whether it is about a supplier; else about an item
     * @param subject key of the supplier or item
     * @param reason why
     * @param text what was found, one sentence
     * @param evidence the numbers and facts it rests on by name
     */
    public record Entry(
            boolean supplier, String subject, ReviewReason reason, String text, Map<String, String> evidence) {}

    /**
     * Compares a run with that of an earlier day, which it remembers itself.
     *
     * @param now what the run remembers
     * @param policy how its decisions are to be looked at
     */
    public static ReviewReport of(ReviewMemory now, ReviewPolicy policy) {
        List<Entry> entries = new ArrayList<>();
        Optional<EarlierRun> earlier = now.earlier();
        ItemFindings findings = new ItemFindings(policy, now.asOf(), earlier.map(EarlierRun::asOf), earlier.isEmpty());
        now.items().forEach((id, item) -> add(entries, findings.of(id, item.before(), item)));
        now.gone().forEach(id -> entries.add(gone(id)));
        return whole(now, earlier.map(run -> new Since(run.runId(), run.asOf())), entries);
    }

    /**
     * Compares two runs.
     *
     * @param before what the earlier run remembers
     * @param now what the later one remembers
     * @param policy how decisions of the later run are to be looked at
     */
    public static ReviewReport of(ReviewMemory before, ReviewMemory now, ReviewPolicy policy) {
        List<Entry> entries = new ArrayList<>();
        ItemFindings findings = new ItemFindings(policy, now.asOf(), Optional.of(before.asOf()), false);
        Map<ItemId, ReviewMemory.Item> earlier = before.items();
        Map<ItemId, ReviewMemory.Item> items = now.items();
        items.forEach((id, item) -> add(
                entries, findings.of(id, Optional.ofNullable(earlier.get(id)).map(ReviewMemory.Item::facts), item)));
        earlier.keySet().stream().filter(id -> !items.containsKey(id)).forEach(id -> entries.add(gone(id)));
        return whole(now, Optional.of(new Since(before.runId(), before.asOf())), entries);
    }

    private static Entry gone(ItemId id) {
        return new Entry(
                false,
                id.toString(),
                ReviewReason.GONE_ITEM,
                "was in the run before and is not in this one",
                Map.of("item", id.toString()));
    }

    private static void add(List<Entry> entries, List<ReviewFinding> findings) {
        findings.forEach(finding -> entries.add(entry(finding)));
    }

    private static ReviewReport whole(ReviewMemory now, Optional<Since> since, List<Entry> entries) {
        for (ReviewMemory.SupplierFinding finding : now.suppliers()) {
            entries.add(new Entry(
                    true,
                    finding.supplier(),
                    ReviewReason.valueOf(finding.reason()),
                    finding.text(),
                    finding.evidence()));
        }
        entries.sort(ORDER);
        return new ReviewReport(now.runId(), now.asOf(), since, now.items().size(), entries);
    }

    private static Entry entry(ReviewFinding finding) {
        return new Entry(false, finding.subject(), finding.reason(), finding.text(), RunReview.evidence(finding));
    }

    /** Findings that need somebody to do something. */
    public List<Entry> due() {
        return findings.stream()
                .filter(entry -> entry.reason().urgency() != ReviewReason.Urgency.NOTED)
                .toList();
    }
}
