/** The strategic stockpile of an item in a run: its source, how that fails, what is held against it and what else would help. */
@NullMarked
package io.posture.resilience.sizing;

import org.jspecify.annotations.NullMarked;
