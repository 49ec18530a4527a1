/** Delimited text files: what kind of file it is, how it is encoded, and its rows with their line numbers. */
@NullMarked
package io.posture.io.csv;

import org.jspecify.annotations.NullMarked;
