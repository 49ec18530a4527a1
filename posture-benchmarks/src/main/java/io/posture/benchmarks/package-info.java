/** Speed of the shipped calculations. */
@NullMarked
package io.posture.benchmarks;

import org.jspecify.annotations.NullMarked;
