/** Demand and supply profiles of a population of items. */
@NullMarked
package io.posture.profile;

import org.jspecify.annotations.NullMarked;
