package io.posture.analysis.review;

import io.posture.api.ItemId;
import io.posture.api.Posture;
import io.posture.io.manual.ManualOverride;
import io.posture.io.policy.ReviewPolicy;
import io.posture.io.run.ReviewMemory;
import io.posture.review.EmergencyBuffer;
import io.posture.review.ItemSnapshot;
import io.posture.review.LevelLimits;
import io.posture.review.LevelState;
import io.posture.review.ManualDecision;
import io.posture.review.ReviewSettings;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What runs remember, as a review compares it. */
final class ReviewSnapshots {

    /** Reason code of a safety stock set by hand for an emergency. */
    static final String EMERGENCY = "EMERGENCY";

    private ReviewSnapshots() {}

    /** When a review finds something. */
    static ReviewSettings settings(ReviewPolicy policy) {
        ReviewSettings base = ReviewSettings.DEFAULTS;
        return new ReviewSettings(
                new LevelLimits(policy.enter(), policy.exit(), policy.confirm()),
                policy.deadband(),
                policy.riskIndexUp(),
                policy.leadTimeUp(),
                policy.priceChange(),
                base.trackingLimit(),
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
     * @param since overrides that expired before this day are old news
     */
    static ItemSnapshot of(ItemId id, ReviewMemory.Facts facts, ReviewMemory.Item item, Optional<LocalDate> since) {
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
                        OptionalDouble.empty()),
                new ItemSnapshot.Stock(
                        facts.number("on_hand").orElse(0),
                        facts.number("demand_per_day").orElse(0),
                        facts.number("days_since_last_issue"),
                        item.criticalSpare(),
                        emergency(item)),
                byHand(item, since),
                Optional.of(facts.standing().reviewedOn()));
    }

    static boolean vital(ReviewMemory.Facts facts) {
        return facts.code("ved").equals("V");
    }

    static LevelState level(ReviewMemory.Standing standing) {
        return new LevelState(LevelState.Level.valueOf(standing.level()), standing.reviewsBelow());
    }

    static Optional<Posture> posture(String code) {
        return Arrays.stream(Posture.values())
                .filter(posture -> posture.code().equals(code))
                .findFirst();
    }

    private static Optional<EmergencyBuffer> emergency(ReviewMemory.Item item) {
        return item.overrides().stream()
                .filter(override -> override.reasonCode().equals(EMERGENCY)
                        && override.field().equals("safety_stock"))
                .reduce((first, second) -> second.approvedOn().isBefore(first.approvedOn()) ? first : second)
                .map(override -> new EmergencyBuffer(
                        Double.parseDouble(override.value()), override.approvedOn(), override.rationale()));
    }

    private static List<ManualDecision> byHand(ReviewMemory.Item item, Optional<LocalDate> since) {
        return item.overrides().stream()
                .filter(override -> since.isEmpty() || !override.expiresOn().isBefore(since.get()))
                .map(ReviewSnapshots::decision)
                .toList();
    }

    private static ManualDecision decision(ManualOverride override) {
        return new ManualDecision(
                override.field(),
                override.value(),
                override.reasonCode() + ": " + override.rationale(),
                override.approvedBy(),
                override.approvedOn(),
                override.expiresOn());
    }
}
