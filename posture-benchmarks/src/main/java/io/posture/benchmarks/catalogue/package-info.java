/** What a plausible catalogue comes out as. */
@NullMarked
package io.posture.benchmarks.catalogue;

import org.jspecify.annotations.NullMarked;
