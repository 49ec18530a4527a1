package io.posture.strategies;

import io.posture.api.ItemState;
import io.posture.api.Posture;
import io.posture.strategies.JitEligibility.Ending;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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

    private static final double SLACK = 1e-9;

    /** Copies, keeping the order. */
    Ruling {
        tests = Collections.unmodifiableMap(new LinkedHashMap<>(tests));
        unconfirmed = Collections.unmodifiableSet(new LinkedHashSet<>(unconfirmed));
        cushion = Collections.unmodifiableSet(new LinkedHashSet<>(cushion));
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
        boolean obsolete = facts.standing().state() == ItemState.OBSOLETE;
        if (obsolete || facts.standing().insuranceSpare()) {
            Policy policy = obsolete ? Policy.RUN_OUT : Policy.INSURANCE_SPARE;
            return new Ruling(policy, Optional.empty(), Map.of(), Set.of(), Set.of(), false, 0, false);
        }
        RiskLevel level = facts.risk().level();
        Policy cell = config.cells().cell(facts.standing().abc(), level);
        boolean basic = cell == Policy.ROP_OR_VMI;
        Map<JitTest, Ending> tests = tests(facts, cell, config);
        Set<CushionCause> cushion = cushion(facts, config);
        boolean tooNew = facts.standing().state() == ItemState.NEW;
        double capDays = config.capDays(basic);
        boolean aboveCap =
                facts.safetyStockDays().isPresent() && facts.safetyStockDays().getAsDouble() > capDays + SLACK;
        boolean eligible = tests.values().stream().noneMatch(Ending::fails) && !tooNew && !aboveCap;
        Policy policy = PolicyMatrix.decide(
                new PolicyMatrix.Inputs(
                        facts.standing().abc(),
                        level.name(),
                        eligible,
                        facts.standing().criticalSpare(),
                        facts.standing().mro(),
                        !cushion.isEmpty(),
                        obsolete),
                config.cells());
        return new Ruling(
                policy,
                Optional.of(cell),
                tests,
                unconfirmed(tests, facts, basic, config),
                cushion,
                tooNew,
                capDays,
                aboveCap);
    }

    /** The tests that failed, in table order. */
    List<JitTest> failed() {
        return tests.entrySet().stream()
                .filter(test -> test.getValue().fails())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether the cell would be lean. */
    boolean leanCell() {
        return cell.filter(policy -> policy.posture() == Posture.JUST_IN_TIME).isPresent();
    }

    /** Whether the cell is that of a basic reorder point. */
    boolean basic() {
        return cell.filter(Policy.ROP_OR_VMI::equals).isPresent();
    }

    private static Map<JitTest, Ending> tests(Facts facts, Policy cell, MatrixConfig config) {
        Map<JitTest, Ending> endings =
                new EnumMap<>(JitEligibility.endings(facts.tests().in(cell), config));
        facts.granted().forEach(test -> endings.replace(test, Ending.PASSED));
        return endings;
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

    private static Set<CushionCause> cushion(Facts facts, MatrixConfig config) {
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
