/** Losses of simulated years in which an event hits all its items at once. DOMAIN G.5. */
@NullMarked
package io.posture.resilience.simulation;

import org.jspecify.annotations.NullMarked;
