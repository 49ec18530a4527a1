package io.posture.strategies;

import io.posture.api.EarlierRisk;
import io.posture.api.ItemState;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Everything the decision depends on, as plain values: the same facts give the same ruling.
 *
 * @param standing what kind of item it is
 * @param risk its risk
 * @param sources how independent its sources are
 * @param tests what the lean tests look at, without the cell
 * @param granted lean tests taken as passed, to see what would follow
 * @param safetyStockDays safety stock in days of demand; empty if it was not sized
 * @param costs what the postures cost; empty for a strategy that decides by risk
 */
record Facts(
        Standing standing,
        Risk risk,
        Sources sources,
        JitEligibility.Inputs tests,
        Set<JitTest> granted,
        OptionalDouble safetyStockDays,
        Optional<Costs> costs) {

    /** Facts of a decision by risk. */
    Facts(
            Standing standing,
            Risk risk,
            Sources sources,
            JitEligibility.Inputs tests,
            Set<JitTest> granted,
            OptionalDouble safetyStockDays) {
        this(standing, risk, sources, tests, granted, safetyStockDays, Optional.empty());
    }

    Facts {
        granted = Set.copyOf(granted);
    }

    /**
     * What kind of item it is.
     *
     * @param state how it is treated
     * @param mro whether it is of type MRO
     * @param criticalSpare whether its absence stops an asset without bypass
     * @param abc value class
     */
    record Standing(ItemState state, boolean mro, boolean criticalSpare, String abc) {

        boolean insuranceSpare() {
            return mro && criticalSpare;
        }
    }

    /**
     * The risk of an item.
     *
     * @param level the level that holds: the calculated one, or HIGH where the level of an earlier run is kept
     * @param calculated the level that was calculated
     * @param earlier what an earlier run left; empty without one
     * @param value the risk, 0 to 100; empty if the step has no such score
     * @param highFrom risk from which the level is HIGH; empty if unknown
     * @param mediumFrom risk from which the level is MEDIUM; empty if unknown
     * @param criticality 0 to 100; empty if unknown
     * @param assumedCriticality what stands in for it, 0 to 100
     * @param sri supplier risk index, 0 to 100
     * @param sriLow its lower bound: what it could be if all missing evidence turned out well
     * @param missingSri names of its missing components
     * @param sourcePoints points of it that a qualified alternate would take off
     */
    record Risk(
            RiskLevel level,
            RiskLevel calculated,
            Optional<EarlierRisk> earlier,
            OptionalDouble value,
            OptionalDouble highFrom,
            OptionalDouble mediumFrom,
            OptionalDouble criticality,
            double assumedCriticality,
            double sri,
            double sriLow,
            List<String> missingSri,
            double sourcePoints) {

        private static final double SLACK = 1e-9;

        Risk {
            missingSri = List.copyOf(missingSri);
        }

        /** The level that holds where one is calculated. */
        static RiskLevel held(RiskLevel calculated, OptionalDouble value, Optional<EarlierRisk> earlier) {
            return earlier.isPresent() && earlier.get().keepsHigh(value) ? RiskLevel.HIGH : calculated;
        }

        /** Whether the level of an earlier run is kept against what was calculated. */
        boolean held() {
            return level != calculated;
        }

        /** Criticality, or what stands in for it. */
        double criticalityOrAssumed() {
            return criticality.orElse(assumedCriticality);
        }

        Risk withLevel(RiskLevel other) {
            return new Risk(
                    other,
                    other,
                    earlier,
                    value,
                    highFrom,
                    mediumFrom,
                    criticality,
                    assumedCriticality,
                    sri,
                    sriLow,
                    missingSri,
                    sourcePoints);
        }

        /** The risk with another criticality and index; the level stays if its cut-offs are not known. */
        Risk rescored(OptionalDouble otherCriticality, double otherSri) {
            double score = Math.sqrt(otherCriticality.orElse(assumedCriticality) * Math.max(0, otherSri));
            RiskLevel other = level(score);
            return new Risk(
                    held(other, OptionalDouble.of(score), earlier),
                    other,
                    earlier,
                    OptionalDouble.of(score),
                    highFrom,
                    mediumFrom,
                    otherCriticality,
                    assumedCriticality,
                    otherSri,
                    Math.min(sriLow, otherSri),
                    missingSri,
                    sourcePoints);
        }

        private RiskLevel level(double score) {
            if (highFrom.isEmpty() || mediumFrom.isEmpty()) {
                return calculated;
            }
            if (score >= highFrom.getAsDouble() - SLACK) {
                return RiskLevel.HIGH;
            }
            return score >= mediumFrom.getAsDouble() - SLACK ? RiskLevel.MEDIUM : RiskLevel.LOW;
        }
    }

    /**
     * How independent the sources are.
     *
     * @param single whether everything comes from one supplier, or one place behind several of them
     * @param alternate whether an independent qualified alternate exists
     * @param singleRegion whether everything comes from one region
     * @param domestic whether everything comes from the own country
     * @param countryRisk share-weighted country risk, 0 to 1; empty if unknown
     */
    record Sources(
            boolean single, boolean alternate, boolean singleRegion, boolean domestic, OptionalDouble countryRisk) {

        Sources withAlternate() {
            return new Sources(single, true, singleRegion, domestic, countryRisk);
        }
    }

    Facts with(Standing other) {
        return new Facts(other, risk, sources, tests, granted, safetyStockDays, costs);
    }

    Facts with(Risk other) {
        return new Facts(standing, other, sources, tests, granted, safetyStockDays, costs);
    }

    Facts with(Sources other) {
        return new Facts(standing, risk, other, tests, granted, safetyStockDays, costs);
    }

    /** With another criticality and supplier risk index, its upper bound included, and the risk that follows. */
    Facts rescored(OptionalDouble criticality, double sri, OptionalDouble sriHigh) {
        return new Facts(
                standing,
                risk.rescored(criticality, sri),
                sources,
                tests.with(sriHigh, criticality),
                granted,
                safetyStockDays,
                costs);
    }

    Facts withSafetyStockDays(double days) {
        return new Facts(standing, risk, sources, tests, granted, OptionalDouble.of(days), costs);
    }

    /** With tests taken as passed, beside those that are already. */
    Facts granting(Set<JitTest> passed) {
        Set<JitTest> all = EnumSet.noneOf(JitTest.class);
        all.addAll(granted);
        all.addAll(passed);
        return new Facts(standing, risk, sources, tests, all, safetyStockDays, costs);
    }

    Facts with(Costs other) {
        return new Facts(standing, risk, sources, tests, granted, safetyStockDays, Optional.of(other));
    }
}
