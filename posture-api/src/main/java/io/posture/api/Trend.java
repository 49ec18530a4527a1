package io.posture.api;

/**
 * Monotonic trend by the Mann-Kendall test and the Theil-Sen slope.
 *
 * @param z standardised statistic
 * @param pValue two-sided, 0 to 1
 * @param slope median slope: pieces a bucket for demand, days of lead time a day of order date for lead times
 * @param flagged whether it is both significant and large enough to matter
 */
public record Trend(double z, double pValue, double slope, boolean flagged) {}
