package io.posture.benchmarks.catalogue;

import io.posture.api.ItemType;
import java.util.Arrays;

/**
 * A family of items of the made-up manufacturer. Shares are weights and need not add up to 1.
 *
 * @param category name
 * @param share weight among all items
 * @param type kind of item
 * @param costMedian median unit cost, money
 * @param costSpread deviation of its logarithm
 * @param weeklyMedian median demand, pieces a week
 * @param leadMedianDays median of the items' mean lead times from the own country, days
 * @param roles what a shortage does
 * @param patterns how demand comes
 * @param origins where the first supplier sits
 * @param sources how many suppliers there are
 */
record Family(
        String category,
        double share,
        ItemType type,
        double costMedian,
        double costSpread,
        double weeklyMedian,
        double leadMedianDays,
        Mix<Role> roles,
        Mix<Pattern> patterns,
        Mix<Origin> origins,
        Mix<Sourcing> sources) {

    /** What a shortage does. */
    enum Role {
        STOPS_THE_LINE,
        DEGRADES,
        ANNOYS
    }

    /** How demand comes. */
    enum Pattern {
        SMOOTH,
        ERRATIC,
        INTERMITTENT,
        LUMPY,
        SEASONAL
    }

    /** Where the first supplier sits. */
    enum Origin {
        HOME,
        NEAR,
        FAR
    }

    /** How many suppliers there are. */
    enum Sourcing {
        TWO,
        ONE_AND_ALTERNATE,
        ONE
    }

    private static Mix<Family> of(Family... families) {
        return Mix.of(Arrays.stream(families).map(Family::share).toList(), families);
    }

    private static Mix<Role> roles(double stops, double degrades, double annoys) {
        return Mix.of(Mix.weights(stops, degrades, annoys), Role.values());
    }

    private static Mix<Pattern> patterns(
            double smooth, double erratic, double intermittent, double lumpy, double seasonal) {
        return Mix.of(Mix.weights(smooth, erratic, intermittent, lumpy, seasonal), Pattern.values());
    }

    private static Mix<Origin> origins(double home, double near, double far) {
        return Mix.of(Mix.weights(home, near, far), Origin.values());
    }

    private static Mix<Sourcing> sources(double two, double oneAndAlternate, double one) {
        return Mix.of(Mix.weights(two, oneAndAlternate, one), Sourcing.values());
    }

    /** The families, with the mixes of a machine builder: many cheap parts that run, few dear ones that take long. */
    static final Mix<Family> ALL = of(
            new Family(
                    "fasteners",
                    26,
                    ItemType.COMPONENT,
                    0.15,
                    1.0,
                    250,
                    8,
                    roles(0, 5, 95),
                    patterns(72, 8, 15, 5, 0),
                    origins(75, 20, 5),
                    sources(55, 40, 5)),
            new Family(
                    "standard-parts",
                    17,
                    ItemType.COMPONENT,
                    9,
                    1.0,
                    25,
                    12,
                    roles(4, 31, 65),
                    patterns(45, 12, 30, 10, 3),
                    origins(60, 30, 10),
                    sources(45, 40, 15)),
            new Family(
                    "machined",
                    20,
                    ItemType.COMPONENT,
                    35,
                    0.9,
                    12,
                    20,
                    roles(6, 44, 50),
                    patterns(40, 12, 35, 13, 0),
                    origins(60, 35, 5),
                    sources(25, 45, 30)),
            new Family(
                    "raw",
                    5,
                    ItemType.RAW,
                    60,
                    0.8,
                    40,
                    14,
                    roles(10, 50, 40),
                    patterns(75, 15, 8, 2, 0),
                    origins(55, 40, 5),
                    sources(50, 40, 10)),
            new Family(
                    "electronics",
                    11,
                    ItemType.COMPONENT,
                    14,
                    1.2,
                    30,
                    35,
                    roles(12, 48, 40),
                    patterns(50, 20, 20, 10, 0),
                    origins(15, 25, 60),
                    sources(20, 35, 45)),
            new Family(
                    "drives-castings",
                    4,
                    ItemType.COMPONENT,
                    420,
                    0.7,
                    3,
                    60,
                    roles(45, 45, 10),
                    patterns(45, 20, 25, 10, 0),
                    origins(30, 40, 30),
                    sources(10, 25, 65)),
            new Family(
                    "packaging",
                    5,
                    ItemType.PACKAGING,
                    0.9,
                    0.8,
                    120,
                    6,
                    roles(0, 10, 90),
                    patterns(75, 10, 8, 2, 5),
                    origins(95, 5, 0),
                    sources(60, 38, 2)),
            new Family(
                    "finished",
                    4,
                    ItemType.FINISHED,
                    150,
                    0.8,
                    8,
                    15,
                    roles(0, 60, 40),
                    patterns(35, 10, 20, 10, 25),
                    origins(80, 15, 5),
                    sources(10, 40, 50)),
            new Family(
                    "maintenance",
                    8,
                    ItemType.MRO,
                    40,
                    1.3,
                    3,
                    14,
                    roles(30, 10, 60),
                    patterns(22, 5, 55, 18, 0),
                    origins(70, 25, 5),
                    sources(40, 40, 20)));
}
