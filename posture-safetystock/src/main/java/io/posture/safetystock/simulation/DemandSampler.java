package io.posture.safetystock.simulation;

import io.posture.numerics.RandomStream;

/** Draws the demand of a lead time, with what the position was below the reorder point when the order went out. */
@FunctionalInterface
public interface DemandSampler {

    /**
     * Fills a part of an array with independent draws.
     *
     * @param random where the randomness comes from
     * @param into receives the draws, pieces
     * @param from first position to fill
     * @param to position behind the last one
     */
    void draw(RandomStream random, double[] into, int from, int to);
}
