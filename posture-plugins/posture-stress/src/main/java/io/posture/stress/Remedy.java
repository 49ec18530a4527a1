package io.posture.stress;

import io.posture.numerics.Require;
import java.util.List;

/** Something that could be done about an item, and what it costs. */
public sealed interface Remedy {

    /** Id of the item. */
    String item();

    /** Money a year. */
    double costPerYear();

    /**
     * More stock.
     *
     * @param item id
     * @param pieces further pieces, above 0
     * @param costPerYear money a year, at least 0
     */
    record ExtraStock(String item, double pieces, double costPerYear) implements Remedy {

        /** Checks. */
        public ExtraStock {
            Require.positive("extra pieces of '" + item + "'", pieces);
            Require.notNegative("cost of extra stock of '" + item + "'", costPerYear);
        }
    }

    /**
     * A further source. A shock stops it like any other: what it would send must leave its maker and pass its lane.
     *
     * @param item id
     * @param sources the places that it delivers from, each with what it can carry and from when; their shares do not count
     * @param costPerYear money a year, at least 0
     */
    record SecondSource(String item, List<Source> sources, double costPerYear) implements Remedy {

        /** Copies and checks. */
        public SecondSource {
            sources = List.copyOf(sources);
            Require.notNegative("cost of a second source of '" + item + "'", costPerYear);
        }
    }
}
