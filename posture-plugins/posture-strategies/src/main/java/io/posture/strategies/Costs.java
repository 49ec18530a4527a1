package io.posture.strategies;

import io.posture.api.SizedItem;
import io.posture.api.StockpileNames;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the postures of an item cost in a year, for a strategy that decides by cost.
 *
 * @param buffered safety stock alone, money
 * @param dualSourced safety stock and a second source, money; empty if none has a price
 * @param stockpiled safety stock and a stockpile, money; empty if none is sized
 */
record Costs(double buffered, OptionalDouble dualSourced, OptionalDouble stockpiled) {

    /** Demand that is too irregular to stock for has nothing to choose between, and no costs that anything could be compared with. */
    static final Costs NOTHING_TO_CHOOSE = new Costs(0, OptionalDouble.empty(), OptionalDouble.empty());

    /** Costs nearer than this share are the same, and the leaner posture is taken. */
    private static final double SAME_COST = 0.02;

    /** The costs that the stockpile of an item names; empty where it names none, because a price is not known. */
    static Optional<Costs> of(SizedItem item) {
        Optional<Explanation> pile = item.findSize(SizedItem.STOCKPILE);
        if (pile.isEmpty()) {
            return Optional.empty();
        }
        OptionalDouble buffered = number(pile.get(), StockpileNames.COST_BUFFERED);
        if (buffered.isPresent()) {
            return Optional.of(new Costs(
                    buffered.getAsDouble(),
                    number(pile.get(), StockpileNames.COST_DUAL_SOURCED),
                    number(pile.get(), StockpileNames.COST_STOCKPILED)));
        }
        boolean irregular = pile.get()
                .find(StockpileNames.STATE)
                .filter(state -> state.text().equals(StockpileNames.PROJECT_DEMAND))
                .isPresent();
        return irregular ? Optional.of(NOTHING_TO_CHOOSE) : Optional.empty();
    }

    /** Whether the postures have prices that could be others. */
    boolean priced() {
        return !equals(NOTHING_TO_CHOOSE);
    }

    /**
     * The policy of the cheapest posture, or of a leaner one that costs no more than 2 % above it: what a cell of the matrix is
     * to a strategy that decides by risk.
     *
     * @param lean the policy without a buffer of its own
     */
    Policy cell(Policy lean) {
        double least = Math.min(buffered, Math.min(dualSourced.orElse(buffered), stockpiled.orElse(buffered)));
        double limit = least + SAME_COST * Math.abs(least);
        if (buffered <= limit) {
            return lean;
        }
        return dualSourced.isPresent() && dualSourced.getAsDouble() <= limit
                ? Policy.SAFETY_STOCK_SECOND_SOURCE
                : Policy.STRATEGIC_STOCKPILE_DIVERSIFY;
    }

    /** The same where neither a stockpile nor a second source pays. */
    Costs withoutInsurance() {
        return new Costs(buffered, OptionalDouble.empty(), OptionalDouble.empty());
    }

    /** The same without a second source. */
    Costs withoutSecondSource() {
        return new Costs(buffered, OptionalDouble.empty(), stockpiled);
    }

    /** The same with a second source of another cost. */
    Costs withSecondSource(double cost) {
        return new Costs(buffered, OptionalDouble.of(cost), stockpiled);
    }

    /** The same with another cost of safety stock alone. */
    Costs withBuffered(double cost) {
        return new Costs(cost, dualSourced, stockpiled);
    }

    private static OptionalDouble number(Explanation tree, String name) {
        return tree.find(name).orElse(tree) instanceof Figure figure
                        && figure.name().equals(name)
                ? OptionalDouble.of(figure.value())
                : OptionalDouble.empty();
    }
}
