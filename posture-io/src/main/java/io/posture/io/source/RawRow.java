package io.posture.io.source;

/** One row of a file, as text. Immutable. */
public final class RawRow {

    private final int line;
    private final char delimiter;
    private final String[] cells;

    /**
     * A row.
     *
     * @param line line of the text, or row of the sheet or file, on which it begins, 1-based
     * @param delimiter what separates its cells when it is shown as text
     * @param cells its cells as text; copied
     */
    public RawRow(int line, char delimiter, String... cells) {
        this.line = line;
        this.delimiter = delimiter;
        this.cells = cells.clone();
    }

    /** Physical line of the file, or row of the sheet, on which the row begins, 1-based. */
    public int line() {
        return line;
    }

    /** Number of cells. */
    public int size() {
        return cells.length;
    }

    /**
     * One cell, verbatim.
     *
     * @param index from 0
     */
    public String cell(int index) {
        return cells[index];
    }

    /** The row as text, cells quoted where they must be. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                text.append(delimiter);
            }
            text.append(quoted(cells[i]));
        }
        return text.toString();
    }

    private String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == delimiter || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
