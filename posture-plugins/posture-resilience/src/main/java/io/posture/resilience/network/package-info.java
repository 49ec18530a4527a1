/** Suppliers, plants, lanes and regions as a network, and what an event in it costs. DOMAIN F.6. */
@NullMarked
package io.posture.resilience.network;

import org.jspecify.annotations.NullMarked;
