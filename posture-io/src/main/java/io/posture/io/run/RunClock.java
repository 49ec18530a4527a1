package io.posture.io.run;

import java.time.Instant;

/**
 * When a run took place, and on how many threads: facts that never change a result, and are kept apart from it.
 *
 * @param started its beginning
 * @param finished its end
 * @param threads threads that decided
 */
public record RunClock(Instant started, Instant finished, int threads) {}
