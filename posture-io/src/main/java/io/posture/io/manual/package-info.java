/** Facts and decisions that a person changes: overrides that expire, and what-if questions. */
@NullMarked
package io.posture.io.manual;

import org.jspecify.annotations.NullMarked;
