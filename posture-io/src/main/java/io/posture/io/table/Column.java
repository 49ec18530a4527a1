package io.posture.io.table;

import java.time.LocalDate;
import java.util.List;

/**
 * A column of a canonical table.
 *
 * @param name its name in the header
 * @param type what its cells are
 * @param presence whether the table can do without it
 * @param range numbers allowed
 * @param choices words allowed; empty unless the type is {@link ColumnType#CHOICE}
 * @param standIn what an empty cell or absent column means; empty for unknown
 * @param used whether results depend on it; if not, its cells are checked and counted
 */
public record Column(
        String name,
        ColumnType type,
        Presence presence,
        Range range,
        List<String> choices,
        String standIn,
        boolean used) {

    /** Copies. */
    public Column {
        choices = List.copyOf(choices);
    }

    /** What an empty cell or absent column means, as a cell. */
    Cell standInCell() {
        if (standIn.isEmpty()) {
            return Cell.UNKNOWN;
        }
        return switch (type) {
            case NUMBER -> new Cell.Known(Double.valueOf(standIn));
            case FLAG -> new Cell.Known(Boolean.valueOf(standIn));
            case DATE -> new Cell.Known(LocalDate.parse(standIn));
            case TEXT, KEY, CHOICE -> new Cell.Known(standIn);
        };
    }

    static Column text(String name) {
        return new Column(name, ColumnType.TEXT, Presence.OPTIONAL, Range.ANY, List.of(), "", true);
    }

    static Column verbatim(String name) {
        return new Column(name, ColumnType.KEY, Presence.OPTIONAL, Range.ANY, List.of(), "", true);
    }

    static Column number(String name, Range range) {
        return new Column(name, ColumnType.NUMBER, Presence.OPTIONAL, range, List.of(), "", true);
    }

    static Column date(String name) {
        return new Column(name, ColumnType.DATE, Presence.OPTIONAL, Range.ANY, List.of(), "", true);
    }

    static Column flag(String name) {
        return new Column(name, ColumnType.FLAG, Presence.OPTIONAL, Range.ANY, List.of(), "", true);
    }

    static Column choice(String name, String... choices) {
        return new Column(name, ColumnType.CHOICE, Presence.OPTIONAL, Range.ANY, List.of(choices), "", true);
    }

    Column inEveryRow() {
        return new Column(name, type, Presence.EVERY_CELL, range, choices, standIn, used);
    }

    /** The same column where its cells may be empty. */
    public Column whereKnown() {
        return new Column(name, type, Presence.OPTIONAL, range, choices, standIn, used);
    }

    /** The same column for numbers of any size that are not negative: weights, before they become shares. */
    public Column asWeight() {
        return new Column(name, type, Presence.OPTIONAL, Range.NOT_NEGATIVE, choices, standIn, used);
    }

    Column mustExist() {
        return new Column(name, type, Presence.COLUMN, range, choices, standIn, used);
    }

    Column or(String standIn) {
        return new Column(name, type, presence, range, choices, standIn, used);
    }

    Column notUsed() {
        return new Column(name, type, presence, range, choices, standIn, false);
    }
}
