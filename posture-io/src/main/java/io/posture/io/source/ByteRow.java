package io.posture.io.source;

import java.nio.charset.Charset;

/**
 * One row of a text as bytes, in a buffer that is used again for the next row: look at it, keep nothing of it. Its cells hold no
 * quotes and no line ends.
 */
public final class ByteRow {

    private final Charset charset;
    private final int[] starts;
    private final int[] ends;
    private byte[] bytes = new byte[0];
    private int line;

    /**
     * A row that is filled later.
     *
     * @param columns how many cells it has
     * @param charset how their text is encoded; bytes below 0x80 are ASCII in it
     */
    public ByteRow(int columns, Charset charset) {
        this.charset = charset;
        this.starts = new int[columns];
        this.ends = new int[columns];
    }

    /** Where the bytes are. */
    public byte[] bytes() {
        return bytes;
    }

    /** Index of a cell's first byte. */
    public int start(int cell) {
        return starts[cell];
    }

    /** Index behind a cell's last byte. */
    public int end(int cell) {
        return ends[cell];
    }

    /** Number of cells. */
    public int size() {
        return starts.length;
    }

    /** Physical line of the file, 1-based. */
    public int line() {
        return line;
    }

    /** A cell as text, verbatim. */
    public String text(int cell) {
        return new String(bytes, starts[cell], ends[cell] - starts[cell], charset);
    }

    /**
     * Says where a cell is.
     *
     * @param start index of its first byte
     * @param end index behind its last byte
     */
    public void cell(int cell, int start, int end) {
        starts[cell] = start;
        ends[cell] = end;
    }

    /** Says where the bytes are and on which line. */
    public void at(byte[] buffer, int physicalLine) {
        bytes = buffer;
        line = physicalLine;
    }

    /** The same as a row of text. */
    public RawRow raw(char delimiter) {
        String[] cells = new String[starts.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = text(i);
        }
        return new RawRow(line, delimiter, cells);
    }
}
