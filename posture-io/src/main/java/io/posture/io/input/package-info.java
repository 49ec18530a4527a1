/** What every reader of data shares: files, what was set aside and why, and the accounts of rows. */
@NullMarked
package io.posture.io.input;

import org.jspecify.annotations.NullMarked;
