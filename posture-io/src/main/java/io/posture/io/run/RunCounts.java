package io.posture.io.run;

/**
 * How the items of a run ended.
 *
 * @param items all of them
 * @param decided decided
 * @param undecided not decidable from the facts
 * @param failed failed by a plugin
 */
public record RunCounts(long items, long decided, long undecided, long failed) {}
