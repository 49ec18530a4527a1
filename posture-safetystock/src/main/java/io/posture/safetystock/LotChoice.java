package io.posture.safetystock;

import io.posture.explain.Origin;

/** How a lot gives way to limits. */
@FunctionalInterface
interface LotChoice {

    /** The best lot of at most so many pieces, fewer than were wanted. */
    default double atMost(double largest) {
        return largest;
    }

    /** The best lot within a feasible range. */
    double within(double wanted, ConstrainedLot.Range range);

    /** What {@link #atMost} computes. */
    default Origin.Formula cutFormula() {
        return LotLimits.CUT;
    }

    /** What {@link #within} computes. */
    default Origin.Formula limitFormula() {
        return ConstrainedLot.FORMULA;
    }

    /** A choice by ordering and holding cost alone. */
    LotChoice PLAIN = ConstrainedLot::nearest;
}
