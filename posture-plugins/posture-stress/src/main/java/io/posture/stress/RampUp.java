package io.posture.stress;

import io.posture.numerics.Require;

/**
 * How fast another source comes up: nothing up to the day of its delay, then a growing share of demand.
 *
 * @param share share of demand it carries in the end k, [0, 1]
 * @param delayDays days until it delivers T, at least 0
 * @param rampDays days from there to its full share, at least 0
 */
public record RampUp(double share, double delayDays, double rampDays) {

    /** Carries nothing. */
    public static final RampUp NONE = new RampUp(0, 0, 0);

    /** Checks. */
    public RampUp {
        Require.share("share of an alternate", share);
        Require.notNegative("delay of an alternate", delayDays);
        Require.notNegative("ramp of an alternate", rampDays);
    }

    /** Share of the demand of a day: {@code k min(1, (t - T) / ramp)}. */
    double on(int day) {
        if (!(day > delayDays)) {
            return 0;
        }
        return rampDays > 0 ? share * Math.min(1, (day - delayDays) / rampDays) : share;
    }
}
