package io.posture.safetystock;

import io.posture.explain.Explanation;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import java.util.List;

/**
 * What a method found for an item.
 *
 * @param method the method
 * @param formula its formula
 * @param cover mean and deviation of what is covered
 * @param distribution what is covered
 * @param level the level that achieves the goal, pieces
 * @param details nodes of its own
 * @param warnings what to be careful about
 */
record StockPlan(
        Method method,
        Origin.Formula formula,
        Cover cover,
        CoverDistribution distribution,
        double level,
        List<Explanation> details,
        List<Finding> warnings) {

    /** Pieces held against variation, at least 0. */
    double safetyStock() {
        return Math.max(0, level - cover.mean());
    }
}
