/** What a plugin implements and what the host offers it. */
@NullMarked
package io.posture.spi;

import org.jspecify.annotations.NullMarked;
