/** Parquet files as tables to read and as results to write. */
@NullMarked
package io.posture.parquet;

import org.jspecify.annotations.NullMarked;
