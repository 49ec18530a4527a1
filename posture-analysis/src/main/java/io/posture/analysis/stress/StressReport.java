package io.posture.analysis.stress;

import io.posture.stress.ScenarioResult;
import io.posture.stress.SecondSource;
import io.posture.stress.Shock;
import io.posture.stress.Unknown;
import java.util.List;

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
     * How many items a scenario cannot reach because nobody is known to supply them; 0 if demand alone changes, which reaches
     * all. They are not safe.
     */
    public int outOfReach(Scenario scenario) {
        return scenario.ofDemandAlone()
                ? 0
                : gaps.stream()
                        .filter(gap -> gap.code().equals(Unknown.SOURCE.name()))
                        .mapToInt(gap -> gap.subjects().size())
                        .sum();
    }

    /**
     * A scenario.
     *
     * @param result days and pieces
     * @param rows items that it reaches: those that go short first, by money, then by day, then by key
     */
    public record Scenario(ScenarioResult result, List<StressRow> rows) {

        /** Copies. */
        public Scenario {
            rows = List.copyOf(rows);
        }

        /** Whether nothing happens to supply. */
        boolean ofDemandAlone() {
            return result.scenario().shocks().stream().allMatch(Shock.DemandUp.class::isInstance);
        }

        /** Items that go short. */
        public List<StressRow> hit() {
            return rows.stream().filter(row -> row.impact().isHit()).toList();
        }
    }
}
