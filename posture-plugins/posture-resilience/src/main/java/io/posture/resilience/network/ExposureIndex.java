package io.posture.resilience.network;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import java.util.List;

/** Impacts beside the largest of them. */
public final class ExposureIndex {

    /** What is computed. */
    public static final Origin.Formula FORMULA = new Origin.Formula(
            "pile.rei.1", "impact / largest impact; 0 where all are 0", "Simchi-Levi, Schmidt & Wei, HBR 92 (2014)");

    private ExposureIndex() {}

    /** Inputs of the calculation. */
    public record Inputs(
            @Doc("impacts of events, money, at least 0") List<Double> impacts) {

        /** Impacts in their range. */
        public Inputs {
            impacts = Require.notNegative("impacts", impacts);
        }
    }

    /** Index of each event, 0 to 1. */
    public record Result(List<Double> rei) {}

    /** The calculation. */
    public static Result calculate(Inputs in) {
        return new Result(of(in.impacts));
    }

    /** Index of each impact, 0 to 1, in the order given. */
    public static List<Double> of(List<Double> impacts) {
        double largest = impacts.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return impacts.stream()
                .map(impact -> largest > 0 ? impact / largest : 0.0)
                .toList();
    }
}
