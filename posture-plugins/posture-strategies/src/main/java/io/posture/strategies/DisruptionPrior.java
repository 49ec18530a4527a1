package io.posture.strategies;

import io.posture.numerics.Require;
import io.posture.spi.Doc;
import java.io.Serializable;

/** How often and how long supply fails where no log of disruptions is kept. */
record DisruptionPrior(
        @Doc("years between two disruptions, above 0") double yearsBetween,

        @Doc("mean length of a disruption without receipts, days, above 0")
        double meanDays,

        @Doc("coefficient of variation of that length, at least 0")
        double cv)
        implements Serializable {

    static final DisruptionPrior DEFAULTS = new DisruptionPrior(3.7, 30, 1);

    private static final double NOT_RARE_DAYS_PER_YEAR = 120;

    DisruptionPrior {
        Require.positive("yearsBetween", yearsBetween);
        Require.positive("meanDays", meanDays);
        Require.notNegative("cv", cv);
        if (!(meanDays / yearsBetween < NOT_RARE_DAYS_PER_YEAR)) {
            throw new IllegalArgumentException("a disruption is a rare event: meanDays / yearsBetween must be below "
                    + NOT_RARE_DAYS_PER_YEAR + " days a year, was " + meanDays / yearsBetween);
        }
    }

    double eventsPerYear() {
        return 1 / yearsBetween;
    }
}
