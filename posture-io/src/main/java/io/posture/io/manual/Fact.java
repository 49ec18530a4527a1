package io.posture.io.manual;

import io.posture.api.ItemProfile;
import io.posture.api.ItemType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A fact of an item that can be changed, by the name that people write. */
@SuppressWarnings("ImmutableEnumChecker") // the lists cannot be changed
public enum Fact {
    /** Standard cost, money per piece. */
    UNIT_COST(Limits.POSITIVE, true, "money per piece"),
    /** Carrying rate. */
    CARRYING_RATE(Limits.SHARE, true, "share of the unit cost a year"),
    /** Cost of an order. */
    ORDER_COST(Limits.NOT_NEGATIVE, true, "money per order"),
    /** Cost of a piece short. */
    STOCKOUT_COST_PER_UNIT(Limits.POSITIVE, true, "money per piece short"),
    /** Cost of a day without the item. */
    STOCKOUT_COST_PER_DAY(Limits.NOT_NEGATIVE, true, "money per day without it"),
    /** Price less cost. */
    UNIT_MARGIN(Limits.ANY, true, "money earned with a piece"),
    /** Shelf life. */
    SHELF_LIFE_DAYS(Limits.POSITIVE, true, "days; unknown for an item that does not perish"),
    /** Consequence of being out of stock. */
    CRITICALITY_CLASS(List.of("halt", "contract", "degrade", "minor"), true, "what happens without it"),
    /** Score of the consequence for production. */
    CRIT_PRODUCTION(Limits.SHARE, true, "0 to 1"),
    /** Score of the consequence for safety. */
    CRIT_SAFETY(Limits.SHARE, true, "0 to 1"),
    /** Score of the consequence for contracts. */
    CRIT_CONTRACT(Limits.SHARE, true, "0 to 1"),
    /** Score of the consequence for revenue. */
    CRIT_REVENUE(Limits.SHARE, true, "0 to 1"),
    /** Score of how hard it is to replace. */
    CRIT_SUBSTITUTION(Limits.SHARE, true, "0 to 1"),
    /** Whether its absence stops an asset. */
    CRITICAL_SPARE(List.of("true", "false"), false, "true or false"),
    /** Kind of item. */
    ITEM_TYPE(
            Arrays.stream(ItemType.values())
                    .map(type -> type.name().toLowerCase(Locale.ROOT))
                    .toList(),
            false,
            "kind of item"),
    /** Cycle service level. */
    SERVICE_TARGET(Limits.PROBABILITY, true, "share of the cycles without a stock-out; unknown leaves it to costs"),
    /** Mean demand. */
    DEMAND_MEAN(Limits.NOT_NEGATIVE, false, "pieces a day; the whole history is scaled to it"),
    /** Deviation of demand. */
    DEMAND_SD(Limits.NOT_NEGATIVE, false, "pieces a day"),
    /** Mean lead time. */
    LEAD_TIME_MEAN(Limits.NOT_NEGATIVE, false, "days, of every supplier that is bought from"),
    /** Deviation of the lead time. */
    LEAD_TIME_SD(Limits.NOT_NEGATIVE, false, "days, of every supplier that is bought from"),
    /** Smallest order. */
    MOQ(Limits.POSITIVE, true, "pieces"),
    /** Order multiple. */
    MULTIPLE(Limits.POSITIVE, true, "pieces"),
    /** Sources that could deliver. */
    QUALIFIED_SOURCES(
            Limits.COUNT, false, "suppliers bought from or qualified; further ones are alternates not bought from"),
    /** Days to recover of the main supplier. */
    TTR_DAYS(Limits.NOT_NEGATIVE, true, "days until the main supplier delivers again after an outage"),
    /** Financial score of the main supplier. */
    FINANCIAL_SCORE(Limits.HUNDRED, true, "of the main supplier, 0 to 100, 100 best"),
    /** Political score of the main supplier. */
    POLITICAL_SCORE(Limits.SHARE, true, "of the main supplier, 0 to 1, 1 worst"),
    /** Price of the alternate. */
    PRICE_PREMIUM(Limits.ANY, true, "money that a piece of the first alternate costs more"),
    /** Cost of keeping the alternate. */
    FIXED_COST(Limits.NOT_NEGATIVE, true, "money a year that the first alternate costs by being kept"),
    /** Share of the alternate in an emergency. */
    SURGE_PCT(Limits.SHARE, true, "share of the demand that the first alternate can carry, 0 to 1"),
    /** Hours that a line stands. */
    DOWNTIME_HOURS(Limits.NOT_NEGATIVE, false, "hours that a line stands in a stock-out"),
    /** Cost of such an hour. */
    DOWNTIME_COST_PER_HOUR(Limits.NOT_NEGATIVE, false, "money for each of these hours"),
    /** Usable stock. */
    ON_HAND(Limits.NOT_NEGATIVE, true, "pieces");

