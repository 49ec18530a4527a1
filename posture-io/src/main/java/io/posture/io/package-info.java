/** Imports data: from files to a population of items, with an account of every row. */
@NullMarked
package io.posture.io;

import org.jspecify.annotations.NullMarked;
