/** The pipeline: fit a population, decide item by item. */
@NullMarked
package io.posture.core;

import org.jspecify.annotations.NullMarked;
