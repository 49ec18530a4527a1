package io.posture.review;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import java.util.List;
import java.util.OptionalDouble;

/** Capital in buffers above and below their optimum, and how much of the optimum is there. */
final class Insurance {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "kpi.insurance.1",
            "sum of c max(0, buffer - optimal), sum of c max(0, optimal - buffer), sum of c min / sum of c optimal",
            "DOMAIN I");

    private Insurance() {}

    /** The buffer of an item. */
    record Buffered(
            @Doc("buffer held, pieces, at least 0") double buffer,
            @Doc("optimal buffer, pieces, at least 0") double optimal,
            @Doc("money per piece, at least 0") double unitCost) {

        Buffered {
            Require.notNegative("buffer", buffer);
            Require.notNegative("optimal", optimal);
            Require.notNegative("unitCost", unitCost);
        }
    }

    /** Inputs of the calculation. */
    record Inputs(@Doc("buffers by item") List<Buffered> items) {

        Inputs {
            items = List.copyOf(items);
        }
    }

    /**
     * Result of the calculation.
     *
     * @param overInsured capital above the optimum, money
     * @param underInsured capital missing to the optimum, money
     * @param coverage share of the optimum that is held, by value; null if the optimum is nothing
     * @param covered capital up to the optimum, money
     * @param optimal capital of the optimum, money
     */
    record Result(double overInsured, double underInsured, OptionalDouble coverage, double covered, double optimal) {}

    static Result calculate(Inputs inputs) {
        double over = 0;
        double under = 0;
        double covered = 0;
        double optimal = 0;
        for (Buffered item : inputs.items) {
            over += Math.max(0, item.buffer - item.optimal) * item.unitCost;
            under += Math.max(0, item.optimal - item.buffer) * item.unitCost;
            covered += Math.min(item.buffer, item.optimal) * item.unitCost;
            optimal += item.optimal * item.unitCost;
        }
        return new Result(over, under, Ratio.of(covered, optimal), covered, optimal);
    }
}
