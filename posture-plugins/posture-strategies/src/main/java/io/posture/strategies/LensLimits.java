package io.posture.strategies;

import io.posture.numerics.Require;
import io.posture.spi.Doc;
import java.io.Serializable;

/** From where on a lens argues for or against buffers. */
record LensLimits(
        @Doc("mean lead time above which it argues for a buffer, days, at least shortLeadTimeDays")
        double longLeadTimeDays,

        @Doc("CV of the lead time above which it argues for a buffer, at least shortLeadTimeCv")
        double longLeadTimeCv,

        @Doc("longest mean lead time that argues against one, days, at least 0")
        double shortLeadTimeDays,

        @Doc("largest CV of the lead time that argues against one, at least 0")
        double shortLeadTimeCv,

        @Doc("supplier risk index from which it argues for a buffer, soundSri to 100")
        double fragileSri,

        @Doc("supplier risk index below which it argues against one, 0 to 100")
        double soundSri,

        @Doc("number of contradicting lenses that is flagged, 1 to 5")
        int contradicting)
        implements Serializable {

    static final LensLimits DEFAULTS = new LensLimits(28, 0.4, 14, 0.25, 60, 40, 4);

    LensLimits {
        Require.notNegative("shortLeadTimeDays", shortLeadTimeDays);
        Require.notNegative("shortLeadTimeCv", shortLeadTimeCv);
        if (!(longLeadTimeDays >= shortLeadTimeDays && longLeadTimeCv >= shortLeadTimeCv)) {
            throw new IllegalArgumentException(
                    "the limits of a long lead time must be at least those of a short one, were " + longLeadTimeDays
                            + " days, CV " + longLeadTimeCv);
        }
        if (!(0 <= soundSri && soundSri <= fragileSri && fragileSri <= 100)) {
            throw new IllegalArgumentException("need 0 <= soundSri <= fragileSri <= 100, were soundSri=" + soundSri
                    + ", fragileSri=" + fragileSri);
        }
        if (contradicting < 1 || contradicting > 5) {
            throw new IllegalArgumentException("contradicting must be in [1, 5], was " + contradicting);
        }
    }
}
