/** Whether policies keep their promise in a simulated stockroom. */
@NullMarked
package io.posture.benchmarks.closedloop;

import org.jspecify.annotations.NullMarked;
