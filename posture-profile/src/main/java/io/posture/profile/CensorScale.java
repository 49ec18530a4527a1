package io.posture.profile;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Scales sales up to the time with stock. */
final class CensorScale {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "demand.censorScale.1",
            "x / f where the in-stock share f >= 0.5, else left out",
            "DOMAIN A.8; Conrad 1976");

    private static final double LEAST_SHARE = 0.5;

    private CensorScale() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("sales per bucket, pieces, each at least 0")
            List<Double> sales,

            @Doc("share of each bucket's days with stock, 0 to 1, as many as sales")
            List<Double> inStockShare) {

        Inputs {
            sales = Series.notNegative("sales", sales);
            inStockShare = Series.notNegative("inStockShare", inStockShare);
            if (inStockShare.size() != sales.size()) {
                throw new IllegalArgumentException("inStockShare must hold as many values as sales, " + sales.size()
                        + ", held " + inStockShare.size());
            }
            for (int i = 0; i < inStockShare.size(); i++) {
                Require.share("inStockShare[" + i + "]", inStockShare.get(i));
            }
        }
    }

    /**
     * Result of the calculation.
     *
     * @param adjusted demand per bucket; absent where stock was there for less than half of the time
     */
    record Result(List<OptionalDouble> adjusted) {}

    /** Demand per bucket. */
    static Result of(Inputs inputs) {
        return new Result(IntStream.range(0, inputs.sales().size())
                .mapToObj(i -> of(inputs.sales().get(i), inputs.inStockShare().get(i)))
                .toList());
    }

    /** Demand of one bucket; empty where stock was there for less than half of the time. */
    static OptionalDouble of(double sales, double inStockShare) {
        return inStockShare >= LEAST_SHARE ? OptionalDouble.of(sales / inStockShare) : OptionalDouble.empty();
    }
}
