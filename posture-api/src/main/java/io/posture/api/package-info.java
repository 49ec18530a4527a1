/** What an item is, how far it has come on its way to a decision, and how it ended. */
@NullMarked
package io.posture.api;

import org.jspecify.annotations.NullMarked;
