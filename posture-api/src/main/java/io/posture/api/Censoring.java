package io.posture.api;

import java.util.OptionalDouble;

/**
 * Demand estimated where stock-outs hid a part of it.
 *
 * @param method {@code NORMAL}, {@code POISSON}, {@code SCALE}, or {@code NONE} if every bucket is censored and nothing can
 *     be said
 * @param censoredBuckets buckets with a stock-out
 * @param observedMeanPerDay mean of what was sold, pieces a day
 * @param meanPerDay estimate, pieces a day; empty for {@code NONE}
 * @param sdPerDay estimate, pieces; empty if unknown
 */
public record Censoring(
        String method,
        int censoredBuckets,
        double observedMeanPerDay,
        OptionalDouble meanPerDay,
        OptionalDouble sdPerDay) {}
