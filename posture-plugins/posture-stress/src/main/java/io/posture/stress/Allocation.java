package io.posture.stress;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Who gets a scarce component: contract minima first, cut alike if it does not reach; then whoever earns most with a
 * piece of it, ties by order.
 */
final class Allocation {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "stress.allocate.1",
            "minima times min(1, available / sum of a m); the rest by falling margin / a, a = pieces per product",
            "DOMAIN H.4");

    private Allocation() {}

    /** A product that takes of the component. */
    record Product(
            @Doc("pieces of the component in one product, above 0")
            double perUnit,

            @Doc("products owed by contract, at least 0, at most the demand")
            double minimum,

            @Doc("products wanted, at least 0") double demand,
            @Doc("margin, money per product, at least 0") double margin) {

        Product {
            Require.positive("perUnit", perUnit);
            Require.notNegative("minimum", minimum);
            Require.notNegative("demand", demand);
            Require.notNegative("margin", margin);
            if (minimum > demand) {
                throw new IllegalArgumentException(
                        "minimum must be at most the demand, was " + minimum + " with a demand of " + demand);
            }
        }
    }

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("pieces of the component, at least 0") double available,
            @Doc("who takes of it") List<Product> products) {

        Inputs {
            Require.notNegative("available", available);
            products = List.copyOf(products);
        }
    }

    /** Products that are made of each kind, and the margin of those that are not, money. */
    record Result(List<Double> quantities, double lostMargin) {}

    static Result calculate(Inputs inputs) {
        List<Product> products = inputs.products;
        double[] perUnit = products.stream().mapToDouble(Product::perUnit).toArray();
        double[] minimum = products.stream().mapToDouble(Product::minimum).toArray();
        double[] demand = products.stream().mapToDouble(Product::demand).toArray();
        double[] margin = products.stream().mapToDouble(Product::margin).toArray();
        double[] quantities = new double[demand.length];
        allocate(inputs.available, perUnit, minimum, demand, byMargin(perUnit, margin), quantities);
        double lost = 0;
        for (int i = 0; i < demand.length; i++) {
            lost += (demand[i] - quantities[i]) * margin[i];
        }
        return new Result(Arrays.stream(quantities).boxed().toList(), lost);
    }

    /** Products in the order in which they are served after the minima. */
    static int[] byMargin(double[] perUnit, double[] margin) {
        return IntStream.range(0, perUnit.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -margin[i] / perUnit[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /**
     * Fills the quantities; all arrays but the order go by product.
     *
     * @param order products as {@link #byMargin} has them
     * @param quantities overwritten
     */
    static void allocate(
            double available, double[] perUnit, double[] minimum, double[] demand, int[] order, double[] quantities) {
        double owed = 0;
        for (int i = 0; i < demand.length; i++) {
            owed += perUnit[i] * Math.min(minimum[i], demand[i]);
        }
        double part = owed > available ? available / owed : 1;
        double left = available;
        for (int i = 0; i < demand.length; i++) {
            quantities[i] = Math.min(minimum[i], demand[i]) * part;
            left -= quantities[i] * perUnit[i];
        }
        for (int i : order) {
            double more = Math.max(0, Math.min(demand[i] - quantities[i], left / perUnit[i]));
            quantities[i] += more;
            left -= more * perUnit[i];
        }
    }
}
