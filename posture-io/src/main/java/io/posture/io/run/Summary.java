package io.posture.io.run;

import io.posture.api.ItemId;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The result of a run at a glance.
 *
 * @param runId name of the run, 64 hexadecimal digits
 * @param currency currency of all money; empty if it was not said
 * @param counts how the items ended
 * @param postures items by posture, UNDECIDED and FAILED among them
 * @param policies decided items by policy, most items first
 * @param segments items by value class and risk level, in that order
 * @param sourcing items by how independent their sources are
 * @param concentrations places that stand behind all suppliers of an item, most items first
 * @param topRisks the items of highest risk, highest first
 * @param undecided items without a decision by what they lack, most items first
 * @param failedSteps items by the step that failed on them
 * @param grades items by data grade, best first
 * @param input what was read
 */
public record Summary(
        String runId,
        String currency,
        RunCounts counts,
        List<Group> postures,
        List<Group> policies,
        List<Group> segments,
        List<Group> sourcing,
        List<Concentration> concentrations,
        List<TopRisk> topRisks,
        List<Group> undecided,
        List<Group> failedSteps,
        List<Group> grades,
        InputSummary input) {

    /**
     * Items that have something in common.
     *
     * @param name what they have in common
     * @param items how many
     * @param annualValue value of their demand, money a year, as far as it is known
     * @param stockValue value of the stock to expect on average, money, as far as it is known
     */
    public record Group(String name, long items, double annualValue, double stockValue) {}

    /**
     * A place that stands behind all suppliers of some items.
     *
     * @param kind {@code plant} or {@code country}
     * @param place its name
     * @param items items that all come from there
     * @param suppliers most suppliers that one of these items has
     * @param annualValue value of their demand, money a year, as far as it is known
     */
    public record Concentration(String kind, String place, long items, int suppliers, double annualValue) {}

    /**
     * An item of high risk.
     *
     * @param item the item
     * @param risk its risk, 0 to 100
     * @param posture JIT, HYBRID or JIC; empty if it was not decided
     * @param policy the policy; empty if it was not decided
     * @param reason one sentence
     * @param annualValue value of its demand, money a year
     */
    public record TopRisk(
            ItemId item, double risk, String posture, String policy, String reason, OptionalDouble annualValue) {}

    /** Copies. */
    public Summary {
        postures = List.copyOf(postures);
        policies = List.copyOf(policies);
        segments = List.copyOf(segments);
        sourcing = List.copyOf(sourcing);
        concentrations = List.copyOf(concentrations);
        topRisks = List.copyOf(topRisks);
        undecided = List.copyOf(undecided);
        failedSteps = List.copyOf(failedSteps);
        grades = List.copyOf(grades);
    }

    /** As text for people: at most 100 columns wide, lines ended by LF. */
    public String text() {
        return SummaryText.of(this);
    }

    /** As one JSON document, schema {@code posture/summary/v1}. */
    public String json() {
        return SummaryJson.of(this);
    }
}
