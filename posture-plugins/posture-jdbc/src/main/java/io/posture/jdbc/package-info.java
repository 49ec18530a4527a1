/** Databases: their tables and views as tables, PostgreSQL by COPY, others by a cursor. */
@NullMarked
package io.posture.jdbc;

import org.jspecify.annotations.NullMarked;
