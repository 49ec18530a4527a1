/** Files of scenarios for stress tests. */
@NullMarked
package io.posture.io.scenario;

import org.jspecify.annotations.NullMarked;
