/** The shipped segmentation schemes and the calculations behind them. */
@NullMarked
package io.posture.segmentation;

import org.jspecify.annotations.NullMarked;
