/** Offers what this module computes to the host. */
@NullMarked
package io.posture.resilience;

import org.jspecify.annotations.NullMarked;
