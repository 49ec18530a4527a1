package io.posture.stress;

import io.posture.numerics.Require;
import java.util.OptionalDouble;

/**
 * A node of the supply network.
 *
 * @param id unique within its kind
 * @param kind what it is
 * @param tier 1 delivers to us, 2 to tier 1 and so on, at least 1
 * @param timeToRecoverDays days to full recovery, above 0; empty if unknown
 * @param region region it fails with; empty if unknown
 * @param upstreamKnown whether the links name all that stands behind it; if not, it is a gap in the map
 */
public record SupplyNode(
        String id, NodeKind kind, int tier, OptionalDouble timeToRecoverDays, String region, boolean upstreamKnown) {

    /** Checks. */
    public SupplyNode {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a " + kind.text() + " needs an id, was empty");
        }
        if (tier < 1) {
            throw new IllegalArgumentException(kind.text() + " '" + id + "' needs a tier of at least 1, was " + tier);
        }
        timeToRecoverDays.ifPresent(days -> Require.positive("time to recover of '" + id + "'", days));
    }

    /** A node of tier 1 of which nothing else is known. */
    public static SupplyNode of(String id, NodeKind kind) {
        return new SupplyNode(id, kind, 1, OptionalDouble.empty(), "", false);
    }

    /** The same with another tier. */
    public SupplyNode withTier(int other) {
        return new SupplyNode(id, kind, other, timeToRecoverDays, region, upstreamKnown);
    }

    /** The same with a time to recover. */
    public SupplyNode withTimeToRecover(double days) {
        return new SupplyNode(id, kind, tier, OptionalDouble.of(days), region, upstreamKnown);
    }

    /** The same in a region. */
    public SupplyNode withRegion(String other) {
        return new SupplyNode(id, kind, tier, timeToRecoverDays, other, upstreamKnown);
    }

    /** The same, everything behind it being known. */
    public SupplyNode withKnownUpstream() {
        return new SupplyNode(id, kind, tier, timeToRecoverDays, region, true);
    }

    /** {@code kind:id}, unique in the network. */
    public String key() {
        return kind.text() + ":" + id;
    }
}
