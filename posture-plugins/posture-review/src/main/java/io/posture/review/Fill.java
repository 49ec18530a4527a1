package io.posture.review;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import io.posture.spi.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Share of pieces, of lines and of orders shipped complete and on time. */
final class Fill {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "kpi.fill.1",
            "pieces on time / pieces ordered; lines complete on time / lines; orders with all lines so / orders",
            "DOMAIN I");

    private static final double NOTHING = 1e-9;

    private Fill() {}

    /** A line of a customer's order. */
    @Tuple
    record Line(
            @Doc("order") String orderId,
            @Doc("pieces ordered, at least 0") double ordered,
            @Doc("pieces shipped on time, at least 0") double shippedOnTime) {

        Line {
            Require.notNegative("ordered", ordered);
            Require.notNegative("shippedOnTime", shippedOnTime);
        }

        private boolean complete() {
            return shippedOnTime >= ordered - NOTHING;
        }
    }

    /** Inputs of the calculation. */
    record Inputs(@Doc("lines of customers' orders") List<Line> lines) {

        Inputs {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Result of the calculation; a rate without anything to count is null.
     *
     * @param unitFill share of pieces
     * @param lineFill share of lines
     * @param orderFill share of orders
     * @param units pieces shipped on time, no more than ordered
     * @param unitsOrdered pieces
     * @param linesComplete lines complete and on time
     * @param lines all lines
     * @param ordersComplete orders with all their lines complete and on time
     * @param orders all orders
     */
    record Result(
            OptionalDouble unitFill,
            OptionalDouble lineFill,
            OptionalDouble orderFill,
            double units,
            double unitsOrdered,
            int linesComplete,
            int lines,
            int ordersComplete,
            int orders) {}

    static Result calculate(Inputs inputs) {
        double units = 0;
        double ordered = 0;
        int complete = 0;
        Map<String, Boolean> orders = new HashMap<>();
        for (Line line : inputs.lines) {
            units += Math.min(line.ordered, line.shippedOnTime);
            ordered += line.ordered;
            complete += line.complete() ? 1 : 0;
            orders.merge(line.orderId, line.complete(), Boolean::logicalAnd);
        }
        int lines = inputs.lines.size();
        int whole = (int) orders.values().stream().filter(all -> all).count();
        return new Result(
                Ratio.of(units, ordered),
                Ratio.of(complete, lines),
                Ratio.of(whole, orders.size()),
                units,
                ordered,
                complete,
                lines,
                whole,
                orders.size());
    }
}
