/** The canonical tables, declared once, and the typed rows that are read into them. */
@NullMarked
package io.posture.io.table;

import org.jspecify.annotations.NullMarked;
