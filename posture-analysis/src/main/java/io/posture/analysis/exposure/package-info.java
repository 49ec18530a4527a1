/** Every node of a supply network by what its failure costs, without probabilities. */
@NullMarked
package io.posture.analysis.exposure;

import org.jspecify.annotations.NullMarked;
