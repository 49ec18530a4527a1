package io.posture.analysis.review;

import io.posture.api.ItemProfile;
import io.posture.api.LeadTimeEvidence;
import io.posture.api.LeadTimeEvidence.Due;
import io.posture.api.LeadTimeEvidence.Use;
import io.posture.explain.Explanation;
import io.posture.explain.Finding;
import io.posture.io.DoneReview;
import io.posture.io.policy.ReviewPolicy;
import io.posture.io.run.ReviewMemory;
import io.posture.numerics.Moments;
import io.posture.review.ReviewFinding;
import io.posture.review.SupplierReview;
import io.posture.review.SupplierSnapshot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Purchase-order lines of suppliers over all their items, in the order of their promises. Detectors begin anew after the last
 * review of a supplier. Until there is one they add up all lines since it is watched: since as long before the first run that
 * knew it as items are reviewed, so that a slow drift is not divided among runs.
 */
final class SupplierLines {

    private static final double LEAST_SHARE = 0.01;

    private static final Comparator<Dated> IN_TIME = Comparator.comparing(
                    (Dated line) -> line.due().on())
            .thenComparing(line -> line.line().po())
            .thenComparing(line -> line.line().line())
            .thenComparing(line -> line.line().rows().toString());

    private final Map<String, List<Dated>> bySupplier = new TreeMap<>();
    private final ReviewPolicy policy;
    private final double priorLines;

    /**
     * No lines yet.
     *
     * @param priorLines lines that the pool of all suppliers counts for
     */
    SupplierLines(ReviewPolicy policy, double priorLines) {
        this.policy = policy;
        this.priorLines = priorLines;
    }

    private record Dated(LeadTimeEvidence.Line line, Due due) {

        /** Lead time of a line that was complete and not part of a known disruption. */
        OptionalDouble leadDays() {
            return line.use() == Use.STABLE && line.completeDate().isPresent() ? line.days() : OptionalDouble.empty();
        }

        SupplierSnapshot.Line counted() {
            return new SupplierSnapshot.Line(due.kept(), leadDays());
        }
    }

    void add(ItemProfile profile) {
        for (LeadTimeEvidence.Line line : profile.supply().evidence().lines()) {
            if (!line.supplierId().isEmpty() && line.due().isPresent()) {
                bySupplier
                        .computeIfAbsent(line.supplierId(), supplier -> new ArrayList<>())
                        .add(new Dated(line, line.due().get()));
            }
        }
    }

    /**
     * Since when suppliers are watched.
     *
     * @param bySupplier of each supplier with lines, in the order of their keys
     */
    record Watched(SortedMap<String, ReviewMemory.Watch> bySupplier) {}

    /** Since when suppliers are watched, as the run of an earlier day and reviews since have it. */
    Watched watched(Map<String, LocalDate> before, List<DoneReview> reviews, LocalDate asOf) {
        SortedMap<String, ReviewMemory.Watch> watched = new TreeMap<>();
        for (String supplier : bySupplier.keySet()) {
            Optional<LocalDate> earlier = Optional.ofNullable(before.get(supplier));
            watched.put(supplier, new ReviewMemory.Watch(since(supplier, earlier, reviews, asOf), earlier));
        }
        return new Watched(watched);
    }

    /** What the detectors find, supplier by supplier. */
    List<ReviewFinding> findings(Watched watched) {
        List<Dated> all = bySupplier.values().stream()
                .flatMap(List::stream)
                .sorted(IN_TIME)
                .toList();
        if (all.isEmpty()) {
            return List.of();
        }
        double kept = all.stream().filter(line -> line.due().kept()).count();
        double pool = Math.min(1 - LEAST_SHARE, Math.max(LEAST_SHARE, kept / all.size()));
        Moments logs = Moments.of(all.stream()
                .flatMapToDouble(line -> line.leadDays().stream())
                .map(Math::log1p)
                .sorted()
                .toArray());
        boolean varies = logs.n() > 1 && logs.sd().orElse(0) > 0;
        OptionalDouble mean = varies ? logs.mean() : OptionalDouble.empty();
        OptionalDouble sd = varies ? logs.sd() : OptionalDouble.empty();
        List<ReviewFinding> findings = new ArrayList<>();
        bySupplier.forEach((supplier, lines) -> {
            LocalDate since =
                    Objects.requireNonNull(watched.bySupplier().get(supplier)).since();
            lines.sort(IN_TIME);
            SupplierReview.of(
                            new SupplierSnapshot(
                                    supplier,
                                    counted(lines, since, false),
                                    counted(lines, since, true),
                                    pool,
                                    priorLines,
                                    mean,
                                    sd),
                            ReviewSnapshots.settings(policy))
                    .forEach(finding -> findings.add(dated(finding, since)));
        });
        return findings;
    }

    /** The finding with the day from which its detectors look. */
    private static ReviewFinding dated(ReviewFinding finding, LocalDate since) {
        List<Explanation> evidence = new ArrayList<>(finding.evidence());
        evidence.add(Finding.input("linesDueAfter", since.toString()));
        return new ReviewFinding(finding.subject(), finding.reason(), finding.text(), evidence);
    }

    private LocalDate since(String supplier, Optional<LocalDate> before, List<DoneReview> reviews, LocalDate asOf) {
        Optional<LocalDate> last = reviews.stream()
                .filter(DoneReview::supplier)
                .filter(review ->
                        review.subject().equals(supplier) || review.subject().equals(DoneReview.ALL))
                .map(DoneReview::on)
                .filter(day -> !day.isAfter(asOf))
                .max(Comparator.naturalOrder());
        return Stream.concat(last.stream(), before.stream())
                .max(Comparator.naturalOrder())
                .orElseGet(() -> asOf.minusDays(policy.everyDays()));
    }

    private static List<SupplierSnapshot.Line> counted(List<Dated> lines, LocalDate since, boolean recent) {
        return lines.stream()
                .filter(line -> line.due().on().isAfter(since) == recent)
                .map(Dated::counted)
                .toList();
    }
}
