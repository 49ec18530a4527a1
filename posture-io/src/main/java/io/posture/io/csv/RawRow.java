package io.posture.io.csv;

/** One row of a file, as text. Immutable. */
public final class RawRow {

    private final int line;
    private final char delimiter;
    private final String[] cells;

    RawRow(int line, char delimiter, String[] cells) {
        this.line = line;
        this.delimiter = delimiter;
        this.cells = cells;
    }

    /** Physical line of the file on which the row begins, 1-based. */
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
