/** Stress tests of what was read: network, scenarios, results. */
@NullMarked
package io.posture.analysis.stress;

import org.jspecify.annotations.NullMarked;
