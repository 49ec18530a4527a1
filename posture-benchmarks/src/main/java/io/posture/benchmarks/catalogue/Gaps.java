package io.posture.benchmarks.catalogue;

import io.posture.benchmarks.Draws;
import java.util.EnumSet;
import java.util.OptionalDouble;
import java.util.Set;

/** The facts that the data of one item or supplier do not hold. */
final class Gaps {

    /** A fact, and how often a company of this size does not have it. */
    enum Fact {
        CRITICALITY(0.60),
        SHORTAGE_COST(0.90),
        ORDER_COST(0.70),
        UNIT_COST(0.02),
        SHELF_LIFE(0.50),
        INTRODUCTION(0.50),
        SUPPLIER(0.04),
        RECEIPTS(0.12),
        CONTRACT_LEAD_TIME(0.30),
        ALTERNATE(0.50),
        STOCK(0.10),
        COUNTRY(0.10),
        FINANCES(0.60),
        PLANTS(0.80);

        private final double missing;

        Fact(double missing) {
            this.missing = missing;
        }
    }

    /** Nothing is missing. */
    static final Gaps NONE = new Gaps(EnumSet.noneOf(Fact.class));

    /** Share of receipt lines without a promised day where data have gaps. */
    static final double LINES_WITHOUT_PROMISE = 0.25;

    /** Share of receipt lines without an order date where data have gaps. */
    static final double LINES_WITHOUT_ORDER_DATE = 0.05;

    private final Set<Fact> hidden;

    private Gaps(Set<Fact> hidden) {
        this.hidden = hidden;
    }

    /** Drawn apart from everything else, so that the world behind the gaps is the same. */
    static Gaps draw(long seed, String of, int number) {
        Draws draws = Draws.of(seed, "gaps of " + of, number);
        Set<Fact> hidden = EnumSet.noneOf(Fact.class);
        for (Fact fact : Fact.values()) {
            if (draws.chance(fact.missing)) {
                hidden.add(fact);
            }
        }
        return new Gaps(hidden);
    }

    boolean hides(Fact fact) {
        return hidden.contains(fact);
    }

    boolean any() {
        return !hidden.isEmpty();
    }

    OptionalDouble unless(Fact fact, double value) {
        return hides(fact) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
