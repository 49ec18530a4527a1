package io.posture.strategies;

import io.posture.api.Posture;
import io.posture.strategies.JitEligibility.Ending;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The facts whose absence alone keeps a hybrid item from being lean, found by deciding again with each of them at its best.
 * An item that a known value keeps from being lean has none.
 *
 * @param tests lean tests that the absence of a fact fails, in table order
 * @param facts names of the missing facts, each once
 * @param basic whether the lean item would run on a basic reorder point
 */
record LeanEvidence(Set<JitTest> tests, List<String> facts, boolean basic) {

    private static final Set<JitTest> WITH_VALUES_OF_THEIR_OWN = EnumSet.of(JitTest.SRI, JitTest.CRITICALITY);

    LeanEvidence {
        facts = List.copyOf(facts);
    }

    /** The evidence an item lacks; empty if it is lean, if nothing is unknown, or if a known value stands against it. */
    static Optional<LeanEvidence> of(Facts facts, Ruling ruling, MatrixConfig config) {
        if (ruling.policy().posture() != Posture.HYBRID
                || !config.cells().leanAtLowRisk(facts.standing().abc())) {
            return Optional.empty();
        }
        Policy leanCell = config.cells().cell(facts.standing().abc(), RiskLevel.LOW);
        boolean basic = leanCell == Policy.ROP_OR_VMI;
        Set<JitTest> unknown = EnumSet.noneOf(JitTest.class);
        JitEligibility.endings(facts.tests(), basic, config).forEach((test, ending) -> {
            if (ending == Ending.UNKNOWN) {
                unknown.add(test);
            }
        });
        double capDays = config.capDays(basic);
        if (!unknown.isEmpty() && lean(facts, unknown, capDays, config)) {
            return Optional.of(new LeanEvidence(unknown, names(unknown, facts), basic));
        }
        if (!facts.risk().missingSri().isEmpty() && unknown.add(JitTest.SRI) && lean(facts, unknown, capDays, config)) {
            return Optional.of(new LeanEvidence(unknown, names(unknown, facts), basic));
        }
        return Optional.empty();
    }

    private static boolean lean(Facts facts, Set<JitTest> unknown, double capDays, MatrixConfig config) {
        return Ruling.policyOf(atBest(facts, unknown, capDays), config).posture() == Posture.JUST_IN_TIME;
    }

    /** The facts with everything unknown at its best value. */
    private static Facts atBest(Facts facts, Set<JitTest> unknown, double capDays) {
        Facts.Risk risk = facts.risk();
        Set<JitTest> granted = EnumSet.noneOf(JitTest.class);
        granted.addAll(unknown);
        granted.removeAll(WITH_VALUES_OF_THEIR_OWN);
        Facts best = facts.granting(granted);
        if (unknown.contains(JitTest.CRITICALITY) || unknown.contains(JitTest.SRI)) {
            boolean mapped = unknown.contains(JitTest.SRI);
            best = best.rescored(
                    unknown.contains(JitTest.CRITICALITY) ? OptionalDouble.of(0) : risk.criticality(),
                    mapped ? risk.sriLow() : risk.sri(),
                    mapped ? OptionalDouble.of(risk.sriLow()) : facts.tests().sriHigh());
        }
        // a safety stock that rests on an unknown lead time is not known to be too large
        boolean stockUnknown = unknown.contains(JitTest.LEAD_TIME) || unknown.contains(JitTest.LEAD_TIME_CV);
        return stockUnknown && facts.safetyStockDays().isPresent()
                ? best.withSafetyStockDays(
                        Math.min(capDays, facts.safetyStockDays().getAsDouble()))
                : best;
    }

    private static List<String> names(Set<JitTest> unknown, Facts facts) {
        Set<String> names = new LinkedHashSet<>();
        for (JitTest test : unknown) {
            switch (test) {
                case SRI -> facts.risk().missingSri().forEach(component -> names.add(factOf(component)));
                case DEMAND_CLASS -> names.add("demandClass");
                case MONTHLY_CV -> names.add("monthlyCv");
                case SEASONAL -> names.add("seasonal");
                case LEAD_TIME -> names.add("leadTime");
                case LEAD_TIME_CV -> names.add("leadTimeCv");
                case OTIF -> names.add("otif");
                case CRITICALITY -> names.add("criticality");
                case EQUIPMENT -> names.add("processReliability");
                case MRO -> names.add("itemType");
                case DEMAND_HISTORY -> names.add("demandHistory");
                case RECEIPT_HISTORY -> names.add("receipts");
            }
        }
        return new ArrayList<>(names);
    }

    /** {@code sriTier2} is the score of the fact {@code tier2}. */
    private static String factOf(String component) {
        String name = component.substring("sri".length());
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
