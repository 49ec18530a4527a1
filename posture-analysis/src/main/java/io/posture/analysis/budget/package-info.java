/** Where the money for buffers goes, what it buys, and where it comes from. DOMAIN G. */
@NullMarked
package io.posture.analysis.budget;

import org.jspecify.annotations.NullMarked;
