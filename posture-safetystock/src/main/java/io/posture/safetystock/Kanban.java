package io.posture.safetystock;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.spi.Doc;

/** Number of containers that circulate between use and supply. */
final class Kanban {

    static final Origin.Formula FORMULA =
            new Origin.Formula("buf.kanban.1", "ceil(d T (1 + a) / container)", "Monden 1983; Chase & Jacobs");

    private static final double SLACK = 1e-9;

    private Kanban() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("demand d, pieces per unit of time, at least 0")
            double demandRate,

            @Doc("time from an empty container to a full one T, in the same unit, at least 0")
            double replenishmentTime,

            @Doc("allowance a, share of the demand, at least 0")
            double safetyFactor,

            @Doc("pieces in a container, above 0") double containerSize) {

        Inputs {
            Require.notNegative("demandRate", demandRate);
            Require.notNegative("replenishmentTime", replenishmentTime);
            Require.notNegative("safetyFactor", safetyFactor);
            Require.positive("containerSize", containerSize);
        }
    }

    /** Containers before and after rounding up. */
    record Result(double raw, long cards) {}

    static Result calculate(Inputs inputs) {
        double raw = inputs.demandRate * inputs.replenishmentTime * (1 + inputs.safetyFactor) / inputs.containerSize;
        return new Result(raw, (long) Math.ceil(raw - SLACK));
    }
}
