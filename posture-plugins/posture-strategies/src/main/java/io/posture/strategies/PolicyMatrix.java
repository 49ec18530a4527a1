package io.posture.strategies;

import io.posture.api.Posture;
import io.posture.explain.Origin;
import io.posture.spi.Doc;

/** The cell of value class and risk level, and what overrides it. */
final class PolicyMatrix {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "policy.matrix.1",
            "RUN_OUT if obsolete; INSURANCE_SPARE if a critical MRO spare; else the cell of value and risk; a JIT cell "
                    + "becomes SAFETY_STOCK with a cushion floor or MRO, ROP_WITH_SAFETY_STOCK if not eligible",
            "DOMAIN D.1, D.2");

    private PolicyMatrix() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("value class, A, B or C") String abc,
            @Doc("risk level, HIGH, MEDIUM or LOW") String risk,
            @Doc("whether the item may run lean") boolean jitEligible,

            @Doc("whether its absence stops an asset without bypass")
            boolean criticalSpare,

            @Doc("whether it is of type MRO") boolean mro,

            @Doc("whether it deserves a cushion regardless of cost")
            boolean cushionFloor,

            @Doc("whether it is not replenished any more") boolean obsolete) {}

    /** The policy and the code of its posture. */
    record Result(Policy policy, String posture) {}

    static Result calculate(Inputs inputs) {
        Policy policy = decide(inputs);
        return new Result(policy, policy.posture().code());
    }

    static Policy decide(Inputs inputs) {
        if (inputs.obsolete) {
            return Policy.RUN_OUT;
        }
        if (inputs.mro && inputs.criticalSpare) {
            return Policy.INSURANCE_SPARE;
        }
        Policy cell = cell(inputs.abc, RiskLevel.of(inputs.risk));
        if (cell.posture() != Posture.JUST_IN_TIME) {
            return cell;
        }
        if (inputs.cushionFloor || inputs.mro) {
            return Policy.SAFETY_STOCK;
        }
        return inputs.jitEligible ? cell : Policy.ROP_WITH_SAFETY_STOCK;
    }

    /**
     * The cell before any override.
     *
     * @throws IllegalArgumentException if the value class is not A, B or C
     */
    static Policy cell(String abc, RiskLevel risk) {
        if (!abc.equals("A") && !abc.equals("B") && !abc.equals("C")) {
            throw new IllegalArgumentException("value class must be A, B or C, was '" + abc
                    + "'. Maybe the setting abcStep names a step of another kind.");
        }
        return switch (risk) {
            case HIGH ->
                switch (abc) {
                    case "A" -> Policy.STRATEGIC_STOCKPILE_DIVERSIFY;
                    case "B" -> Policy.SAFETY_STOCK_DIVERSIFY;
                    default -> Policy.SAFETY_STOCK_BULK_FORWARD;
                };
            case MEDIUM -> abc.equals("A") ? Policy.SAFETY_STOCK_SECOND_SOURCE : Policy.SAFETY_STOCK;
            case LOW -> abc.equals("C") ? Policy.ROP_OR_VMI : Policy.JIT_EOQ;
        };
    }
}
