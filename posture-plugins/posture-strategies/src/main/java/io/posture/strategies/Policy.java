package io.posture.strategies;

import io.posture.api.Posture;

/** What is done with an item. */
enum Policy {
    /** Nothing is replenished any more. */
    RUN_OUT(Posture.JUST_IN_TIME),
    /** A critical spare is held for the day it is needed. */
    INSURANCE_SPARE(Posture.JUST_IN_CASE),
    /** Value A, risk HIGH: safety stock, a strategic stockpile, and more sources. */
    STRATEGIC_STOCKPILE_DIVERSIFY(Posture.JUST_IN_CASE),
    /** Value B, risk HIGH: safety stock and more sources. */
    SAFETY_STOCK_DIVERSIFY(Posture.JUST_IN_CASE),
    /** Value C, risk HIGH: safety stock, bought in bulk or ahead. */
    SAFETY_STOCK_BULK_FORWARD(Posture.JUST_IN_CASE),
    /** Value A, risk MEDIUM: safety stock and a second source. */
    SAFETY_STOCK_SECOND_SOURCE(Posture.HYBRID),
    /** A calculated safety stock. */
    SAFETY_STOCK(Posture.HYBRID),
    /** Risk LOW, but not confirmed lean: a routine reorder point with safety stock. */
    ROP_WITH_SAFETY_STOCK(Posture.HYBRID),
    /** Value A or B, risk LOW: lean, in economic lots. */
    JIT_EOQ(Posture.JUST_IN_TIME),
    /** Value C, risk LOW: a basic reorder point, or managed by the supplier. */
    ROP_OR_VMI(Posture.JUST_IN_TIME);

    private final Posture posture;

    Policy(Posture posture) {
        this.posture = posture;
    }

    Posture posture() {
        return posture;
    }
}
