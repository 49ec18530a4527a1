/** Numbers: distributions, quantiles, moments and columns of primitives. */
@NullMarked
package io.posture.numerics;

import org.jspecify.annotations.NullMarked;
