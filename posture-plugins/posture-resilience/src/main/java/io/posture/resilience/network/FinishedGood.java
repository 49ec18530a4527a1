package io.posture.resilience.network;

import io.posture.spi.Doc;

/** What a site sells. */
public record FinishedGood(
        @Doc("id of the site") String id,
        @Doc("demand, pieces a day, at least 0") double demandPerDay,

        @Doc("loss of a piece not sold, money, at least 0") double margin) {

    /** A good in its ranges. */
    public FinishedGood {
        if (!(demandPerDay >= 0 && demandPerDay < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "demandPerDay of " + id + " must be finite and at least 0, was " + demandPerDay);
        }
        if (!(margin >= 0 && margin < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("margin of " + id + " must be finite and at least 0, was " + margin
                    + ": a piece that is not sold cannot gain money. Maybe set 0.");
        }
    }
}
