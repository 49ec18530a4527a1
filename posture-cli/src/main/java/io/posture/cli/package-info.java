/** The commands: what a person types, and what a person sees. */
@NullMarked
package io.posture.cli;

import org.jspecify.annotations.NullMarked;
