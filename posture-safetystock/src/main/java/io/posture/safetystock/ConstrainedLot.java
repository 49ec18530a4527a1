package io.posture.safetystock;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/**
 * A lot that can be ordered: a multiple of the lot size, at least the minimum order, at most what is used before it
 * expires. Of the two multiples next to the wanted lot the cheaper one, on a tie the smaller.
 */
final class ConstrainedLot {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "eoq.constrained.1",
            "cheapest neighbour multiple of the lot, at least the minimum order, at most usable life * D / 365",
            "DOMAIN E.11");

    private static final double SLACK = 1e-9;
    private static final double YEAR_DAYS = 365;

    private ConstrainedLot() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("cost of one order K, money, at least 0") double orderCost,
            @Doc("demand D, pieces a year, at least 0") double annualDemand,

            @Doc("holding cost h, money per piece and year, above 0")
            double holdingCost,

            @Doc("smallest order, pieces; absent or 0 if none")
            OptionalDouble moq,

            @Doc("orders are multiples of this, pieces; absent or 0 means 1")
            OptionalDouble multiple,

            @Doc("days in which a lot must be used; absent if it does not perish")
            OptionalDouble shelfLifeDays) {

        Inputs {
            Require.notNegative("orderCost", orderCost);
            Require.notNegative("annualDemand", annualDemand);
            Require.positive("holdingCost", holdingCost);
        }
    }

    /** Whether all limits could be kept, the quantity, pieces, and its cost, money a year. */
    record Result(boolean feasible, double quantity, double cost) {}

    /** A lot and whether it keeps all limits. */
    record Lot(boolean feasible, double quantity) {}

    /**
     * What may be ordered at a time.
     *
     * @param step orders are multiples of this, pieces, above 0
     * @param smallest smallest order, a multiple, pieces
     * @param largest largest order, a multiple, pieces; infinite if there is none
     */
    record Range(double step, double smallest, double largest) {

        /** Whether the smallest order is used before it expires. */
        boolean feasible() {
            return smallest <= largest;
        }
    }

    static Result calculate(Inputs inputs) {
        double wanted = EconomicLot.calculate(
                        new EconomicLot.Inputs(inputs.orderCost, inputs.annualDemand, inputs.holdingCost))
                .quantity();
        Lot lot = nearest(wanted, inputs.annualDemand, inputs.moq, inputs.multiple, inputs.shelfLifeDays);
        double cost = inputs.orderCost * inputs.annualDemand / lot.quantity + inputs.holdingCost * lot.quantity / 2;
        return new Result(lot.feasible, lot.quantity, cost);
    }

    /**
     * The lot nearest to a wanted one in cost.
     *
     * <p>The cost of a lot v is proportional to {@code w^2 / v + v} when w is the cheapest lot without limits, so that
     * neither the order cost nor the holding cost is needed.
     *
     * @param wanted w, pieces, at least 0
     * @param annualDemand pieces a year, at least 0
     * @param moq smallest order, pieces; empty or 0 if none
     * @param multiple orders are multiples of this, pieces; empty or 0 means 1
     * @param lifeDays days in which the lot must be used, at least 0; empty if it does not perish
     * @return the lot; not feasible if the smallest order outlasts the life, then it is the smallest order
     */
    static Lot nearest(
            double wanted, double annualDemand, OptionalDouble moq, OptionalDouble multiple, OptionalDouble lifeDays) {
        Range range = range(annualDemand, moq, multiple, lifeDays);
        return range.feasible() ? new Lot(true, nearest(wanted, range)) : new Lot(false, range.smallest);
    }

    /**
     * What may be ordered at a time.
     *
     * @param annualDemand pieces a year, at least 0
     * @param moq smallest order, pieces; empty or 0 if none
     * @param multiple orders are multiples of this, pieces; empty or 0 means 1
     * @param lifeDays days in which the lot must be used, at least 0; empty if it does not perish
     */
    static Range range(double annualDemand, OptionalDouble moq, OptionalDouble multiple, OptionalDouble lifeDays) {
        double step = multiple.orElse(0) > 0 ? Require.positive("multiple", multiple.getAsDouble()) : 1;
        double smallest = Math.max(1, Math.ceil(Require.notNegative("moq", moq.orElse(0)) / step - SLACK)) * step;
        double largest = lifeDays.isEmpty()
                ? Double.POSITIVE_INFINITY
                : Math.floor(annualDemand * Require.notNegative("lifeDays", lifeDays.getAsDouble()) / YEAR_DAYS / step
                                + SLACK)
                        * step;
        return new Range(step, smallest, largest);
    }

    /**
     * The cheaper of the two multiples next to a wanted lot, on a tie the smaller.
     *
     * @param wanted pieces, at least 0
     * @param range a feasible range
     */
    static double nearest(double wanted, Range range) {
        return nearest(wanted, range, lot -> wanted * wanted / lot + lot);
    }

    /** As {@link #nearest(double, Range)}, but cheaper by a cost of its own. */
    static double nearest(double wanted, Range range, DoubleUnaryOperator cost) {
        double below = clip(Math.floor(wanted / range.step) * range.step, range.smallest, range.largest);
        double above = clip(Math.ceil(wanted / range.step) * range.step, range.smallest, range.largest);
        return cost.applyAsDouble(above) < cost.applyAsDouble(below) * (1 - SLACK) ? above : below;
    }

    private static double clip(double value, double low, double high) {
        return Math.min(Math.max(value, low), high);
    }
}
