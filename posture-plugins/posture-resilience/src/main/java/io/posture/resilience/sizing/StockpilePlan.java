package io.posture.resilience.sizing;

import io.posture.api.EarlierPlan;
import io.posture.spi.Doc;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a stockpile is held for and what becomes of it: without any of these it is refused. */
record StockpilePlan(
        @Doc("scenario that it is held against, for example supplier-down-30d")
        String scenario,

        @Doc("event on which it is released, for example declared disruption")
        String release,

        @Doc(
                "how it is kept fresh: fifo, used first in first out, or static, kept apart and written off when it expires")
        String rotation,

        @Doc("who owns it") String owner,

        @Doc(
                "when it has to be decided on again: a date, 2027-06-30, or a time from the first run that asks for a stockpile by this plan, P180D")
        String expires)
        implements Serializable {

    private static final long serialVersionUID = 1;

    static final StockpilePlan NONE = new StockpilePlan("", "", "", "", "");

    private static final String FIFO = "fifo";
    private static final String STATIC = "static";
    private static final LocalDate NEVER = LocalDate.EPOCH.plusYears(1000);

    StockpilePlan {
        scenario = scenario.strip();
        release = release.strip();
        rotation = rotation.strip().toLowerCase(Locale.ROOT);
        owner = owner.strip();
        expires = expires.strip();
        if (!rotation.isEmpty() && !rotation.equals(FIFO) && !rotation.equals(STATIC)) {
            throw new IllegalArgumentException("rotation must be fifo or static, was '" + rotation + "'");
        }
        if (!expires.isEmpty() && !isTime(expires)) {
            throw new IllegalArgumentException(
                    "expires must be a date such as 2027-06-30 or a time such as P180D, was '" + expires + "'");
        }
    }

    /** Whether it is kept apart and written off when it expires. */
    boolean keptApart() {
        return rotation.equals(STATIC);
    }

    /** Names of what it does not say, in its order. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        require("scenario", scenario, missing);
        require("release", release, missing);
        require("rotation", rotation, missing);
        require("owner", owner, missing);
        require("expires", expires, missing);
        return missing;
    }

    /** The plan in words, or what it does not say: two plans that say the same are one. */
    String words() {
        List<String> missing = missing();
        return missing.isEmpty()
                ? scenario + "; released on " + release + "; rotation " + rotation + "; owner " + owner + "; expires "
                        + expires
                : "not said: " + String.join(", ", missing);
    }

    /**
     * The day that a time in it is counted from; empty if it has a date, or nobody said the day of the run.
     *
     * @param asOf day of the run
     * @param earlier the plan of the run of an earlier day: if it is this one, it goes on
     */
    Optional<LocalDate> since(Optional<LocalDate> asOf, Optional<EarlierPlan> earlier) {
        if (!forATime() || asOf.isEmpty()) {
            return Optional.empty();
        }
        return earlier.filter(plan -> plan.plan().equals(words()))
                .map(EarlierPlan::since)
                .or(() -> asOf);
    }

    /**
     * Its last day; empty if it does not say one.
     *
     * @param since the day that a time is counted from
     */
    Optional<LocalDate> lastDay(Optional<LocalDate> since) {
        if (forATime()) {
            return since.map(day -> day.plus(Period.parse(expires)));
        }
        return expires.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(expires));
    }

    private boolean forATime() {
        return expires.startsWith("P");
    }

    private static void require(String name, String value, List<String> missing) {
        if (value.isEmpty()) {
            missing.add(name);
        }
    }

    private static boolean isTime(String text) {
        try {
            if (text.startsWith("P")) {
                Period period = Period.parse(text);
                return !period.isNegative()
                        && !period.isZero()
                        && LocalDate.EPOCH.plus(period).isBefore(NEVER);
            }
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException noTime) {
            return false;
        }
    }
}
