package io.posture.stress;

import io.posture.numerics.Require;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Where an item is bought.
 *
 * @param supplier id; empty if unknown
 * @param plant id of the place where it is made, or {@code supplier:id} of the company that makes it; empty if unknown
 * @param lane id of the way it takes; empty if unknown
 * @param share share of the item's need that comes from here, [0, 1]; 0 is an alternate that is not bought from
 * @param leadDays lead time, at least 0; empty if unknown: nothing is then taken to be on its way
 * @param surge what it can carry beyond its share when others fail
 * @param openOrders what is on its way; empty for a steady pipeline
 */
public record Source(
        String supplier,
        String plant,
        String lane,
        double share,
        OptionalDouble leadDays,
        RampUp surge,
        List<OpenOrder> openOrders) {

    /** Copies and checks. */
    public Source {
        Require.share("share of source '" + supplier + "'", share);
        leadDays.ifPresent(days -> Require.notNegative("lead time of source '" + supplier + "'", days));
        openOrders = List.copyOf(openOrders);
    }

    /** A supplier bought from, plant and lane unknown, without surge. */
    public static Source of(String supplier, double share, double leadDays) {
        return new Source(supplier, "", "", share, OptionalDouble.of(leadDays), RampUp.NONE, List.of());
    }

    /** A supplier that is not bought from but could be. */
    public static Source alternate(String supplier, RampUp surge) {
        return new Source(supplier, "", "", 0, OptionalDouble.of(0), surge, List.of());
    }

    /** The same from a plant. */
    public Source withPlant(String other) {
        return new Source(supplier, other, lane, share, leadDays, surge, openOrders);
    }

    /** The same by a lane. */
    public Source withLane(String other) {
        return new Source(supplier, plant, other, share, leadDays, surge, openOrders);
    }

    /** The same with what it can carry when others fail. */
    public Source withSurge(RampUp other) {
        return new Source(supplier, plant, lane, share, leadDays, other, openOrders);
    }

    /** The same with orders on their way. */
    public Source withOpenOrders(List<OpenOrder> other) {
        return new Source(supplier, plant, lane, share, leadDays, surge, other);
    }
}
