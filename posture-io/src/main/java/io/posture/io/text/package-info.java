/** Text files before their rows are read: bytes, hashes, compression, encodings. */
@NullMarked
package io.posture.io.text;

import org.jspecify.annotations.NullMarked;
