package io.posture.review;

import io.posture.explain.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A review of a run against the one before.
 *
 * @param asOf the day of the run
 * @param findings what is most urgent first, then by subject
 */
public record Review(LocalDate asOf, List<ReviewFinding> findings) {

    private static final Comparator<ReviewFinding> ORDER = Comparator.comparing(
                    (ReviewFinding finding) -> finding.reason().urgency())
            .thenComparing(ReviewFinding::subject)
            .thenComparing(ReviewFinding::reason)
            .thenComparing(ReviewFinding::text);

    /** Sorts. */
    public Review {
        findings = findings.stream().sorted(ORDER).toList();
    }

    /**
     * Compares two runs.
     *
     * @param before items of the run before; empty for a first run
     * @param now items of this run
     * @param suppliers suppliers of this run
     * @param asOf the day of this run
     */
    public static Review of(
            Collection<ItemSnapshot> before,
            Collection<ItemSnapshot> now,
            Collection<SupplierSnapshot> suppliers,
            ReviewSettings settings,
            LocalDate asOf) {
        Map<String, ItemSnapshot> earlier = new HashMap<>();
        before.forEach(item -> earlier.put(item.id(), item));
        List<ReviewFinding> findings = new ArrayList<>();
        Set<String> met = new HashSet<>();
        for (ItemSnapshot item : now) {
            if (!met.add(item.id())) {
                throw new IllegalArgumentException("item '" + item.id() + "' is in the run twice");
            }
            Optional<ItemSnapshot> same = Optional.ofNullable(earlier.get(item.id()));
            ItemReview.of(same, item, settings, asOf).stream()
                    // in a first run everything is new
                    .filter(finding -> finding.reason() != ReviewReason.NEW_ITEM || !earlier.isEmpty())
                    .forEach(findings::add);
        }
        for (ItemSnapshot item : before) {
            if (!met.contains(item.id())) {
                findings.add(ReviewFinding.of(
                        item.id(),
                        ReviewReason.GONE_ITEM,
                        "was in the run before and is not in this one",
                        Finding.input("item", item.id())));
            }
        }
        suppliers.forEach(supplier -> findings.addAll(SupplierReview.of(supplier, settings)));
        return new Review(asOf, findings);
    }

    /** What needs somebody to do something. */
    public List<ReviewFinding> due() {
        return findings.stream()
                .filter(finding -> finding.reason().urgency() != ReviewReason.Urgency.NOTED)
                .toList();
    }
}
