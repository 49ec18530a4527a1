package io.posture.xlsx;

import io.posture.io.input.InputFile;
import io.posture.io.input.Note;
import io.posture.io.source.RawRow;
import io.posture.io.source.RowHandler;
import java.util.ArrayList;
import java.util.List;

/** One reading of the rows of a table on a sheet, and what a reader of the results should know of it. Not thread-safe. */
final class SheetPass {

    /** Name of the rule that leaves out rows which add up others. */
    static final String TOTAL_RULE = "total-row";

    private static final char SHOWN_BETWEEN_CELLS = ',';
    private static final int MOST_TOTALS = 10;

    private final InputFile file;
    private final HeaderRow header;
    private final MergedAreas merged;
    private final RowHandler handler;
    private final List<RawRow> totals = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private long rows;
    private long hiddenRows;
    private long nameless;
    private String firstNameless = "";

    SheetPass(InputFile file, HeaderRow header, MergedAreas merged, RowHandler handler) {
        this.file = file;
        this.header = header;
        this.merged = merged;
        this.handler = handler;
    }

    /** Rows that were read, those left out included. */
    long rows() {
        return rows;
    }

    /** What became of cells and rows that are not simply read. */
    List<Note> notes() {
        return List.copyOf(notes);
    }

    void read(SheetReader sheet) {
        while (sheet.next()) {
            merged.fill(sheet);
            if (sheet.row() > header.row()) {
                take(sheet);
            }
        }
        totals.forEach(row -> handler.leftOut(TOTAL_RULE));
        totals.forEach(row -> note(
                Note.Code.OUTSIDE_TABLE,
                "row " + row.line() + " adds up those above (" + start(row) + ") and was left out",
                1));
        note(Note.Code.OUTSIDE_TABLE, "rows that are hidden in the sheet were read like the others", hiddenRows);
        note(
                Note.Code.OUTSIDE_TABLE,
                nameless + (nameless == 1 ? " cell" : " cells") + " in columns without a name were not read, the first "
                        + firstNameless,
                nameless);
        note(Note.Code.CELL_READING, "cells with a time of day were read as their day", sheet.clockTimes());
        note(Note.Code.CELL_READING, "cells merged with the one above took its text or day", merged.filled());
        note(
                Note.Code.CELL_READING,
                "formulas have no value, because the program that wrote the file did not calculate them; they were read as"
                        + " empty. Maybe open and save it in a spreadsheet program",
                sheet.notCalculated());
    }

    private void take(SheetReader sheet) {
        String[] cells = new String[header.names().size()];
        boolean blank = true;
        for (int i = 0; i < cells.length; i++) {
            cells[i] = sheet.text(i);
            boolean named = !header.names().get(i).isEmpty();
            blank &= !named || cells[i].isEmpty();
            if (!named) {
                noteNameless(sheet, i);
            }
        }
        for (int i = cells.length; i < sheet.width(); i++) {
            noteNameless(sheet, i);
        }
        if (!blank) {
            rows++;
            hiddenRows += sheet.hidden() ? 1 : 0;
            hand(new RawRow(sheet.row(), SHOWN_BETWEEN_CELLS, cells), TotalRow.is(cells));
        }
    }

    /** Hands rows on; one that looks like a total waits until it is known whether the table ends there. */
    private void hand(RawRow row, boolean total) {
        if (!total || totals.size() == MOST_TOTALS) {
            totals.forEach(handler::row);
            totals.clear();
        }
        if (total) {
            totals.add(row);
        } else {
            handler.row(row);
        }
    }

    private void noteNameless(SheetReader sheet, int column) {
        if (sheet.kind(column) != CellKind.EMPTY) {
            nameless++;
            firstNameless = nameless == 1 ? CellPlace.letters(column) + sheet.row() : firstNameless;
        }
    }

    private void note(Note.Code code, String what, long count) {
        if (count > 0) {
            notes.add(new Note(code, file.name() + ": " + what, count));
        }
    }

    private static String start(RawRow row) {
        String text = row.text();
        return "\"" + (text.length() <= 40 ? text : text.substring(0, 37) + "...") + "\"";
    }
}
