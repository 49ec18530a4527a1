package io.posture.safetystock;

import io.posture.explain.Origin;

/** How a lot gives way to limits. */
interface LotChoice {

    /** The best lot of at most so many pieces, fewer than were wanted. */
    double atMost(double largest);

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
    LotChoice PLAIN = new LotChoice() {
        @Override
        public double atMost(double largest) {
            return largest;
        }

        @Override
        public double within(double wanted, ConstrainedLot.Range range) {
            return ConstrainedLot.nearest(wanted, range);
        }
    };
}
