package io.posture.api;

import java.time.LocalDate;

/**
 * A stretch of one kind within the history.
 *
 * @param regime its kind
 * @param from first day
 * @param to last day
 * @param buckets full buckets, or lines for lead times
 * @param mean mean within it: pieces a day, or days of lead time
 * @param sd deviation within it: of a day's pieces, or days of lead time; 0 with fewer than two buckets
 */
public record Stretch(Regime regime, LocalDate from, LocalDate to, int buckets, double mean, double sd) {}
