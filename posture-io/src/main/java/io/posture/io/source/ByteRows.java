package io.posture.io.source;

import java.nio.charset.Charset;

/**
 * Some rows of a text as bytes, in a buffer that is used again for the next ones: look at them, keep nothing of them. Their cells
 * hold no quotes and no line ends. Rows come several at a time so that their handler can do the same with all of them before it
 * does the next thing, which processors are fastest at.
 */
public final class ByteRows {

    /** Most rows at a time; as many as a long has bits. */
    public static final int MOST = Long.SIZE;

    private final Charset charset;
    private final int columns;
    private final int[] starts;
    private final int[] ends;
    private final int[] lines = new int[MOST];
    private byte[] bytes = new byte[0];
    private int count;

    /**
     * No rows yet.
     *
     * @param columns how many cells each of them has
     * @param charset how their text is encoded; bytes below 0x80 are ASCII in it
     */
    public ByteRows(int columns, Charset charset) {
        this.charset = charset;
        this.columns = columns;
        this.starts = new int[columns * MOST];
        this.ends = new int[columns * MOST];
    }

    /** How many rows there are, up to {@link #MOST}. */
    public int count() {
        return count;
    }

    /** Where the bytes are. */
    public byte[] bytes() {
        return bytes;
    }

    /** Index of a cell's first byte. */
    public int start(int row, int cell) {
        return starts[row * columns + cell];
    }

    /** Index behind a cell's last byte. */
    public int end(int row, int cell) {
        return ends[row * columns + cell];
    }

    /** Number of cells of each row. */
    public int columns() {
        return columns;
    }

    /** Physical line of the file that a row is on, 1-based. */
    public int line(int row) {
        return lines[row];
    }

    /** A cell as text, verbatim. */
    public String text(int row, int cell) {
        return new String(bytes, start(row, cell), end(row, cell) - start(row, cell), charset);
    }

    /** A row as text. */
    public RawRow raw(int row, char delimiter) {
        String[] cells = new String[columns];
        for (int i = 0; i < columns; i++) {
            cells[i] = text(row, i);
        }
        return new RawRow(lines[row], delimiter, cells);
    }

    /** Forgets all rows. */
    public void clear() {
        count = 0;
    }

    /**
     * Says where a cell of the next row is.
     *
     * @param start index of its first byte
     * @param end index behind its last byte
     */
    public void cell(int cell, int start, int end) {
        starts[count * columns + cell] = start;
        ends[count * columns + cell] = end;
    }

    /** Adds the next row, whose cells were said. */
    public void add(byte[] buffer, int physicalLine) {
        bytes = buffer;
        lines[count++] = physicalLine;
    }
}
