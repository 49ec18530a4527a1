package io.posture.review;

import io.posture.numerics.Require;
import java.time.LocalDate;

/**
 * A buffer set for an emergency.
 *
 * @param pieces at least 0
 * @param setOn the day it was set, or renewed with a reason
 * @param reason why
 */
public record EmergencyBuffer(double pieces, LocalDate setOn, String reason) {

    /** Checks. */
    public EmergencyBuffer {
        Require.notNegative("emergency buffer", pieces);
    }
}
