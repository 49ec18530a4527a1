/** Key figures of a run, what a review finds between two runs, and what a decision would be if facts were others. */
@NullMarked
package io.posture.analysis.review;

import org.jspecify.annotations.NullMarked;
