package io.posture.io.mapping;

import io.posture.io.input.InputException;
import io.posture.io.input.NearestNames;
import io.posture.io.input.Note;
import io.posture.io.source.SourceTable;
import io.posture.io.table.Column;
import io.posture.io.table.Presence;
import io.posture.io.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The mapping of a file that already is a canonical table: every column to the one of the same name. */
public final class CanonicalColumns {

    private CanonicalColumns() {}

    /**
     * The mapping, by the file's header.
     *
     * @param notes takes which columns are unknown, not used, or stood in for
     * @throws InputException if a column is missing that the table cannot do without
     */
    public static TableMapping of(Table table, SourceTable csv, Consumer<Note> notes) {
        List<ColumnRule> rules = new ArrayList<>();
        List<String> notUsed = new ArrayList<>();
        for (Column column : table.columns()) {
            if (csv.indexOf(column.name()) >= 0) {
                rules.add(ColumnRule.sameName(column, DeclaredNotation.CANONICAL));
                if (!column.used()) {
                    notUsed.add(column.name());
                }
            } else if (column.presence() != Presence.OPTIONAL) {
                throw new InputException(csv.file().name() + " has no column '" + column.name() + "', which table "
                        + table.id() + " needs. Columns found: " + csv.header() + "."
                        + NearestNames.maybe(column.name(), csv.header())
                        + " Columns of other names go through a mapping.");
            }
        }
        noteColumns(table, csv, notUsed, notes);
        return new TableMapping(table, table.id(), List.of(), Optional.empty(), List.of(), rules, Optional.empty());
    }

    private static void noteColumns(Table table, SourceTable csv, List<String> notUsed, Consumer<Note> notes) {
        String file = csv.file().name();
        if (!notUsed.isEmpty()) {
            notes.accept(new Note(
                    Note.Code.COLUMN_NOT_USED,
                    file + ": checked, but not used in results yet: " + String.join(", ", notUsed),
                    0));
        }
        for (String name : csv.header()) {
            boolean known = table.columnNames().stream().anyMatch(column -> column.equalsIgnoreCase(name));
            if (!known && !name.isEmpty()) {
                notes.accept(new Note(
                        Note.Code.COLUMN_UNKNOWN,
                        file + ": column '" + name + "' is none of table " + table.id() + " and was not read."
                                + NearestNames.maybe(name, table.columnNames()),
                        0));
            }
        }
        if (table == Table.ITEMS && csv.indexOf("base_uom") < 0) {
            notes.accept(new Note(
                    Note.Code.DEFAULT_USED,
                    file + ": no column base_uom, so all items are counted in pieces (C62)",
                    0));
        }
    }
}
