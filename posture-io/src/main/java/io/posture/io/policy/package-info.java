/** The policy file: what a run is asked to do differently from the defaults. */
@NullMarked
package io.posture.io.policy;

import org.jspecify.annotations.NullMarked;
