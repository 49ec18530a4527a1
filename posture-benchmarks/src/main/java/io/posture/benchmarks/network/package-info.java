/** How fast networks are solved and years are simulated. */
@NullMarked
package io.posture.benchmarks.network;

import org.jspecify.annotations.NullMarked;
