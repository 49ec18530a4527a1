package io.posture.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is known of an item apart from its history. An inventory system presents its own rows by implementing this; it
 * overrides only what it has, everything else is unknown.
 */
public interface Item {

    /** The key. */
    ItemId id();

    /** What people call it; empty if there is no name apart from the key. */
    default String description() {
        return "";
    }

    /** Kind of item. */
    default ItemType type() {
        return ItemType.COMPONENT;
    }

    /** Family for pools and category rules; empty if none. */
    default String category() {
        return "";
    }

    /** Where the item stands in its life, as the user's system says. */
    default Lifecycle lifecycle() {
        return Lifecycle.ACTIVE;
    }

    /** First day on which it could be ordered. */
    default Optional<LocalDate> introducedOn() {
        return Optional.empty();
    }

    /** Last day on which it is needed. */
    default Optional<LocalDate> endOfLifeOn() {
        return Optional.empty();
    }

    /** Standard cost, money per piece, above 0. */
    default OptionalDouble unitCost() {
        return OptionalDouble.empty();
    }

    /** Carrying rate, share of the unit cost a year, 0 to 1. */
    default OptionalDouble carryingRate() {
        return OptionalDouble.empty();
    }

    /** Cost of placing one order, money, at least 0. */
    default OptionalDouble orderCost() {
        return OptionalDouble.empty();
    }

    /**
     * Prices by quantity of the supplier who delivers most, in any order, all of one kind; empty if there is one price. Below
     * the smallest quantity the unit cost holds.
     */
    default List<PriceBreak> priceBreaks() {
        return List.of();
    }

    /** Cost of one piece short, money, above 0. */
    default OptionalDouble shortageCost() {
        return OptionalDouble.empty();
    }

    /** Cost of a day on which nothing of it is there, money, at least 0. */
    default OptionalDouble shortageCostPerDay() {
        return OptionalDouble.empty();
    }

    /** Price less cost of one piece, money; at or below 0 nothing is lost with a sale. */
    default OptionalDouble unitMargin() {
        return OptionalDouble.empty();
    }

    /**
     * Cycle service level to aim at, (0, 1), where somebody has set it for this item; empty where costs and criticality
     * decide.
     */
    default OptionalDouble serviceTarget() {
        return OptionalDouble.empty();
    }

    /** What happens and what it costs when it runs out once; empty if nobody has worked it out. */
    default Optional<StockoutEvent> stockoutEvent() {
        return Optional.empty();
    }

    /** Failures a year that need one as a spare, at least 0. */
    default OptionalDouble failuresPerYear() {
        return OptionalDouble.empty();
    }

    /** Shelf life, days, above 0; empty for an item that does not perish. */
    default OptionalDouble shelfLifeDays() {
        return OptionalDouble.empty();
    }

    /** Consequences of being out of stock. */
    default CriticalityScores criticality() {
        return CriticalityScores.UNKNOWN;
    }

    /** Ratings of its worst failure mode; empty if it was not rated. */
    default Optional<FailureRating> failureRating() {
        return Optional.empty();
    }

    /** An item like this one, whose demand stands in while this one is new. */
    default Optional<ItemId> analogue() {
        return Optional.empty();
    }

    /** A spare whose absence stops an asset that has no bypass. */
    default boolean criticalSpare() {
        return false;
    }

    /** Made by a process of the company itself, whose reliability then decides about running lean. */
    default boolean internalSupply() {
        return false;
    }

    /** Availability of that process, 0 to 1. */
    default OptionalDouble processReliability() {
        return OptionalDouble.empty();
    }

    /** The rows this was read from. */
    default RowRefs rows() {
        return RowRefs.NONE;
    }
}
