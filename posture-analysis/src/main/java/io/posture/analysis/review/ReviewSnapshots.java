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
     * @param standing its level, buffer and last review
     * @param since overrides that expired before this day are old news
     */
    static ItemSnapshot of(
            ItemId id, ReviewMemory.Item item, ReviewMemory.Standing standing, Optional<LocalDate> since) {
        return new ItemSnapshot(
                id.toString(),
                posture(item.code("posture")),
                vital(item),
                level(standing),
                item.number("risk"),
                standing.heldPieces(),
                item.number("calculated"),
                new ItemSnapshot.Facts(
                        item.number("risk_index"),
                        item.number("lead_time_p90"),
                        item.number("sources"),
                        item.day("end_of_life_on"),
                        item.number("unit_cost"),
                        item.day("demand_changed_on"),
                        OptionalDouble.empty()),
                new ItemSnapshot.Stock(
                        item.number("on_hand").orElse(0),
                        item.number("demand_per_day").orElse(0),
                        item.number("days_since_last_issue"),
                        item.criticalSpare(),
                        emergency(item)),
                byHand(item, since),
                Optional.of(standing.reviewedOn()));
    }

    static boolean vital(ReviewMemory.Item item) {
        return item.code("ved").equals("V");
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
