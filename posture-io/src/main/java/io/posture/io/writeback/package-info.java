/** Decisions back into the system that they came from: write-back files with their inverse and a cover sheet. */
@NullMarked
package io.posture.io.writeback;

import org.jspecify.annotations.NullMarked;
