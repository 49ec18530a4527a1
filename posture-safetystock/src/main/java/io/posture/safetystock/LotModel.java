package io.posture.safetystock;

import io.posture.explain.Figure;

/** How an economic lot is computed from its costs. */
@FunctionalInterface
interface LotModel {

    /** The lot before any limit, pieces. */
    Figure lot(LotCosts costs);

    /** How that lot gives way to limits; by ordering and holding cost if the model says nothing else. */
    default LotChoice choice(LotCosts costs) {
        return LotChoice.PLAIN;
    }
}
