package io.posture.review;

import io.posture.numerics.Require;

/**
 * When a review finds something.
 *
 * @param level when the risk level changes
 * @param band least relative change of a buffer, at least 0
 * @param riskIndexRise least rise of the supplier risk index, above 0
 * @param leadTimeRise least relative rise of the 90 % lead time, above 0
 * @param priceChange least relative change of a price, above 0
 * @param trackingSignal largest tracking signal of forecasts that is still taken for chance, above 0
 * @param quarterlyDays days between reviews of any item, at least 1
 * @param monthlyDays days between reviews of a vital or just-in-case item, at least 1
 * @param emergencyDays days that a buffer for an emergency lasts, at least 1
 * @param otifTarget share of lines that a supplier owes, (0, 1)
 * @param otifHeight height of the signal of the failure detector, above 0
 * @param leadTimeAllowance allowance of the lead-time detector, standard deviations, at least 0
 * @param leadTimeHeight height of its signal, standard deviations, above 0
 * @param baselineLines lines that a supplier's own baseline needs, at least 2
 */
public record ReviewSettings(
        LevelLimits level,
        double band,
        double riskIndexRise,
        double leadTimeRise,
        double priceChange,
        double trackingSignal,
        int quarterlyDays,
        int monthlyDays,
        int emergencyDays,
        double otifTarget,
        double otifHeight,
        double leadTimeAllowance,
        double leadTimeHeight,
        int baselineLines) {

    /** The defaults of DOMAIN J. */
    public static final ReviewSettings DEFAULTS = new ReviewSettings(
            LevelLimits.DEFAULTS, 0.1, 10, 0.2, 0.05, 4, 91, 30, 180, 0.9, Math.log(200), 0.5, 5, 20);

    /** Checks. */
    public ReviewSettings {
        Require.notNegative("band", band);
        Require.positive("riskIndexRise", riskIndexRise);
        Require.positive("leadTimeRise", leadTimeRise);
        Require.positive("priceChange", priceChange);
        Require.positive("trackingSignal", trackingSignal);
        Require.positive("quarterlyDays", quarterlyDays);
        Require.positive("monthlyDays", monthlyDays);
        Require.positive("emergencyDays", emergencyDays);
        Require.probability("otifTarget", otifTarget);
        Require.positive("otifHeight", otifHeight);
        Require.notNegative("leadTimeAllowance", leadTimeAllowance);
        Require.positive("leadTimeHeight", leadTimeHeight);
        if (baselineLines < 2) {
            throw new IllegalArgumentException("baselineLines must be at least 2, was " + baselineLines);
        }
    }
}
