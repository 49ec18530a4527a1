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

    /** The policy with the default cells. */
    static Result calculate(Inputs inputs) {
        Policy policy = decide(inputs, MatrixCells.DEFAULTS);
        return new Result(policy, policy.posture().code());
    }

    /**
     * The policy.
     *
     * @throws IllegalArgumentException if the value class is not A, B or C, or the risk level none of the three
     */
    static Policy decide(Inputs inputs, MatrixCells cells) {
        if (inputs.obsolete) {
            return Policy.RUN_OUT;
        }
        if (inputs.mro && inputs.criticalSpare) {
            return Policy.INSURANCE_SPARE;
        }
        Policy cell = cells.cell(inputs.abc, RiskLevel.of(inputs.risk));
        return ofCell(cell, inputs.cushionFloor || inputs.mro, inputs.jitEligible);
    }

    /**
     * What a cell becomes.
     *
     * @param buffered whether the item has a cushion floor or is a maintenance item
     * @param jitEligible whether it may run lean
     */
    static Policy ofCell(Policy cell, boolean buffered, boolean jitEligible) {
        if (cell.posture() != Posture.JUST_IN_TIME) {
            return cell;
        }
        if (buffered) {
            return Policy.SAFETY_STOCK;
        }
        return jitEligible ? cell : Policy.ROP_WITH_SAFETY_STOCK;
    }
}
