/** Key figures of a run, and what a review finds: detectors, hysteresis, triggers, what is due and what has expired. */
@NullMarked
package io.posture.review;

import org.jspecify.annotations.NullMarked;
