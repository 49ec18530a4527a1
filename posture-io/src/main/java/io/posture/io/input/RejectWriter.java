package io.posture.io.input;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.regex.Pattern;

/**
 * Writes rejects as CSV for people, one line each, in the order given. Cells that a spreadsheet would take for a formula
 * get a leading apostrophe; plain numbers do not need one.
 */
public final class RejectWriter implements AutoCloseable {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");
    private static final String FORMULA_STARTS = "=+-@\t\r\0";

    private final CsvWriter csv;

    /** Writes the header; the target is closed with this writer. */
    public RejectWriter(Writer target) {
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(target);
        csv.writeRecord("file", "sheet", "line", "column", "code", "value", "message", "fix", "raw");
    }

    /** Writes one reject. */
    public void write(Reject reject) {
        csv.writeRecord(
                safe(reject.file()),
                safe(reject.sheet()),
                Integer.toString(reject.line()),
                reject.column() == 0 ? "" : Integer.toString(reject.column()),
                reject.code().id(),
                safe(reject.value()),
                safe(reject.message()),
                safe(reject.fix()),
                safe(reject.raw()));
    }

    @Override
    public void close() {
        try {
            csv.close();
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot finish rejects.csv: " + problem, problem);
        }
    }

    /** A cell that {@link #safe} made safe, as it was. */
    public static String unsafe(String cell) {
        return cell.startsWith("'") && !safe(cell.substring(1)).equals(cell.substring(1)) ? cell.substring(1) : cell;
    }

    /** The cell, with an apostrophe before it if a spreadsheet could take it for a formula. */
    public static String safe(String cell) {
        boolean formula = !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0;
        return formula && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
    }
}
