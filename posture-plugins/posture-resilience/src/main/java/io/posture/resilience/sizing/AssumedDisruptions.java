package io.posture.resilience.sizing;

import io.posture.numerics.Require;
import io.posture.spi.Doc;
import java.io.Serializable;

/** How often and how long supply fails where no log of disruptions says it. */
record AssumedDisruptions(
        @Doc("years between two disruptions, above 0") double yearsBetween,

        @Doc("mean length of a disruption without receipts, days, above 0")
        double meanDays,

        @Doc("coefficient of variation of that length, at least 0")
        double cv,

        @Doc("disruptions that a log must hold before their lengths count, at least 2")
        int fewest)
        implements Serializable {

    private static final long serialVersionUID = 1;

    static final AssumedDisruptions DEFAULTS = new AssumedDisruptions(3.7, 30, 1, 5);

    AssumedDisruptions {
        Require.positive("yearsBetween", yearsBetween);
        Require.positive("meanDays", meanDays);
        Require.notNegative("cv", cv);
        if (fewest < 2) {
            throw new IllegalArgumentException("fewest must be at least 2, was " + fewest);
        }
    }
}
