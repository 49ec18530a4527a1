/** Explained numbers: every figure and finding knows its unit, its origin and what it was made from. */
@NullMarked
package io.posture.explain;

import org.jspecify.annotations.NullMarked;