    /** What stands for a fact that nobody knows. */
    public static final String UNKNOWN = "unknown";

    /** As in tables: beyond this no number of pieces, days or money can be meant. */
    static final double LARGEST = 1e15;

    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?");
    private static final Map<String, Fact> BY_NAME = byName();

    private final Optional<Limits> limits;
    private final List<String> words;
    private final boolean mayBeUnknown;
    private final String about;

    Fact(Limits limits, boolean mayBeUnknown, String about) {
        this.limits = Optional.of(limits);
        this.words = List.of();
        this.mayBeUnknown = mayBeUnknown;
        this.about = about;
    }

    Fact(List<String> words, boolean mayBeUnknown, String about) {
        this.limits = Optional.empty();
        this.words = List.copyOf(words);
        this.mayBeUnknown = mayBeUnknown;
        this.about = about;
    }

    /** What numbers it may be. */
    private enum Limits {
        ANY(-LARGEST, LARGEST, "a number"),
        NOT_NEGATIVE(0, LARGEST, "a number of at least 0"),
        POSITIVE(Double.MIN_VALUE, LARGEST, "a number above 0"),
        SHARE(0, 1, "a number from 0 to 1"),
        PROBABILITY(Double.MIN_VALUE, Math.nextDown(1.0), "a number between 0 and 1"),
        HUNDRED(0, 100, "a number from 0 to 100"),
        COUNT(1, 100, "a whole number from 1 to 100");

        private final double least;
        private final double most;
        private final String text;

        Limits(double least, double most, String text) {
            this.least = least;
            this.most = most;
            this.text = text;
        }

        private boolean allow(double value) {
            return Double.isFinite(value)
                    && value >= least
                    && value <= most
                    && (this != COUNT || value == Math.rint(value));
        }
    }

    /** The name that people write: {@code lead_time_sd}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it is and in which unit. */
    public String about() {
        return about;
    }

    /** What an item has of it today, as people write it; empty if it is unknown. */
    public Optional<String> today(ItemProfile profile) {
        return FactToday.of(this, profile);
    }

    /** Names of all facts, with those that registers call otherwise. */
    public static List<String> ids() {
        return List.copyOf(BY_NAME.keySet());
    }

    /** The fact of a name; registers' names for some of them are known too. */
    public static Optional<Fact> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name.strip().toLowerCase(Locale.ROOT)));
    }

    /** Whether it is a number. */
    boolean number() {
        return limits.isPresent();
    }

    /** What it may be, in words. */
    String allowed() {
        String known = limits.map(Fact::inWords).orElseGet(() -> "one of " + words);
        return mayBeUnknown ? known + ", or " + UNKNOWN : known;
    }

    private static String inWords(Limits range) {
        return range.most == LARGEST ? range.text + " up to 1e15" : range.text;
    }

    /** Whether a text is a value of it. */
    boolean allows(String value) {
        if (value.equals(UNKNOWN)) {
            return mayBeUnknown;
        }
        return limits.map(range -> parsed(value).filter(range::allow).isPresent())
                .orElseGet(() -> words.contains(value));
    }

    private static Optional<Double> parsed(String value) {
        return NUMBER.matcher(value).matches() ? Optional.of(Double.valueOf(value)) : Optional.empty();
    }

    private static Map<String, Fact> byName() {
        Map<String, Fact> facts = new TreeMap<>();
        Stream.of(values()).forEach(fact -> facts.put(fact.id(), fact));
        facts.put("mean_daily_demand", DEMAND_MEAN);
        facts.put("lt_mean", LEAD_TIME_MEAN);
        facts.put("lt_sd", LEAD_TIME_SD);
        return facts;
    }
}
