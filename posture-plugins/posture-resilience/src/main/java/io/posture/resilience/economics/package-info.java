/** What a shortage, a buffer and their alternatives cost in a year, and how a budget is shared out. DOMAIN G. */
@NullMarked
package io.posture.resilience.economics;

import org.jspecify.annotations.NullMarked;
