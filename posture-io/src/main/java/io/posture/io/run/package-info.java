/** The run folder: what a run leaves behind, complete or not at all, and how to read and check it again. */
@NullMarked
package io.posture.io.run;

import org.jspecify.annotations.NullMarked;
