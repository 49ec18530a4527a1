package io.posture.analysis.exposure;

import io.posture.stress.SupplyNode;
import java.util.OptionalDouble;

/**
 * What depends on a node of the supply network.
 *
 * @param node the node
 * @param downDays days for which it fails, above 0
 * @param assumed whether nobody stated its time to recover, so that a stand-in is taken
 * @param goods how many items with a demand of their own depend on it
 * @param impact least money lost while it is down; where the programs give a bound, no more than this is lost
 * @param atLeast no less than this is lost, money
 * @param rei risk exposure index: impact over the largest of all nodes, 0 to 1
 * @param surviveDays days for which all demand can be met while it is down; empty for ever; at least this many where
 *     {@code surviveAtMost} is more
 * @param surviveAtMost no more days than this; empty if no bound is known
 * @see "DOMAIN F.6"
 */
public record NodeExposure(
        SupplyNode node,
        double downDays,
        boolean assumed,
        int goods,
        double impact,
        double atLeast,
        double rei,
        OptionalDouble surviveDays,
        OptionalDouble surviveAtMost) {

    /** Whether the programs found their optimum; else the impact is a bound, with the other one beside it. */
    public boolean exact() {
        return impact == atLeast && surviveDays.equals(surviveAtMost);
    }

    /** Days by which its recovery outlasts what can be survived, at least 0. */
    public double gapDays() {
        return Math.max(0, downDays - surviveDays.orElse(Double.POSITIVE_INFINITY));
    }
}
