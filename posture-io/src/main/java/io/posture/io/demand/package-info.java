/** Lines of demand on the way from bytes to numbers, without an object for each; and the classes of histories of any length. */
@NullMarked
package io.posture.io.demand;

import org.jspecify.annotations.NullMarked;
