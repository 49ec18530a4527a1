package io.posture.io.input;

import io.posture.io.sink.OutputColumn;
import io.posture.io.sink.OutputTable;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/** Writes rejects, a row each, in the order given. */
public final class RejectWriter implements Closeable {

    /** The columns of rejects. */
    public static final List<OutputColumn> COLUMNS = List.of(
            new OutputColumn("file", OutputColumn.Kind.TEXT),
            new OutputColumn("sheet", OutputColumn.Kind.TEXT),
            new OutputColumn("line", OutputColumn.Kind.NUMBER),
            new OutputColumn("column", OutputColumn.Kind.NUMBER),
            new OutputColumn("code", OutputColumn.Kind.TEXT),
            new OutputColumn("value", OutputColumn.Kind.TEXT),
            new OutputColumn("message", OutputColumn.Kind.TEXT),
            new OutputColumn("fix", OutputColumn.Kind.TEXT),
            new OutputColumn("raw", OutputColumn.Kind.TEXT));

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");
    private static final String FORMULA_STARTS = "=+-@\t\r\0";

    private final OutputTable table;

    /** The table, which has {@link #COLUMNS}, is closed with this writer. */
    public RejectWriter(OutputTable table) {
        this.table = table;
    }

    /** Writes one reject. */
    public void write(Reject reject) throws IOException {
        table.row(List.of(
                reject.wholeFile(),
                reject.sheet(),
                Integer.toString(reject.line()),
                reject.column() == 0 ? "" : Integer.toString(reject.column()),
                reject.code().id(),
                reject.value(),
                reject.message(),
                reject.fix(),
                reject.raw()));
    }

    @Override
    public void close() throws IOException {
        table.close();
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
