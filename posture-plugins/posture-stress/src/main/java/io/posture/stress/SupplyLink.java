package io.posture.stress;

import io.posture.numerics.Require;
import java.util.OptionalDouble;

/**
 * One node needs another.
 *
 * @param upstream id of the node that is needed, or {@code kind:id}
 * @param downstream id of the node that needs it, or {@code kind:id}
 * @param input what is delivered: links with the same input stand in for each other by share, different inputs are all
 *     needed
 * @param share share of the input that comes this way, (0, 1]
 * @param coverDays stock of the input at the downstream node, days of its full need; empty if unknown, which counts as
 *     none; of links with the same input the least counts
 * @param transitDays days on the way, at least 0
 */
public record SupplyLink(
        String upstream, String downstream, String input, double share, OptionalDouble coverDays, double transitDays) {

    /** Checks. */
    public SupplyLink {
        String name = "link " + upstream + " -> " + downstream;
        Require.share("share of " + name, share);
        Require.positive("share of " + name, share);
        coverDays.ifPresent(days -> Require.notNegative("cover of " + name, days));
        Require.notNegative("transit of " + name, transitDays);
    }

    /** The only source of what is needed, cover unknown. */
    public static SupplyLink of(String upstream, String downstream) {
        return new SupplyLink(upstream, downstream, upstream, 1, OptionalDouble.empty(), 0);
    }

    /** The same with stock before it and days on the way. */
    public SupplyLink with(double cover, double transit) {
        return new SupplyLink(upstream, downstream, input, share, OptionalDouble.of(cover), transit);
    }

    /** The same as one of several sources of an input. */
    public SupplyLink asShare(String of, double part) {
        return new SupplyLink(upstream, downstream, of, part, coverDays, transitDays);
    }
}
