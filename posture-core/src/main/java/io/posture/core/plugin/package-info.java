/** The catalog of plugins: what is installed, which settings it takes, what is wrong with it. */
@NullMarked
package io.posture.core.plugin;

import org.jspecify.annotations.NullMarked;
