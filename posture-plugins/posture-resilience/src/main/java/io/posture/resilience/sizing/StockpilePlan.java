package io.posture.resilience.sizing;

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

        @Doc("when it has to be decided on again: a date, 2027-06-30, or a time from the run's date, P180D")
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

    /**
     * Names of what it does not say, and the last day if that is over, in the order of the plan.
     *
     * @param asOf day of the run; empty where nobody said it, and then no day is over
     */
    List<String> missing(Optional<LocalDate> asOf) {
        List<String> missing = new ArrayList<>();
        require("scenario", scenario, missing);
        require("release", release, missing);
        require("rotation", rotation, missing);
        require("owner", owner, missing);
        require("expires", expires, missing);
        ended(asOf).ifPresent(day -> missing.add("expires (" + day + " is over)"));
        return missing;
    }

    /** Its last day, if that is over. */
    Optional<LocalDate> ended(Optional<LocalDate> asOf) {
        return lastDay(asOf).filter(day -> asOf.filter(day::isBefore).isPresent());
    }

    /** Until when it holds, a time with the day that it means. */
    String expiresInFull(Optional<LocalDate> asOf) {
        return lastDay(asOf)
                .filter(day -> !day.toString().equals(expires))
                .map(day -> expires + " (" + day + ")")
                .orElse(expires);
    }

    /** Its last day; a time counts from the day of the run. */
    private Optional<LocalDate> lastDay(Optional<LocalDate> asOf) {
        if (expires.isEmpty()) {
            return Optional.empty();
        }
        return expires.startsWith("P")
                ? asOf.map(day -> day.plus(Period.parse(expires)))
                : Optional.of(LocalDate.parse(expires));
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
