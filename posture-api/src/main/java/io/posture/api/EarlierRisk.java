package io.posture.api;

import java.time.LocalDate;
import java.util.OptionalDouble;

/**
 * What the last run of an earlier day left of the risk level of an item: an input of the decision, since a level rises at once and falls
 * late (DOMAIN J.1).
 *
 * @param on day of that run
 * @param high whether the level was HIGH after it, decided or held
 * @param reviewsBelow reviews in a row, that one included, with a risk below the exit; at least 0
 * @param exit risk below which the protection may end, 0 to 100
 * @param confirm reviews in a row below the exit until it ends, at least 1
 * @param counts whether the run that asks is a review of the item; between two reviews a level only rises
 */
public record EarlierRisk(LocalDate on, boolean high, int reviewsBelow, double exit, int confirm, boolean counts) {

    /** Checks. */
    public EarlierRisk {
        if (reviewsBelow < 0 || confirm < 1 || !(exit >= 0 && exit <= 100)) {
            throw new IllegalArgumentException("need reviewsBelow >= 0, confirm >= 1 and exit from 0 to 100, were "
                    + reviewsBelow + ", " + confirm + " and " + exit);
        }
    }

    /**
     * Reviews in a row below the exit with the run that asks.
     *
     * @param risk 0 to 100; empty if it is unknown, which counts neither way
     */
    public int reviewsBelow(OptionalDouble risk) {
        if (risk.isEmpty() || !counts) {
            return reviewsBelow;
        }
        return risk.getAsDouble() < exit ? reviewsBelow + 1 : 0;
    }

    /**
     * Whether the level stays HIGH whatever it is calculated to be now; an unknown risk ends no protection.
     *
     * @param risk 0 to 100; empty if it is unknown
     */
    public boolean keepsHigh(OptionalDouble risk) {
        return high && (risk.isEmpty() || !counts || reviewsBelow(risk) < confirm);
    }
}
