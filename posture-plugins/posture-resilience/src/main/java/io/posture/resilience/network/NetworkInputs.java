package io.posture.resilience.network;

import io.posture.spi.Doc;
import java.util.List;

/** A network as documents write it. */
public record NetworkInputs(
        @Doc("sites") List<Site> nodes,
        @Doc("what they sell") List<FinishedGood> finished) {

    /** Lists of their own. */
    public NetworkInputs {
        nodes = List.copyOf(nodes);
        finished = List.copyOf(finished);
    }

    /**
     * The network.
     *
     * @throws IllegalArgumentException if an id is used twice or not known, or if a site needs itself
     */
    public SiteNetwork network() {
        return SiteNetwork.of(nodes, finished);
    }
}
