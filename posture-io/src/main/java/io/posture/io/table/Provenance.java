package io.posture.io.table;

import io.posture.io.input.Reject;
import io.posture.io.input.RejectCode;
import io.posture.io.source.RawRow;
import java.util.Map;

/**
 * Where the columns of a table come from in one file, so that messages name the file's own lines and columns.
 *
 * @param file name of the file, with the sheet in brackets if it is one of a workbook
 * @param sheet the sheet; empty for a file that holds one table
 * @param columns for each column of the table that is read from the file: the file's column
 */
public record Provenance(String file, String sheet, Map<String, FileColumn> columns) {

    private static final FileColumn NOWHERE = new FileColumn(-1, "");

    /**
     * A column of a file.
     *
     * @param index from 0
     * @param name as the header has it
     */
    public record FileColumn(int index, String name) {}

    /** Copies. */
    public Provenance {
        columns = Map.copyOf(columns);
    }

    /**
     * Sets a row aside because of one of its cells.
     *
     * @param row the row
     * @param column column of the table
     * @param code why
     * @param what the rest of a sentence that begins with column and value
     * @param fix what to do
     */
    public Reject reject(RawRow row, String column, RejectCode code, String what, String fix) {
        FileColumn from = columns.getOrDefault(column, NOWHERE);
        String value = from.index() < 0 ? "" : row.cell(from.index());
        String name = from.index() < 0 ? column : from.name();
        return new Reject(
                file,
                sheet,
                row.line(),
                from.index() < 0 ? 0 : row.column(from.index()),
                code,
                value,
                name + " \"" + shortened(value) + "\" " + what,
                fix,
                row.text());
    }

    private static String shortened(String value) {
        return value.length() <= 80 ? value : value.substring(0, 77) + "...";
    }
}
