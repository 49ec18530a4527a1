package io.posture.io;

import io.posture.api.ItemId;
import io.posture.io.csv.CsvTable;
import io.posture.io.input.InputException;
import io.posture.io.input.InputFile;
import io.posture.io.input.Reject;
import io.posture.io.mapping.CanonicalColumns;
import io.posture.io.mapping.DeclaredNotation;
import io.posture.io.mapping.LookupTables;
import io.posture.io.mapping.TableReading;
import io.posture.io.source.ReadingProgress;
import io.posture.io.table.CellReader;
import io.posture.io.table.DateLimits;
import io.posture.io.table.Disposition;
import io.posture.io.table.RejectLog;
import io.posture.io.table.Table;
import io.posture.io.table.TableRow;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the user's system holds of items today: the table item_locations. Not thread-safe while it is filled. */
public final class ItemLocations {

    private final Map<ItemId, ItemLocation> items = new HashMap<>();

    /** Nothing known yet. */
    public ItemLocations() {}

    /**
     * Reads a file of the table on its own, all of it or nothing.
     *
     * @throws InputException if it is not such a table, or has a row that cannot be used
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public static ItemLocations read(Path file) {
        CsvTable csv = CsvTable.open(InputFile.of(file));
        RejectLog rejects = new RejectLog();
        ItemLocations read = new ItemLocations();
        new TableReading(
                        CanonicalColumns.of(Table.ITEM_LOCATIONS, csv, note -> {}),
                        DeclaredNotation.CANONICAL,
                        new CellReader(DateLimits.around(Optional.empty())),
                        new LookupTables(Map.of(), rejects),
                        rejects,
                        row -> {
                            read.add(row, "");
                            return Disposition.USED;
                        },
                        ReadingProgress.NONE)
                .read(List.of(csv), note -> {});
        List<Reject> refused = rejects.inFileOrder(List.of(csv.file().name()));
        if (!refused.isEmpty()) {
            Reject first = refused.get(0);
            throw new InputException(first.file() + ":" + first.line() + ":" + first.column() + " ["
                    + first.code().id() + "] " + first.message() + ". " + first.fix()
                    + " Rows that cannot be used in this file: " + refused.size() + "; none of it was used.");
        }
        return read;
    }

    /** What is held of an item. */
    public ItemLocation of(ItemId item) {
        return items.getOrDefault(item, ItemLocation.UNKNOWN);
    }

    /** Adds what is held of an item at a place; an item at several places is unknown as a whole. */
    public void add(ItemId item, ItemLocation held) {
        items.merge(item, held, (before, now) -> ItemLocation.several(before.places() + now.places()));
    }

    /** Adds a row of the table. */
    void add(TableRow row, String unit) {
        add(
                ItemId.of(row.text("item_id")),
                new ItemLocation(
                        1,
                        row.text("location_id"),
                        row.text("source_key"),
                        unit,
                        row.number("current_safety_stock"),
                        row.number("current_reorder_point"),
                        row.number("current_max"),
                        row.number("moq"),
                        row.number("multiple")));
    }

    /** Items that are held at several places. */
    long severalPlaces() {
        return items.values().stream().filter(item -> item.places() > 1).count();
    }
}
