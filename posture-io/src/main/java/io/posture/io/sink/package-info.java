/** Formats that results are written in. */
@NullMarked
package io.posture.io.sink;

import org.jspecify.annotations.NullMarked;
