package io.posture.strategies;

import io.posture.api.Posture;
import io.posture.spi.Doc;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.Set;

/**
 * The cells of the matrix that are a completion of the published ones, and so a matter of judgement. The cells of A and C
 * at HIGH and LOW are fixed.
 */
record MatrixCells(
        @Doc("policy of value B, risk HIGH") Policy bHigh,
        @Doc("policy of value A, risk MEDIUM") Policy aMedium,
        @Doc("policy of value B, risk MEDIUM") Policy bMedium,
        @Doc("policy of value C, risk MEDIUM") Policy cMedium,
        @Doc("policy of value B, risk LOW") Policy bLow)
        implements Serializable {

    // before the defaults: these are checked against it
    private static final Set<Policy> OF_OTHER_STEPS =
            EnumSet.of(Policy.RUN_OUT, Policy.INSURANCE_SPARE, Policy.ROP_WITH_SAFETY_STOCK);

    static final MatrixCells DEFAULTS = new MatrixCells(
            Policy.SAFETY_STOCK_DIVERSIFY,
            Policy.SAFETY_STOCK_SECOND_SOURCE,
            Policy.SAFETY_STOCK,
            Policy.SAFETY_STOCK,
            Policy.JIT_EOQ);

    MatrixCells {
        requireCell("bHigh", bHigh);
        requireCell("aMedium", aMedium);
        requireCell("bMedium", bMedium);
        requireCell("cMedium", cMedium);
        requireCell("bLow", bLow);
    }

    /**
     * The policy of a cell.
     *
     * @throws IllegalArgumentException if the value class is not A, B or C
     */
    Policy cell(String abc, RiskLevel risk) {
        return switch (abc) {
            case "A" -> byRisk(risk, Policy.STRATEGIC_STOCKPILE_DIVERSIFY, aMedium, Policy.JIT_EOQ);
            case "B" -> byRisk(risk, bHigh, bMedium, bLow);
            case "C" -> byRisk(risk, Policy.SAFETY_STOCK_BULK_FORWARD, cMedium, Policy.ROP_OR_VMI);
            default ->
                throw new IllegalArgumentException("value class must be A, B or C, was '" + abc
                        + "'. Maybe the setting abcStep names a step of another kind.");
        };
    }

    /** Whether a value class has a lean cell at LOW risk. */
    boolean leanAtLowRisk(String abc) {
        return cell(abc, RiskLevel.LOW).posture() == Posture.JUST_IN_TIME;
    }

    private static Policy byRisk(RiskLevel risk, Policy high, Policy medium, Policy low) {
        return switch (risk) {
            case HIGH -> high;
            case MEDIUM -> medium;
            case LOW -> low;
        };
    }

    private static void requireCell(String name, Policy policy) {
        if (OF_OTHER_STEPS.contains(policy)) {
            throw new IllegalArgumentException(name + " must be the policy of a cell, was " + policy
                    + ", which another step of the decision gives");
        }
    }
}
