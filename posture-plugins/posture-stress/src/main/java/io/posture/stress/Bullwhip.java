package io.posture.stress;

import io.posture.explain.Origin;
import io.posture.numerics.Moments;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import java.util.List;
import java.util.OptionalDouble;

/** How much more orders vary than the demand behind them. */
final class Bullwhip {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "stress.bullwhip.1",
            "sample variance of orders / sample variance of demand, same buckets",
            "Lee, Padmanabhan & Whang 1997; DOMAIN H.5");

    private static final int ENOUGH = 12;

    private Bullwhip() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("orders by bucket, pieces, at least 0") List<Double> orders,

            @Doc("demand by bucket, pieces, at least 0, as many")
            List<Double> demand) {

        Inputs {
            orders = Require.notNegative("orders", orders);
            demand = Require.notNegative("demand", demand);
            if (orders.size() != demand.size()) {
                throw new IllegalArgumentException(
                        "orders and demand must have as many buckets, had " + orders.size() + " and " + demand.size());
            }
        }
    }

    /**
     * Result of the calculation.
     *
     * @param ratio null if demand does not vary or has fewer than two buckets
     * @param buckets how many there are
     * @param enough whether they are the 12 that a statement needs
     */
    record Result(OptionalDouble ratio, int buckets, boolean enough) {}

    static Result calculate(Inputs inputs) {
        int buckets = inputs.demand.size();
        return new Result(ratio(sd(inputs.orders), sd(inputs.demand)), buckets, buckets >= ENOUGH);
    }

    private static OptionalDouble ratio(OptionalDouble orders, OptionalDouble demand) {
        if (orders.isEmpty() || !(demand.orElse(0) > 0)) {
            return OptionalDouble.empty();
        }
        double ratio = orders.getAsDouble() / demand.getAsDouble();
        return OptionalDouble.of(ratio * ratio);
    }

    private static OptionalDouble sd(List<Double> values) {
        return Moments.of(values.stream().mapToDouble(Double::doubleValue).toArray())
                .sd();
    }
}
