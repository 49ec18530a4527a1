package io.posture.analysis.review;

import io.posture.api.ItemId;
import io.posture.api.Posture;
import io.posture.io.Announcements;
import io.posture.io.manual.ManualOverride;
import io.posture.io.policy.ReviewPolicy;
import io.posture.io.run.ReviewMemory;
import io.posture.review.ItemSnapshot;
import io.posture.review.LevelLimits;
import io.posture.review.LevelState;
import io.posture.review.ManualDecision;
import io.posture.review.ReviewReason;
import io.posture.review.ReviewSettings;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What runs remember, as a review compares it. */
final class ReviewSnapshots {

    /** Criticality class of what must not be missing. */
    static final String VITAL = "V";

    /** The last day of the plan by which a stockpile of an item is asked for. */
    static final String PLAN_ENDS = "stockpile_plan_ends_on";

    private static final String SAFETY_STOCK = "safety_stock";

    private final int emergencyDays;
    private final LocalDate asOf;
    private final Optional<LocalDate> since;

    /**
     * Snapshots in a run.
     *
     * @param emergencyDays days that a buffer for an emergency may hold
     * @param asOf the day of the run
     * @param since overrides that ended before this day are old news; empty if all are news
     */
    ReviewSnapshots(int emergencyDays, LocalDate asOf, Optional<LocalDate> since) {
        this.emergencyDays = emergencyDays;
        this.asOf = asOf;
        this.since = since;
    }

    /** When a review finds something. */
    static ReviewSettings settings(ReviewPolicy policy) {
        ReviewSettings base = ReviewSettings.DEFAULTS;
        return new ReviewSettings(
                new LevelLimits(policy.enter(), policy.exit(), policy.confirm()),
                policy.deadband(),
                policy.riskIndexUp(),
                policy.leadTimeUp(),
                policy.priceChange(),
                policy.trackingSignal(),
                policy.everyDays(),
                policy.jicAndVitalDays(),
                policy.emergencyDays(),
                policy.otifTarget(),
                base.otifHeight(),
                base.leadTimeAllowance(),
                base.leadTimeHeight(),
                base.baselineLines());
    }

    /**
     * An item.
     *
     * @param facts what is known of it
     * @param item whether it is a spare, and what was set by hand
     */
    ItemSnapshot of(ItemId id, ReviewMemory.Facts facts, ReviewMemory.Item item) {
        List<ManualOverride> byHand = newest(item.overrides());
        return new ItemSnapshot(
                id.toString(),
                posture(facts.code("posture")),
                vital(facts),
                level(facts.standing()),
                facts.number("risk"),
                facts.standing().heldPieces(),
                facts.number("calculated"),
                new ItemSnapshot.Facts(
                        facts.number("risk_index"),
                        facts.number("lead_time_p90"),
                        facts.number("sources"),
                        facts.day("end_of_life_on"),
                        facts.number("unit_cost"),
                        facts.day("demand_changed_on"),
                        ForecastTracking.of(facts),
                        announced(facts)),
                new ItemSnapshot.Stock(
                        facts.number("on_hand").orElse(0),
                        facts.number("demand_per_day").orElse(0),
                        facts.number("days_since_last_issue"),
                        item.criticalSpare(),
                        byHand.stream()
                                .filter(override ->
                                        override.emergency() && override.field().equals(SAFETY_STOCK))
                                .map(ManualOverride::approvedOn)
                                .findFirst()),
                byHand.stream()
                        .filter(override -> !ofStockAge(override))
                        .map(this::decision)
                        .toList(),
                Optional.of(facts.standing().reviewedOn()));
    }

    static boolean vital(ReviewMemory.Facts facts) {
        return facts.code("ved").equals(VITAL);
    }

    static LevelState level(ReviewMemory.Standing standing) {
        return new LevelState(LevelState.Level.valueOf(standing.level()), standing.reviewsBelow());
    }

    static Optional<Posture> posture(String code) {
        return Arrays.stream(Posture.values())
                .filter(posture -> posture.code().equals(code))
                .findFirst();
    }

    /** Of each field what holds, or what held last unless that is old news; what begins later is not looked at yet. */
    private List<ManualOverride> newest(List<ManualOverride> overrides) {
        Map<String, ManualOverride> byField = new TreeMap<>();
        for (ManualOverride override : overrides) {
            if (!override.approvedOn().isAfter(asOf)) {
                byField.merge(override.field(), override, (first, second) -> later(first, second) ? first : second);
            }
        }
        return byField.values().stream()
                .filter(override ->
                        since.isEmpty() || !override.lastDay(emergencyDays).isBefore(since.get()))
                .toList();
    }

    /** Whether the first of two on one field counts; of two that hold the one approved later, else the one that ended later. */
    private boolean later(ManualOverride first, ManualOverride second) {
        boolean firstHolds = holds(first);
        if (firstHolds != holds(second)) {
            return firstHolds;
        }
        return firstHolds
                ? first.approvedOn().isAfter(second.approvedOn())
                : first.lastDay(emergencyDays).isAfter(second.lastDay(emergencyDays));
    }

    private boolean holds(ManualOverride override) {
        return !override.lastDay(emergencyDays).isBefore(asOf);
    }

    /** Whether it is over because the emergency is, which the age of the stock tells. */
    private boolean ofStockAge(ManualOverride override) {
        return override.field().equals(SAFETY_STOCK)
                && !holds(override)
                && override.lastDay(emergencyDays).isBefore(override.expiresOn());
    }

    private ManualDecision decision(ManualOverride override) {
        return new ManualDecision(
                override.field(),
                override.value(),
                override.reasonCode() + ": " + override.rationale(),
                override.approvedBy(),
                override.approvedOn(),
                override.lastDay(emergencyDays));
    }

    /** Name under which the day of an announcement is remembered. */
    static String announcedFor(Announcements.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT) + "_announced_for";
    }

    private static Map<ReviewReason, LocalDate> announced(ReviewMemory.Facts facts) {
        Map<ReviewReason, LocalDate> days = new EnumMap<>(ReviewReason.class);
        for (Announcements.Kind kind : Announcements.Kind.values()) {
            ReviewReason reason = switch (kind) {
                case PRICE -> ReviewReason.PRICE_EVENT;
                case END_OF_LIFE -> ReviewReason.END_OF_LIFE;
                case NOTICE -> ReviewReason.NOTICE;
            };
            facts.day(announcedFor(kind)).ifPresent(day -> days.put(reason, day));
        }
        return days;
    }
}
