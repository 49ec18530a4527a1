package io.posture.stress;

import io.posture.numerics.Require;

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
     * A further source that the shock does not reach.
     *
     * @param item id
     * @param surge what it carries, and from when
     * @param costPerYear money a year, at least 0
     */
    record SecondSource(String item, RampUp surge, double costPerYear) implements Remedy {

        /** Checks. */
        public SecondSource {
            Require.notNegative("cost of a second source of '" + item + "'", costPerYear);
        }
    }
}
