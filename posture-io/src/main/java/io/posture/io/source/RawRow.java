package io.posture.io.source;

/** One row of a file, as text; or one of several rows that a row of the file was turned into. Immutable. */
public final class RawRow {

    private final int line;
    private final char delimiter;
    private final String[] cells;

    /** The row of the file: this one, unless it was turned out of that one. */
    private final RawRow whole;

    /** Where the cells of a turned row are in the file, from 0; nothing for a row as it stands. */
    private final int[] columns;

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
        this.whole = this;
        this.columns = new int[0];
    }

    private RawRow(RawRow whole, int[] columns, String[] cells) {
        this.line = whole.line;
        this.delimiter = whole.delimiter;
        this.cells = cells.clone();
        this.whole = whole;
        this.columns = columns.clone();
    }

    /**
     * A row that a part of this one is turned into.
     *
     * @param columns where each of its cells is in the file, from 0; copied
     * @param turned its cells, as many; copied
     */
    public RawRow turned(int[] columns, String... turned) {
        return new RawRow(this, columns, turned);
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

    /**
     * Column of the file that a cell is in, 1-based.
     *
     * @param index of the cell, from 0
     */
    public int column(int index) {
        return 1 + (whole == this ? index : columns[index]);
    }

    /** The row of the file as text, cells quoted where they must be. */
    public String text() {
        if (whole != this) {
            return whole.text();
        }
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
