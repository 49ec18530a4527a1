package io.posture.api;

import java.time.LocalDate;

/**
 * A bucket far outside the others. It is kept unless the policy asks for winsorising: a real spike is what a buffer is for.
 *
 * @param bucket first day of the bucket
 * @param pieces its demand
 * @param winsorised what it would be cut to, pieces
 */
public record Outlier(LocalDate bucket, double pieces, double winsorised) {}
