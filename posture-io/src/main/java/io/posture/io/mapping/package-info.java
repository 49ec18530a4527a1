/** Declarative mappings from files as they come to canonical tables. */
@NullMarked
package io.posture.io.mapping;

import org.jspecify.annotations.NullMarked;
