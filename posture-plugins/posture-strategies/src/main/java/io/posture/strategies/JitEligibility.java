package io.posture.strategies;

import io.posture.explain.Origin;
import io.posture.explain.Unit;
import io.posture.spi.Doc;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Whether an item may run lean: it must be confirmed low-risk, so what is unknown fails. */
final class JitEligibility {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "policy.jitEligible.1",
            "all tests pass; unknown fails; the cell ROP_OR_VMI waives five of them and has its own limits",
            "DOMAIN D.3");

    private JitEligibility() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("demand pattern; absent if unknown") Optional<String> demandClass,

            @Doc("coefficient of variation of monthly demand; absent if unknown")
            OptionalDouble monthlyCv,

            @Doc("whether demand has a season; absent if unknown")
            Optional<Boolean> seasonal,

            @Doc("mean lead time, days; absent if unknown") OptionalDouble leadTimeDays,

            @Doc("coefficient of variation of the lead time; absent if unknown")
            OptionalDouble leadTimeCv,

            @Doc("5 % bound of on time in full, 0 to 1; absent if unknown")
            OptionalDouble otifLower,

            @Doc("upper bound of the supplier risk index, 0 to 100; absent if unknown")
            OptionalDouble sriHigh,

            @Doc("criticality, 0 to 100; absent if unknown") OptionalDouble criticality,

            @Doc("availability of the own process, 0 to 1; absent if unknown")
            OptionalDouble equipmentAvailability,

            @Doc("whether the item is made by an own process")
            boolean internalSupply,

            @Doc("whether it is of type MRO; absent if unknown")
            Optional<Boolean> mro,

            @Doc("length of the demand history, weeks; absent if unknown")
            OptionalDouble demandBuckets,

            @Doc("own closed receipt lines; absent if unknown")
            OptionalDouble receipts,

            @Doc("cell of the policy matrix; ROP_OR_VMI has its own limits, absent means any other")
            Optional<String> cell) {

        boolean basic() {
            return cell.filter(Policy.ROP_OR_VMI.name()::equals).isPresent();
        }

        /** With another upper bound of the supplier risk index and another criticality. */
        Inputs with(OptionalDouble otherSriHigh, OptionalDouble otherCriticality) {
            return new Inputs(
                    demandClass,
                    monthlyCv,
                    seasonal,
                    leadTimeDays,
                    leadTimeCv,
                    otifLower,
                    otherSriHigh,
                    otherCriticality,
                    equipmentAvailability,
                    internalSupply,
                    mro,
                    demandBuckets,
                    receipts,
                    cell);
        }
    }

    /** Whether all tests passed, and those that did not, in table order. */
    record Result(boolean eligible, List<JitTest> failed) {}

    /** A limit and the setting that holds it. */
    record Limit(String setting, double value, Unit unit) {}

    /** How a test ended. */
    enum Ending {
        PASSED("passed"),
        FAILED("failed"),
        UNKNOWN("unknown"),
        WAIVED("waived");

        private final String text;

        Ending(String text) {
            this.text = text;
        }

        /** How it stands in a reason tree. */
        String text() {
            return text;
        }

        boolean fails() {
            return this == FAILED || this == UNKNOWN;
        }
    }

    /** The tests with the default limits. */
    static Result calculate(Inputs inputs) {
        List<JitTest> failed = new ArrayList<>();
        endings(inputs, inputs.basic(), MatrixConfig.DEFAULTS).forEach((test, ending) -> {
            if (ending.fails()) {
                failed.add(test);
            }
        });
        return new Result(failed.isEmpty(), failed);
    }

    /**
     * How each test ended, in table order.
     *
     * @param basic whether the cell is that of a basic reorder point
     */
    static Map<JitTest, Ending> endings(Inputs inputs, boolean basic, MatrixConfig config) {
        Map<JitTest, Ending> endings = new EnumMap<>(JitTest.class);
        for (JitTest test : JitTest.values()) {
            endings.put(test, ending(test, inputs, basic, config));
        }
        return endings;
    }

    /** How one test ended. */
    static Ending ending(JitTest test, Inputs inputs, boolean basic, MatrixConfig config) {
        if (basic && test.waivedForBasicReorderPoint()) {
            return Ending.WAIVED;
        }
        return switch (test) {
            case DEMAND_CLASS -> passed(inputs.demandClass.map("SMOOTH"::equals));
            case MONTHLY_CV -> atMost(inputs.monthlyCv, limit(test, basic, config));
            case SEASONAL -> passed(inputs.seasonal.map(seasonal -> !seasonal));
            case LEAD_TIME -> atMost(inputs.leadTimeDays, limit(test, basic, config));
            case LEAD_TIME_CV -> atMost(inputs.leadTimeCv, limit(test, basic, config));
            case OTIF -> atLeast(inputs.otifLower, limit(test, basic, config));
            case SRI -> below(inputs.sriHigh, limit(test, basic, config));
            case CRITICALITY -> below(inputs.criticality, limit(test, basic, config));
            case EQUIPMENT ->
                inputs.internalSupply
                        ? atLeast(inputs.equipmentAvailability, limit(test, basic, config))
                        : Ending.PASSED;
            case MRO -> passed(inputs.mro.map(mro -> !mro));
            case DEMAND_HISTORY -> atLeast(inputs.demandBuckets, limit(test, basic, config));
            case RECEIPT_HISTORY -> atLeast(inputs.receipts, limit(test, basic, config));
        };
    }

    /**
     * The limit of a test.
     *
     * @throws IllegalArgumentException if the test has none
     */
    static Limit limit(JitTest test, boolean basic, MatrixConfig config) {
        return switch (test) {
            case MONTHLY_CV -> new Limit("monthlyCv", config.monthlyCv(), Unit.NONE);
            case LEAD_TIME ->
                basic
                        ? new Limit("basicLeadTimeDays", config.basicLeadTimeDays(), Unit.DAYS)
                        : new Limit("leadTimeDays", config.leadTimeDays(), Unit.DAYS);
            case LEAD_TIME_CV -> new Limit("leadTimeCv", config.leadTimeCv(), Unit.NONE);
            case OTIF ->
                basic
                        ? new Limit("basicOtifLower", config.basicOtifLower(), Unit.SHARE)
                        : new Limit("otifLower", config.otifLower(), Unit.SHARE);
            case SRI ->
                basic
                        ? new Limit("basicSriHigh", config.basicSriHigh(), Unit.SCORE)
                        : new Limit("sriHigh", config.sriHigh(), Unit.SCORE);
            case CRITICALITY ->
                basic
                        ? new Limit("basicCriticality", config.basicCriticality(), Unit.SCORE)
                        : new Limit("criticality", config.criticality(), Unit.SCORE);
            case EQUIPMENT -> new Limit("equipment", config.equipment(), Unit.SHARE);
            case DEMAND_HISTORY -> new Limit("demandWeeks", config.demandWeeks(), Unit.COUNT);
            case RECEIPT_HISTORY -> new Limit("receipts", config.receipts(), Unit.COUNT);
            case DEMAND_CLASS, SEASONAL, MRO -> throw new IllegalArgumentException(test + " has no limit");
        };
    }

    private static Ending passed(Optional<Boolean> passed) {
        return passed.isEmpty() ? Ending.UNKNOWN : passed.get() ? Ending.PASSED : Ending.FAILED;
    }

    private static Ending atMost(OptionalDouble value, Limit limit) {
        return value.isEmpty() ? Ending.UNKNOWN : value.getAsDouble() <= limit.value ? Ending.PASSED : Ending.FAILED;
    }

    private static Ending atLeast(OptionalDouble value, Limit limit) {
        return value.isEmpty() ? Ending.UNKNOWN : value.getAsDouble() >= limit.value ? Ending.PASSED : Ending.FAILED;
    }

    private static Ending below(OptionalDouble value, Limit limit) {
        return value.isEmpty() ? Ending.UNKNOWN : value.getAsDouble() < limit.value ? Ending.PASSED : Ending.FAILED;
    }
}
