package io.posture.analysis.review;

import io.posture.api.ItemId;
import io.posture.explain.Explanation;
import io.posture.explain.Finding;
import io.posture.io.policy.ReviewPolicy;
import io.posture.io.run.ReviewMemory;
import io.posture.review.Cadence;
import io.posture.review.ItemReview;
import io.posture.review.ItemSnapshot;
import io.posture.review.ManualDecision;
import io.posture.review.ReviewFinding;
import io.posture.review.ReviewReason;
import io.posture.review.ReviewSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a review finds about items: what the engine finds, changes of class, and values set by hand that are about to expire. */
final class ItemFindings {

    private static final List<String> CLASSES = List.of("posture", "abc", "ved");

    private final ReviewPolicy policy;
    private final ReviewSettings settings;
    private final LocalDate asOf;
    private final ReviewSnapshots snapshots;
    private final boolean first;

    /**
     * Findings of a run.
     *
     * @param asOf its day
     * @param newsSince overrides that expired before this day are old news; empty if all are news
     * @param first whether there is no run before
     */
    ItemFindings(ReviewPolicy policy, LocalDate asOf, Optional<LocalDate> newsSince, boolean first) {
        this.policy = policy;
        this.settings = ReviewSnapshots.settings(policy);
        this.asOf = asOf;
        this.snapshots = new ReviewSnapshots(policy.emergencyDays(), asOf, newsSince);
        this.first = first;
    }

    /**
     * Findings about an item.
     *
     * @param before what was known of it in the run before; empty for a new item
     */
    List<ReviewFinding> of(ItemId id, Optional<ReviewMemory.Facts> before, ReviewMemory.Item now) {
        // what is due is counted from the last review, not from this run
        ItemSnapshot snapshot = snapshots.of(id, now.facts(), now);
        Optional<ItemSnapshot> earlier = before.map(facts -> snapshots.of(id, facts, now));
        List<ReviewFinding> findings = new ArrayList<>(ItemReview.of(earlier, snapshot, settings, asOf));
        if (first) {
            // in a first run everything is new
            findings.removeIf(finding -> finding.reason() == ReviewReason.NEW_ITEM);
        }
        if (policy.classChange() && before.isPresent()) {
            classes(id, before.get(), now.facts(), findings);
        }
        expiring(snapshot, findings);
        now.facts().day(ReviewSnapshots.PLAN_ENDS).ifPresent(day -> plan(snapshot, day, now.facts(), findings));
        return findings;
    }

    private void plan(ItemSnapshot item, LocalDate ends, ReviewMemory.Facts facts, List<ReviewFinding> findings) {
        LocalDate next = asOf.plusDays(Cadence.days(item, settings));
        if (!ends.isBefore(next)) {
            return;
        }
        boolean over = ends.isBefore(asOf);
        List<Explanation> evidence = new ArrayList<>();
        evidence.add(Finding.input("ends", ends.toString()));
        facts.plan().ifPresent(plan -> {
            evidence.add(Finding.input("plan", plan.plan()));
            evidence.add(Finding.input("countedFrom", plan.since().toString()));
        });
        findings.add(new ReviewFinding(
                item.id(),
                over ? ReviewReason.STOCKPILE_PLAN_EXPIRED : ReviewReason.STOCKPILE_PLAN_EXPIRES,
                over
                        ? "the plan of its stockpile ended on " + ends
                                + ": nothing is proposed until somebody renews it in the policy (stockpile: {expires}), or lets it end"
                        : "the plan of its stockpile ends on " + ends + ", before the next review on " + next
                                + ". Renew it in the policy (stockpile: {expires}), or let it end.",
                evidence));
    }

    private static void classes(
            ItemId id, ReviewMemory.Facts before, ReviewMemory.Facts now, List<ReviewFinding> findings) {
        List<String> changes = new ArrayList<>();
        List<Explanation> evidence = new ArrayList<>();
        for (String name : CLASSES) {
            if (!before.code(name).equals(now.code(name))) {
                changes.add(name + " was " + shown(before.code(name)) + ", is " + shown(now.code(name)));
                evidence.add(Finding.input(name + "Before", shown(before.code(name))));
                evidence.add(Finding.input(name, shown(now.code(name))));
            }
        }
        if (!changes.isEmpty()) {
            findings.add(
                    new ReviewFinding(id.toString(), ReviewReason.CLASS_CHANGE, String.join("; ", changes), evidence));
        }
    }

    private static String shown(String code) {
        return code.isEmpty() ? "unknown" : code;
    }

    private void expiring(ItemSnapshot item, List<ReviewFinding> findings) {
        LocalDate next = asOf.plusDays(Cadence.days(item, settings));
        for (ManualDecision decision : item.byHand()) {
            boolean soon = !decision.expiresOn().isBefore(asOf)
                    && !decision.approvedOn().isAfter(asOf)
                    && decision.expiresOn().isBefore(next);
            if (soon) {
                findings.add(new ReviewFinding(
                        item.id(),
                        ReviewReason.OVERRIDE_EXPIRES,
                        decision.field() + " set by hand to " + decision.value() + " expires on " + decision.expiresOn()
                                + ", before the next review on " + next + ". Renew it with a reason, or let it end.",
                        List.of(
                                Finding.input("field", decision.field()),
                                Finding.input("value", decision.value()),
                                Finding.input("reason", decision.reason()),
                                Finding.input("approver", decision.approver()),
                                Finding.input("expiresOn", decision.expiresOn().toString()))));
            }
        }
    }
}
