/** Draws of the demand of a lead time, and the selection of quantiles from them. */
@NullMarked
package io.posture.safetystock.simulation;

import org.jspecify.annotations.NullMarked;
