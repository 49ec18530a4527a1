/** How long stress tests of a large made-up network take. */
@NullMarked
package io.posture.benchmarks.stress;

import org.jspecify.annotations.NullMarked;
