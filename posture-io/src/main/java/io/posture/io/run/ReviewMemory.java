package io.posture.io.run;

import io.posture.api.EarlierPlan;
import io.posture.api.ItemId;
import io.posture.io.ReviewDays;
import io.posture.io.manual.ManualOverride;
import io.posture.io.policy.ReviewPolicy;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a run remembers for the next review, schema {@code posture/review/v1}: a line with the run, one for each item, one for each
 * finding about a supplier.
 *
 * @param runId name of the run
 * @param asOf its day
 * @param earlier the run of an earlier day that it was compared with; empty if there was none
 * @param items what it knows of each item, in the order of the register
 * @param gone items of the earlier run that this one does not have
 * @param suppliers what its detectors found about suppliers
 * @param watched since when lines of each supplier are watched
 */
public record ReviewMemory(
        String runId,
        LocalDate asOf,
        Optional<EarlierRun> earlier,
        Map<ItemId, Item> items,
        List<ItemId> gone,
        List<SupplierFinding> suppliers,
        Map<String, Watch> watched) {

    /** Code of an item: the plan by which a stockpile of it is asked for. */
    public static final String PLAN = "stockpile_plan";

    /** Day of an item: the first run that had this plan, if its expiry is counted from there. */
    public static final String PLAN_SINCE = "stockpile_plan_since";

    /** Copies. */
    public ReviewMemory {
        items = new LinkedHashMap<>(items);
        gone = List.copyOf(gone);
        suppliers = List.copyOf(suppliers);
        watched = Map.copyOf(watched);
    }

    /** What it knows of each item, in the order of the register. */
    @Override
    public Map<ItemId, Item> items() {
        return new LinkedHashMap<>(items);
    }

    /**
     * The risk level of an item and its buffer, after a review.
     *
     * @param level LOW or HIGH
     * @param reviewsBelow reviews in a row with a risk below the exit
     * @param heldPieces safety stock that holds: the one before, unless the calculated one differs by more than the deadband
     * @param reviewedOn day of the last review
     * @param countedOn day of the last run that counted as a review for the level
     */
    public record Standing(
            String level, int reviewsBelow, double heldPieces, LocalDate reviewedOn, LocalDate countedOn) {}

    /**
     * Since when lines of a supplier are watched: detectors add up what was due after that day.
     *
     * @param since after this run
     * @param before after the run of an earlier day; empty if that did not know the supplier
     */
    public record Watch(LocalDate since, Optional<LocalDate> before) {}

    /**
     * What is compared of an item.
     *
     * @param codes posture, abc, ved and plan of the stockpile by name; an unknown one is empty
     * @param standing after the run
     * @param numbers risk, buffer, risk index and so on by name; an unknown one is absent
     * @param days end of life and change of demand by name; an unknown one is absent
     */
    public record Facts(
            Map<String, String> codes, Standing standing, Map<String, Double> numbers, Map<String, LocalDate> days) {

        /** Copies. */
        public Facts {
            codes = Map.copyOf(codes);
            numbers = Map.copyOf(numbers);
            days = Map.copyOf(days);
        }

        /** A number; empty if it is unknown. */
        public OptionalDouble number(String name) {
            Double value = numbers.get(name);
            return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
        }

        /** A code; empty if it is unknown. */
        public String code(String name) {
            return codes.getOrDefault(name, "");
        }

        /** The plan of its stockpile; empty unless one is asked for by a plan that holds for a time. */
        public Optional<EarlierPlan> plan() {
            return day(PLAN_SINCE).map(since -> new EarlierPlan(code(PLAN), since));
        }

        /** Days between two reviews. */
        public int reviewEveryDays(ReviewPolicy policy) {
            return code("posture").equals("JIC") || code("ved").equals("V")
                    ? policy.jicAndVitalDays()
                    : policy.everyDays();
        }

        /**
         * Whether a later run counts as a review for the level: somebody reviewed the item since one last did, or it was due. Several
         * runs between two reviews are one look, or two runs in a week would end what should last a quarter.
         *
         * @param asOf day of that run
         * @param reviews those before that day
         */
        public boolean counts(ItemId id, LocalDate asOf, ReviewDays reviews, ReviewPolicy policy) {
            return reviews.last(id, standing.reviewedOn()).isAfter(standing.countedOn())
                    || !asOf.isBefore(standing.countedOn().plusDays(reviewEveryDays(policy)));
        }

        /** A day; empty if it is unknown. */
        public Optional<LocalDate> day(String name) {
            return Optional.ofNullable(days.get(name));
        }
    }

    /**
     * An item.
     *
     * @param facts in this run
     * @param before in the run of an earlier day; empty for a new item
     * @param criticalSpare whether its absence stops an asset
     * @param overrides values set by hand, those that do not hold any more too
     */
    public record Item(Facts facts, Optional<Facts> before, boolean criticalSpare, List<ManualOverride> overrides) {

        /** Copies. */
        public Item {
            overrides = List.copyOf(overrides);
        }
    }

    /**
     * What was found about a supplier.
     *
     * @param supplier its key
     * @param reason code
     * @param text one sentence
     * @param evidence the numbers and facts it rests on by name
     */
    public record SupplierFinding(String supplier, String reason, String text, Map<String, String> evidence) {

        /** Copies. */
        public SupplierFinding {
            evidence = new LinkedHashMap<>(evidence);
        }

        /** The numbers and facts it rests on by name, in their order. */
        @Override
        public Map<String, String> evidence() {
            return new LinkedHashMap<>(evidence);
        }
    }
}
