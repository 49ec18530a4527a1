package io.posture.resilience.network;

import java.util.OptionalDouble;

/**
 * How long all demand can be met during an event.
 *
 * @param days longest time; empty for ever; where it is a bound, it is at least this
 * @param atMost no longer than this; empty where no bound is known
 * @param exactness whether days is the optimum
 */
public record Survival(OptionalDouble days, OptionalDouble atMost, Exactness exactness) {}
