package io.posture.review;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.numerics.Sums;
import io.posture.spi.Doc;
import java.util.List;
import java.util.OptionalDouble;

/** Mean time to recover; events that are not over count with their age, or the mean would flatter. */
final class Recovery {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "kpi.mttr.1",
            "sum of closed / closed; with open events (sum of closed + sum of open ages) / closed",
            "DOMAIN I; exponential lifetimes, censored");

    private Recovery() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("days to recover of events that are over, at least 0")
            List<Double> closedDays,

            @Doc("days since the start of events that are not over, at least 0")
            List<Double> openAges) {

        Inputs {
            closedDays = Require.notNegative("closedDays", closedDays);
            openAges = Require.notNegative("openAges", openAges);
        }
    }

    /**
     * Result of the calculation; both means are null while no event is over.
     *
     * @param mttrClosed mean of the events that are over, days
     * @param mttrCensored mean with those that are not, days
     * @param open events that are not over
     * @param closed events that are over
     */
    record Result(OptionalDouble mttrClosed, OptionalDouble mttrCensored, int open, int closed) {}

    static Result calculate(Inputs inputs) {
        double closed = sum(inputs.closedDays);
        int n = inputs.closedDays.size();
        return new Result(Ratio.of(closed, n), Ratio.of(closed + sum(inputs.openAges), n), inputs.openAges.size(), n);
    }

    private static double sum(List<Double> values) {
        return Sums.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
