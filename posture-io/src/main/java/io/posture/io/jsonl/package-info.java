/** Tables as JSON lines: an object for each row. */
@NullMarked
package io.posture.io.jsonl;

import org.jspecify.annotations.NullMarked;
