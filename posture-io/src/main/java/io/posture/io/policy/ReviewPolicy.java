package io.posture.io.policy;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often decisions are looked at again, and what calls for it earlier: the section {@code review} of a policy.
 *
 * @param everyDays days between reviews of any item, at least 1
 * @param jicAndVitalDays days between reviews of a just-in-case or vital item, at least 1
 * @param deadband least relative change of a safety stock that moves it, at least 0
 * @param enter risk from which an item is protected, 0 to 100
 * @param exit risk below which the protection may end, at most enter
 * @param confirm reviews in a row below exit until it ends, at least 1
 * @param riskIndexUp least rise of the supplier risk index, above 0
 * @param leadTimeUp least relative rise of the 90 % lead time, above 0
 * @param priceChange least relative change of the unit cost, above 0
 * @param trackingSignal largest tracking signal of forecasts that is still taken for chance, above 0
 * @param classChange whether a change of the value or criticality class counts
 * @param emergencyDays days that a buffer for an emergency lasts, at least 1
 * @param otifTarget share of lines on time in full that suppliers owe, (0, 1)
 * @param targets targets of key figures by name
 */
public record ReviewPolicy(
        int everyDays,
        int jicAndVitalDays,
        double deadband,
        double enter,
        double exit,
        int confirm,
        double riskIndexUp,
        double leadTimeUp,
        double priceChange,
        double trackingSignal,
        boolean classChange,
        int emergencyDays,
        double otifTarget,
        Map<String, Double> targets) {

    /** The defaults of DOMAIN J. */
    public static final ReviewPolicy DEFAULTS =
            new ReviewPolicy(91, 30, 0.1, 60, 50, 2, 10, 0.2, 0.05, 4, true, 180, 0.9, Map.of());

    /** Copies and checks. */
    public ReviewPolicy {
        targets = Collections.unmodifiableMap(new TreeMap<>(targets));
        require(everyDays >= 1 && jicAndVitalDays >= 1, "review.every and review.jic_and_vital must be at least a day");
        require(deadband >= 0 && deadband < 1, "review.deadband must be from 0 to below 1, was " + deadband);
        require(
                0 <= exit && exit <= enter && enter <= 100,
                "need 0 <= risk.levels.exit <= risk.levels.high <= 100, were " + exit + " and " + enter);
        require(confirm >= 1, "review.confirm must be at least 1, was " + confirm);
        require(riskIndexUp > 0, "review.triggers.sri_up must be above 0, was " + riskIndexUp);
        require(leadTimeUp > 0, "review.triggers.lead_time_p90_up must be above 0, was " + leadTimeUp);
        require(priceChange > 0, "review.triggers.price_change must be above 0, was " + priceChange);
        require(trackingSignal > 0, "review.triggers.tracking_signal must be above 0, was " + trackingSignal);
        require(emergencyDays >= 1, "review.emergency must be at least a day");
        require(otifTarget > 0 && otifTarget < 1, "review.otif_target must be between 0 and 1, was " + otifTarget);
    }

    private static void require(boolean condition, String problem) {
        if (!condition) {
            throw new IllegalArgumentException(problem);
        }
    }
}
