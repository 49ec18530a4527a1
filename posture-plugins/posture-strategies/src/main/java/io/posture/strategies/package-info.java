/** The shipped posture strategies: from classes and sizes to a decision with its reasons. */
@NullMarked
package io.posture.strategies;

import org.jspecify.annotations.NullMarked;
