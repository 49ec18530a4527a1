package io.posture.analysis.stress;

import io.posture.numerics.Sums;
import io.posture.stress.ScenarioResult;
import io.posture.stress.SecondSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What stress tests found.
 *
 * @param opening with what the ledgers began
 * @param scenarios each with its items, the worst first
 * @param leftOut scenarios of the standard set that the data do not allow, and what they need
 * @param secondSources items with two or more suppliers, and whether one failure stops them all
 * @param gaps what is missing in the map or was mended
 * @param cycles cycles of supply and of components
 * @param hasProducts whether something is made of something
 */
public record StressReport(
        Opening opening,
        List<Scenario> scenarios,
        List<String> leftOut,
        List<SecondSource> secondSources,
        List<VisibilityGap> gaps,
        List<String> cycles,
        boolean hasProducts) {

    /** Copies. */
    public StressReport {
        scenarios = List.copyOf(scenarios);
        leftOut = List.copyOf(leftOut);
        secondSources = List.copyOf(secondSources);
        gaps = List.copyOf(gaps);
        cycles = List.copyOf(cycles);
    }

    /**
     * A scenario.
     *
     * @param result days and pieces
     * @param rows items that it reaches: those that go short first, by money, then by day, then by key
     * @param unseen items that it would reach or not: the map does not show it
     */
    public record Scenario(ScenarioResult result, List<StressRow> rows, Unseen unseen) {

        /** Copies. */
        public Scenario {
            rows = List.copyOf(rows);
        }

        /** Money that is lost, by what it is: a margin and a unit cost do not add up. */
        public Map<StressRow.Basis, Double> lostValue() {
            Map<StressRow.Basis, List<Double>> values = new EnumMap<>(StressRow.Basis.class);
            for (StressRow row : hit()) {
                if (row.lostValue().isPresent() && row.impact().lostPieces() > 0) {
                    values.computeIfAbsent(row.basis(), none -> new ArrayList<>())
                            .add(row.lostValue().getAsDouble());
                }
            }
            Map<StressRow.Basis, Double> sums = new EnumMap<>(StressRow.Basis.class);
            values.forEach((basis, all) -> sums.put(
                    basis, Sums.of(all.stream().mapToDouble(Double::doubleValue).toArray())));
            return sums;
        }

        /** How many items are short without the scenario, too, which it is not charged with. */
        public long shortAnyway() {
            return rows.stream()
                    .filter(row -> row.impact().anyway().daysOut() > 0)
                    .count();
        }

        /** Items that go short. */
        public List<StressRow> hit() {
            return rows.stream().filter(row -> row.impact().isHit()).toList();
        }
    }
}
