/** Workbooks: sheets as tables, results as sheets. */
@NullMarked
package io.posture.xlsx;

import org.jspecify.annotations.NullMarked;
