package io.posture.io;

import io.posture.api.ItemId;
import io.posture.io.input.Note;
import io.posture.io.table.Disposition;
import io.posture.io.table.TableRow;
import io.posture.profile.PopulationBuilder;
import io.posture.profile.StockRow;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What is held of known items: counts of stock, and what the user's system says of places. Not thread-safe. */
final class StockRows {

    private final PopulationBuilder population;
    private final Measures measures;
    private final ItemLocations locations = new ItemLocations();
    private long negativeRows;
    private double negativePieces;

    StockRows(PopulationBuilder population, Measures measures) {
        this.population = population;
        this.measures = measures;
    }

    /**
     * Adds a count.
     *
     * @param number by which the population knows the row
     */
    Disposition count(TableRow row, int number) {
        OptionalDouble factor = measures.toBase(row);
        if (factor.isEmpty()) {
            return new Disposition.Rejected(measures.otherUnit(row));
        }
        double pieces = row.number("quantity").orElseThrow() * factor.getAsDouble();
        if (pieces < 0) {
            negativeRows += row.rows();
            negativePieces += pieces;
        }
        String status = row.text("status");
        population.stock(new StockRow(
                ItemId.of(row.text("item_id")),
                row.date("as_of").orElseThrow(),
                status.equals("unrestricted") || status.equals("consignment"),
                status.equals("in_transit"),
                Math.max(0, pieces),
                number));
        return Disposition.USED;
    }

    /** Adds what is held of an item at a place today, and what has to be. */
    Disposition location(TableRow row) {
        ItemId item = ItemId.of(row.text("item_id"));
        locations.add(row, measures.baseUnit(item.sku()));
        row.number("current_strategic_stock").ifPresent(pieces -> population.strategicStock(item, pieces));
        row.number("regulatory_min_qty").ifPresent(pieces -> population.regulatoryMinimum(item, pieces));
        return Disposition.USED;
    }

    /** What the user's system holds of items today. */
    ItemLocations locations() {
        return locations;
    }

    /** What was noticed. */
    List<Note> notes() {
        List<Note> notes = new ArrayList<>();
        if (negativeRows > 0) {
            notes.add(new Note(
                    Note.Code.NEGATIVE_STOCK,
                    "stock below 0 was read as 0, together " + negativePieces + " pieces",
                    negativeRows));
        }
        if (locations.severalPlaces() > 0) {
            notes.add(new Note(
                    Note.Code.SEVERAL_LOCATIONS,
                    "items with several rows in item_locations; a run decides on an item as a whole, so what they hold"
                            + " today counts as unknown and nothing is written back for them",
                    locations.severalPlaces()));
        }
        return notes;
    }
}
