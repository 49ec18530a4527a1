/** What a plugin author needs for tests: the contract every plugin keeps, and items to run it on. */
@NullMarked
package io.posture.testkit;

import org.jspecify.annotations.NullMarked;
