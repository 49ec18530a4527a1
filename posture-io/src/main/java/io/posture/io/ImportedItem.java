package io.posture.io;

import io.posture.api.CriticalityScores;
import io.posture.api.FailureRating;
import io.posture.api.Item;
import io.posture.api.ItemId;
import io.posture.api.ItemType;
import io.posture.api.Lifecycle;
import io.posture.api.PriceBreak;
import io.posture.api.RowRefs;
import io.posture.api.StockoutEvent;
import io.posture.io.table.TableRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An item as the items table has it.
 *
 * @param id the key
 * @param description what people call it
 * @param type kind of item
 * @param category family
 * @param lifecycle where it stands in its life
 * @param introducedOn first day on which it could be ordered
 * @param endOfLifeOn last day on which it is needed
 * @param unitCost money per piece
 * @param carryingRate share of the unit cost a year
 * @param orderCost money per order
 * @param shortageCost money per piece short
 * @param shortageCostPerDay money per day without it
 * @param unitMargin money earned with a piece
 * @param stockoutEvent what happens when it runs out once
 * @param failuresPerYear failures that need one as a spare
 * @param shelfLifeDays shelf life
 * @param criticality consequences of being out of stock
 * @param failureRating ratings of its worst failure mode; empty unless all three are known
 * @param analogue an item whose demand stands in while this one is new
 * @param priceBreaks prices by quantity, smallest quantity first
 * @param criticalSpare whether its absence stops an asset without a bypass
 * @param rows rows that it was read from
 */
record ImportedItem(
        ItemId id,
        String description,
        ItemType type,
        String category,
        Lifecycle lifecycle,
        Optional<LocalDate> introducedOn,
        Optional<LocalDate> endOfLifeOn,
        OptionalDouble unitCost,
        OptionalDouble carryingRate,
        OptionalDouble orderCost,
        OptionalDouble shortageCost,
        OptionalDouble shortageCostPerDay,
        OptionalDouble unitMargin,
        Optional<StockoutEvent> stockoutEvent,
        OptionalDouble failuresPerYear,
        OptionalDouble shelfLifeDays,
        CriticalityScores criticality,
        Optional<FailureRating> failureRating,
        Optional<ItemId> analogue,
        List<PriceBreak> priceBreaks,
        boolean criticalSpare,
        RowRefs rows)
        implements Item {

    /** Columns of the ratings, whole numbers from 1 to 10. */
    static final List<String> RATINGS = List.of("severity", "occurrence", "detection");

    /**
     * The item of a row.
     *
     * @param rate units of the run's currency that one unit of the row's is, above 0
     */
    static ImportedItem of(TableRow row, double rate) {
        return new ImportedItem(
                ItemId.of(row.text("item_id")),
                row.text("description"),
                ItemType.valueOf(row.text("item_type").toUpperCase(Locale.ROOT)),
                row.text("category"),
                Lifecycle.valueOf(row.text("lifecycle").toUpperCase(Locale.ROOT)),
                row.date("introduced_on"),
                row.date("end_of_life_on"),
                money(perPiece(row.number("unit_cost"), row.number("price_unit")), rate),
                row.number("carrying_rate"),
                money(row.number("order_cost"), rate),
                money(row.number("stockout_cost_per_unit"), rate),
                money(row.number("stockout_cost_per_day"), rate),
                money(row.number("unit_margin"), rate),
                Optional.empty(),
                row.number("failures_per_year"),
                row.number("shelf_life_days"),
                criticality(row),
                failureRating(row),
                Optional.of(row.text("analogue_item"))
                        .filter(name -> !name.isEmpty())
                        .map(ItemId::of),
                List.of(),
                row.flag("critical_spare"),
                RowRefs.of(row.file(), row.lines()));
    }

    /** An item of which nothing but its key can be trusted. */
    static ImportedItem contradicted(ItemId id, RowRefs rows) {
        OptionalDouble unknown = OptionalDouble.empty();
        return new ImportedItem(
                id,
                "",
                ItemType.COMPONENT,
                "",
                Lifecycle.ACTIVE,
                Optional.empty(),
                Optional.empty(),
                unknown,
                unknown,
                unknown,
                unknown,
                unknown,
                unknown,
                Optional.empty(),
                unknown,
                unknown,
                CriticalityScores.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false,
                rows);
    }

    /** The same item with prices by quantity. */
    ImportedItem withPriceBreaks(List<PriceBreak> prices) {
        return with(stockoutEvent, prices);
    }

    /** The same item with what a stock-out costs; of several rows the dearer one per piece counts. */
    ImportedItem withStockout(StockoutEvent event) {
        return stockoutEvent.isPresent() && costPerPiece(stockoutEvent.get()) >= costPerPiece(event)
                ? this
                : with(Optional.of(event), priceBreaks);
    }

    private static double costPerPiece(StockoutEvent event) {
        return event.unitsShort().isPresent()
                ? event.cost(0, 0).sum() / event.unitsShort().getAsDouble()
                : -1;
    }

    private ImportedItem with(Optional<StockoutEvent> event, List<PriceBreak> prices) {
        return new ImportedItem(
                id,
                description,
                type,
                category,
                lifecycle,
                introducedOn,
                endOfLifeOn,
                unitCost,
                carryingRate,
                orderCost,
                shortageCost,
                shortageCostPerDay,
                unitMargin,
                event,
                failuresPerYear,
                shelfLifeDays,
                criticality,
                failureRating,
                analogue,
                List.copyOf(prices),
                criticalSpare,
                rows);
    }

    /** All three ratings or none: a part of them ranks nothing. */
    private static Optional<FailureRating> failureRating(TableRow row) {
        boolean complete =
                RATINGS.stream().allMatch(column -> row.number(column).isPresent());
        return complete
                ? Optional.of(
                        new FailureRating(rating(row, "severity"), rating(row, "occurrence"), rating(row, "detection")))
                : Optional.empty();
    }

    private static int rating(TableRow row, String column) {
        return (int) row.number(column).orElseThrow();
    }

    private static OptionalDouble money(OptionalDouble amount, double rate) {
        return amount.isPresent() ? OptionalDouble.of(amount.getAsDouble() * rate) : amount;
    }

    private static OptionalDouble perPiece(OptionalDouble cost, OptionalDouble priceUnit) {
        return cost.isPresent() && priceUnit.isPresent()
                ? OptionalDouble.of(cost.getAsDouble() / priceUnit.getAsDouble())
                : cost;
    }

    /** Scores of the class on the anchors of criticality; scores of their own win. */
    private static CriticalityScores criticality(TableRow row) {
        CriticalityScores byClass = CriticalityScores.ofClass(row.text("criticality_class"));
        return new CriticalityScores(
                known(row, "crit_production", byClass.production()),
                known(row, "crit_safety", byClass.safety()),
                known(row, "crit_contract", byClass.contract()),
                known(row, "crit_revenue", byClass.revenue()),
                known(row, "crit_substitution", byClass.substitution()));
    }

    private static OptionalDouble known(TableRow row, String column, OptionalDouble standIn) {
        OptionalDouble own = row.number(column);
        return own.isPresent() ? own : standIn;
    }
}
