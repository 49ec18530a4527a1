package io.posture.strategies;

import io.posture.api.ItemState;
import io.posture.api.Posture;
import io.posture.strategies.JitEligibility.Ending;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What follows from the facts, step by step in the order of DOMAIN D.2.
 *
 * @param policy the policy
 * @param cell the cell of the matrix; empty if an earlier step decided
 * @param tests how each lean test ended, in table order; empty if an earlier step decided
 * @param unconfirmed failed tests that missing evidence could still pass
 * @param cushion why the item deserves a cushion regardless of cost; empty if it does not
 * @param tooNew whether the item has too short a history to be lean
 * @param capDays largest safety stock of a lean item, days of demand
 * @param aboveCap whether the safety stock exceeds that
 */
record Ruling(
        Policy policy,
        Optional<Policy> cell,
        Map<JitTest, Ending> tests,
        Set<JitTest> unconfirmed,
        Set<CushionCause> cushion,
        boolean tooNew,
        double capDays,
        boolean aboveCap) {

    private static final List<JitTest> TESTS = List.of(JitTest.values());
    private static final double SLACK = 1e-9;

    /** Keeps what {@link #of} made for it. */
    Ruling {
        tests = Collections.unmodifiableMap(tests);
        unconfirmed = Collections.unmodifiableSet(unconfirmed);
        cushion = Collections.unmodifiableSet(cushion);
    }

    /** Why an item deserves a cushion regardless of cost. */
    enum CushionCause {
        /** One source and no qualified alternate. */
        SINGLE_SOURCE,
        /** One region of some country risk. */
        SINGLE_REGION,
        /** High country risk. */
        COUNTRY_RISK
    }

    static Ruling of(Facts facts, MatrixConfig config) {
        Optional<Policy> before = beforeTheMatrix(facts.standing());
        if (before.isPresent()) {
            return new Ruling(before.get(), Optional.empty(), Map.of(), Set.of(), Set.of(), false, 0, false);
        }
        Policy cell = cell(facts, config);
        boolean basic = cell == Policy.ROP_OR_VMI;
        Map<JitTest, Ending> tests = tests(facts, basic, config);
        Set<CushionCause> cushion = cushion(facts, config);
        return new Ruling(
                policy(facts, cell, config),
                Optional.of(cell),
                tests,
                unconfirmed(tests, facts, basic, config),
                cushion,
                tooNew(facts),
                config.capDays(basic),
                aboveCap(facts, basic, config));
    }

    /** The policy alone, for trials: the same as that of {@link #of}. */
    static Policy policyOf(Facts facts, MatrixConfig config) {
        Optional<Policy> before = beforeTheMatrix(facts.standing());
        return before.isPresent() ? before.get() : policy(facts, cell(facts, config), config);
    }

    private static Optional<Policy> beforeTheMatrix(Facts.Standing standing) {
        if (standing.state() == ItemState.OBSOLETE) {
            return Optional.of(Policy.RUN_OUT);
        }
        return standing.insuranceSpare() ? Optional.of(Policy.INSURANCE_SPARE) : Optional.empty();
    }

    private static Policy cell(Facts facts, MatrixConfig config) {
        String abc = facts.standing().abc();
        return facts.costs().isPresent()
                ? facts.costs().get().cell(config.cells().cell(abc, RiskLevel.LOW))
                : config.cells().cell(abc, facts.risk().level());
    }

    private static Policy policy(Facts facts, Policy cell, MatrixConfig config) {
        boolean buffered = facts.standing().mro() || !cushion(facts, config).isEmpty();
        return PolicyMatrix.ofCell(cell, buffered, eligible(facts, cell == Policy.ROP_OR_VMI, config));
    }

    private static boolean eligible(Facts facts, boolean basic, MatrixConfig config) {
        if (tooNew(facts) || aboveCap(facts, basic, config)) {
            return false;
        }
        for (JitTest test : TESTS) {
            if (ending(test, facts, basic, config).fails()) {
                return false;
            }
        }
        return true;
    }

    private static boolean tooNew(Facts facts) {
        return facts.standing().state() == ItemState.NEW;
    }

    private static boolean aboveCap(Facts facts, boolean basic, MatrixConfig config) {
        return facts.safetyStockDays().isPresent()
                && facts.safetyStockDays().getAsDouble() > config.capDays(basic) + SLACK;
    }

    /** The tests that failed, in table order. */
    List<JitTest> failed() {
        List<JitTest> failed = new ArrayList<>(tests.size());
        tests.forEach((test, ending) -> {
            if (ending.fails()) {
                failed.add(test);
            }
        });
        return failed;
    }

    /** The tests that failed on a known fact, in table order. */
    List<JitTest> failedForGood() {
        List<JitTest> failed = failed();
        failed.removeAll(unconfirmed);
        return failed;
    }

    /** Whether the cell would be lean. */
    boolean leanCell() {
        return cell.filter(policy -> policy.posture() == Posture.JUST_IN_TIME).isPresent();
    }

    /** Whether the cell is that of a basic reorder point. */
    boolean basic() {
        return cell.filter(Policy.ROP_OR_VMI::equals).isPresent();
    }

    private static Map<JitTest, Ending> tests(Facts facts, boolean basic, MatrixConfig config) {
        Map<JitTest, Ending> endings = new EnumMap<>(JitTest.class);
        for (JitTest test : TESTS) {
            endings.put(test, ending(test, facts, basic, config));
        }
        return endings;
    }

    private static Ending ending(JitTest test, Facts facts, boolean basic, MatrixConfig config) {
        return facts.granted().contains(test)
                ? Ending.PASSED
                : JitEligibility.ending(test, facts.tests(), basic, config);
    }

    /** Tests on unknown facts, and that of the risk index where only its missing components fail it. */
    private static Set<JitTest> unconfirmed(
            Map<JitTest, Ending> tests, Facts facts, boolean basic, MatrixConfig config) {
        Set<JitTest> unconfirmed = EnumSet.noneOf(JitTest.class);
        tests.forEach((test, ending) -> {
            if (ending == Ending.UNKNOWN) {
                unconfirmed.add(test);
            }
        });
        if (tests.get(JitTest.SRI) == Ending.FAILED
                && !facts.risk().missingSri().isEmpty()
                && facts.risk().sriLow()
                        < JitEligibility.limit(JitTest.SRI, basic, config).value()) {
            unconfirmed.add(JitTest.SRI);
        }
        return unconfirmed;
    }

    /** Why the item deserves a cushion regardless of cost. */
    static Set<CushionCause> cushion(Facts facts, MatrixConfig config) {
        Set<CushionCause> causes = EnumSet.noneOf(CushionCause.class);
        if (facts.risk().criticalityOrAssumed() < config.cushionCriticality() - SLACK) {
            return causes;
        }
        Facts.Sources sources = facts.sources();
        double countryRisk = sources.countryRisk().orElse(0);
        if (sources.single() && !sources.alternate()) {
            causes.add(CushionCause.SINGLE_SOURCE);
        }
        if (sources.singleRegion() && !sources.domestic() && countryRisk >= config.cushionRegionRisk()) {
            causes.add(CushionCause.SINGLE_REGION);
        }
        if (countryRisk >= config.cushionCountryRisk()) {
            causes.add(CushionCause.COUNTRY_RISK);
        }
        return causes;
    }
}
