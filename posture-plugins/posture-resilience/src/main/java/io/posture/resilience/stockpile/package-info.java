/** The strategic stockpile: how often and how long supply fails, and how much to hold against it. DOMAIN F. */
@NullMarked
package io.posture.resilience.stockpile;

import org.jspecify.annotations.NullMarked;
