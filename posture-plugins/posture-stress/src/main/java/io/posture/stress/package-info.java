/** Stress tests: what happens to items and finished goods, day by day, when a part of the supply network fails. */
@NullMarked
package io.posture.stress;

import org.jspecify.annotations.NullMarked;
