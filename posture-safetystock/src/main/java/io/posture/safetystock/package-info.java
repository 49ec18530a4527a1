/** The shipped safety stock and order quantity formulas and the calculations behind them. */
@NullMarked
package io.posture.safetystock;

import org.jspecify.annotations.NullMarked;
