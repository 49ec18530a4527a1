package io.posture.resilience.sizing;

import io.posture.numerics.Require;
import io.posture.spi.Doc;
import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Settings of the stockpile formula {@code optimal-cover}. */
record StockpileConfig(
        @Doc(
                "scenario that stockpiles are held against; without it, release, rotation, owner and expires a stockpile is refused")
        String scenario,

        @Doc("event on which they are released") String release,

        @Doc("how they are kept fresh: fifo or static") String rotation,

        @Doc("who owns them") String owner,

        @Doc(
                "when they have to be decided on again: a date, or a time from the first run that asks for a stockpile by the plan, P180D")
        String expires,

        @Doc("plans of items with one of their own, by item key")
        Map<String, StockpilePlan> items,

        @Doc("plans of categories with one of their own, by category")
        Map<String, StockpilePlan> categories,

        @Doc("OPTIMAL: the cover that costs least; COVER_TTR: all days by which recovery outlasts the safety stock")
        Cover cover,

        @Doc("FULL or HALF: how much of the safety stock counts as cover when a disruption strikes")
        SafetyCounts safetyCounts,

        @Doc("carrying rate of items without one, share of the unit cost a year, above 0")
        double carryingRate,

        @Doc("what that rate is made of, shares a year by name, which add up to it; empty if it is one number")
        Map<String, Double> carryingParts,

        @Doc("risk loading of the verdict on a stockpile, above 0")
        double riskLoading,

        @Doc("the same of vital items, above 0") double vitalRiskLoading,

        @Doc("disruptions where no log says how often and how long: yearsBetween, meanDays, cv, fewest")
        AssumedDisruptions disruption,

        @Doc("a second source where nobody says what it can do: share, surgeShare")
        AssumedSource secondSource,

        @Doc("share of the hours of a year in which an asset that needs a spare runs, (0, 1]")
        double runningShare,

        @Doc("name of the step that tells how independent the sources are")
        String sourcingStep,

        @Doc("name of the step that scores criticality") String criticalityStep,

        @Doc("name of the step that tells critical spares") String mroStep,

        @Doc("name of the step that gives the usable life") String perishabilityStep)
        implements Serializable {

    private static final long serialVersionUID = 1;

    private static final double SAME_RATE = 1e-9;

    static final StockpileConfig DEFAULTS = new StockpileConfig(
            "",
            "",
            "",
            "",
            "",
            Map.of(),
            Map.of(),
            Cover.OPTIMAL,
            SafetyCounts.FULL,
            0.25,
            Map.of(),
            1,
            1.5,
            AssumedDisruptions.DEFAULTS,
            AssumedSource.DEFAULTS,
            1,
            "sourcing",
            "criticality",
            "mro",
            "perishability");

    /** What is covered. */
    enum Cover {
        /** The days that cost least. */
        OPTIMAL,
        /** All days until the source has recovered. */
        COVER_TTR
    }

    /** How much of the safety stock counts as cover. */
    enum SafetyCounts {
        /** All of it, which is what is there on average. */
        FULL,
        /** Half of it: some of it may be used when a disruption strikes. */
        HALF
    }

    StockpileConfig {
        items = Collections.unmodifiableMap(new TreeMap<>(items));
        categories = Collections.unmodifiableMap(new TreeMap<>(categories));
        Require.positive("carryingRate", carryingRate);
        carryingParts = Collections.unmodifiableMap(new TreeMap<>(carryingParts));
        double parts =
                carryingParts.values().stream().mapToDouble(Double::doubleValue).sum();
        if (!carryingParts.isEmpty() && !(Math.abs(parts - carryingRate) <= SAME_RATE)) {
            throw new IllegalArgumentException(
                    "carryingParts add up to " + parts + ", and carryingRate is " + carryingRate);
        }
        Require.positive("riskLoading", riskLoading);
        Require.positive("vitalRiskLoading", vitalRiskLoading);
        Require.positive("runningShare", Require.share("runningShare", runningShare));
        // refused here, where the setting is read, and not at the first item that needs it
        new StockpilePlan(scenario, release, rotation, owner, expires);
    }

    /** The plan of an item: its own, else that of its category, else the one of all. */
    StockpilePlan plan(String item, String category) {
        StockpilePlan all = new StockpilePlan(scenario, release, rotation, owner, expires);
        return items.getOrDefault(item, categories.getOrDefault(category, all));
    }
}
