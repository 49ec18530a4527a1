package io.posture.io.run;

import io.posture.api.ItemId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

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
 * @param methods items with a sized safety stock by the method that sized it, most items first
 * @param leanRun items that run lean: JIT, or on a routine reorder point at low risk
 * @param answers facts whose absence alone keeps items from running lean, the most rewarding first
 * @param history what the histories show
 * @param losses how concentrated the losses to expect are
 * @param strategic strategic stock, apart from the safety stock
 * @param topRisks the items of highest risk, highest first
 * @param undecided items without a decision by what they lack, most items first
 * @param failedSteps items by the step that failed on them
 * @param grades items by data grade, best first
 * @param sections what further results say
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
        List<Group> methods,
        Group leanRun,
        List<Answer> answers,
        History history,
        Losses losses,
        Strategic strategic,
        List<TopRisk> topRisks,
        List<Group> undecided,
        List<Group> failedSteps,
        List<Group> grades,
        List<Section> sections,
        InputSummary input) {

    /**
     * What further results say.
     *
     * @param field name of the section in documents, for example {@code budget}
     * @param heading its heading on the page
     * @param sentences a paragraph each
     * @param figures its figures by name; an empty one is unknown
     */
    public record Section(String field, String heading, List<String> sentences, Map<String, OptionalDouble> figures) {

        /** Copies, figures in their order. */
        public Section {
            sentences = List.copyOf(sentences);
            figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        }
    }

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
     * Facts whose absence alone keeps some items from running lean.
     *
     * @param evidence the facts, separated by commas
     * @param items how many items they would settle
     * @param capitalFreed capital that the items would free, money, as far as it is known
     */
    public record Answer(String evidence, long items, double capitalFreed) {}

    /**
     * Items by what their histories show.
     *
     * @param disruptedDemand items with a disrupted stretch of demand, kept apart from the stable ones
     * @param disruptedLeadTime items with a disrupted stretch of lead times
     * @param levelShifts items whose demand has moved to a new level that counts now
     * @param suspectedShifts items whose demand may have moved to a new level, for a person to look at
     * @param censored items with demand that stock-outs hid
     * @param trending items with a trend in demand
     * @param seasonal items with a season
     */
    public record History(
            long disruptedDemand,
            long disruptedLeadTime,
            long levelShifts,
            long suspectedShifts,
            long censored,
            long trending,
            long seasonal) {}

    /**
     * How concentrated the losses to expect are.
     *
     * @param known items whose loss is known
     * @param unknown items whose loss is not
     * @param lossPerYear losses to expect together, money a year
     * @param carrying fewest items that carry 80 % of it
     */
    public record Losses(long known, long unknown, double lossPerYear, long carrying) {}

    /**
     * Strategic stock, apart from the safety stock.
     *
     * @param held items that hold some
     * @param value its value, money
     * @param carryingPerYear what it costs to carry, money a year
     * @param avoidedPerYear loss that it avoids, money a year
     * @param open items whose policy asks for some and that have no size, by why
     * @param exposed items that survive fewer days without their source than it needs to recover
     * @param survivalUnknown items of which that is not known
     * @param worst the one with the longest gap; empty if there is none
     * @param overInsured items that hold more today than pays
     * @param surplus value of what they hold too much, money
     * @param frequent items whose source fails so often or so long that it is no rare event
     */
    public record Strategic(
            long held,
            double value,
            double carryingPerYear,
            double avoidedPerYear,
            Map<String, Long> open,
            long exposed,
            long survivalUnknown,
            Optional<Exposed> worst,
            long overInsured,
            double surplus,
            long frequent) {

        /** Copies, in the order of the names. */
        public Strategic {
            open = Collections.unmodifiableMap(new TreeMap<>(open));
        }
    }

    /**
     * An item that runs out before its source has recovered.
     *
     * @param item the item
     * @param surviveDays days that its stock lasts
     * @param recoverDays days until the source has recovered
     * @param gapDays days between
     */
    public record Exposed(ItemId item, double surviveDays, double recoverDays, double gapDays) {}

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
        sections = List.copyOf(sections);
        postures = List.copyOf(postures);
        policies = List.copyOf(policies);
        segments = List.copyOf(segments);
        sourcing = List.copyOf(sourcing);
        concentrations = List.copyOf(concentrations);
        methods = List.copyOf(methods);
        answers = List.copyOf(answers);
        topRisks = List.copyOf(topRisks);
        undecided = List.copyOf(undecided);
        failedSteps = List.copyOf(failedSteps);
        grades = List.copyOf(grades);
        sections = List.copyOf(sections);
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
