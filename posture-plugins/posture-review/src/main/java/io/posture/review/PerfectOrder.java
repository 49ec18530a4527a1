package io.posture.review;

import io.posture.explain.Origin;
import io.posture.spi.Doc;
import io.posture.spi.Tuple;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/** Share of orders without any fault, counted per order. */
final class PerfectOrder {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "kpi.perfectOrder.1",
            "orders complete, on time, undamaged and with right documents / orders; beside it the product of the four rates",
            "DOMAIN I");

    private PerfectOrder() {}

    /** How an order went. */
    @Tuple
    record Order(
            @Doc("everything that was ordered") boolean complete,
            @Doc("by the day asked for") boolean onTime,
            @Doc("nothing damaged") boolean undamaged,
            @Doc("documents right") boolean documents) {

        private boolean perfect() {
            return complete && onTime && undamaged && documents;
        }
    }

    /** Inputs of the calculation. */
    record Inputs(@Doc("customers' orders") List<Order> orders) {

        Inputs {
            orders = List.copyOf(orders);
        }
    }

    /**
     * Result of the calculation; without orders both rates are null.
     *
     * @param perfectOrder share of orders without fault
     * @param productOfRates what the share would be if faults were independent
     * @param perfect orders without fault
     * @param orders all orders
     */
    record Result(OptionalDouble perfectOrder, OptionalDouble productOfRates, int perfect, int orders) {}

    static Result calculate(Inputs inputs) {
        int orders = inputs.orders.size();
        int perfect = count(inputs, Order::perfect);
        if (orders == 0) {
            return new Result(OptionalDouble.empty(), OptionalDouble.empty(), 0, 0);
        }
        double product = (double) count(inputs, Order::complete)
                / orders
                * count(inputs, Order::onTime)
                / orders
                * count(inputs, Order::undamaged)
                / orders
                * count(inputs, Order::documents)
                / orders;
        return new Result(Ratio.of(perfect, orders), OptionalDouble.of(product), perfect, orders);
    }

    private static int count(Inputs inputs, Predicate<Order> kind) {
        return (int) inputs.orders.stream().filter(kind).count();
    }
}
