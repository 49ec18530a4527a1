package io.posture.io.csv;

import io.posture.io.source.ByteRow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * The physical lines of a text, one after the other in a buffer, split into cells on the way. Lines end with LF, CRLF or CR.
 * Blank lines are passed over.
 */
final class ByteLines {

    private static final int BLOCK = 1 << 17;
    private static final int LONGEST = 1 << 24;

    private final InputStream in;
    private final byte delimiter;
    private final Charset charset;
    private final ByteRow row;
    private byte[] buffer = new byte[BLOCK];
    private int limit;
    private int lineStart;
    private int lineEnd;
    private int next;
    private int line;
    private boolean ended;

    /** What a line is. */
    enum Kind {
        /** As many cells as the header has columns, and no quote but around whole cells. */
        PLAIN,
        /** Any other. */
        ODD,
        /** Longer than any table's. */
        ENDLESS,
        /** There is no further one. */
        NONE
    }

    /**
     * Lines of a stream.
     *
     * @param in the text behind its byte order mark
     * @param columns columns of the header
     * @param delimiter what separates cells, ASCII
     * @param charset encoding in which bytes below 0x80 are ASCII
     */
    ByteLines(InputStream in, int columns, char delimiter, Charset charset) {
        this.in = in;
        this.delimiter = (byte) delimiter;
        this.charset = charset;
        this.row = new ByteRow(columns, charset);
    }

    /** The cells of the line; of a plain one only. */
    ByteRow row() {
        return row;
    }

    /** Number of the line, 1-based. */
    int line() {
        return line;
    }

    /** The line without its end, as text. */
    String text() {
        return new String(buffer, lineStart, lineEnd - lineStart, charset);
    }

    /** Goes on to the next line that is not blank. */
    Kind advance() throws IOException {
        while (true) {
            lineStart = next;
            Kind kind = scan();
            if (kind == Kind.NONE || kind == Kind.ENDLESS) {
                return kind;
            }
            line++;
            if (lineEnd > lineStart) {
                row.at(buffer, line);
                return kind;
            }
        }
    }

    /** Finds the end of the line and its cells; begins anew where the buffer ends before the line does. */
    private Kind scan() throws IOException {
        int columns = row.size();
        while (true) {
            byte[] bytes = buffer;
            int end = limit;
            int cells = 0;
            int start = lineStart;
            boolean odd = false;
            int at = start;
            while (at < end) {
                byte b = bytes[at];
                if (b == delimiter) {
                    if (cells < columns) {
                        row.cell(cells, start, at);
                    }
                    cells++;
                    start = ++at;
                } else if (b == '\n' || (b == '\r' && (at + 1 < end || ended))) {
                    return finish(cells, start, at, b, odd);
                } else if (b == '\r') {
                    break;
                } else if (b == '"') {
                    int close = odd || at != start ? -1 : closing(bytes, at + 1, end);
                    if (close < 0 || cells >= columns) {
                        odd = true;
                        at++;
                    } else if (close + 1 >= end && !ended) {
                        break;
                    } else if (close + 1 < end && bytes[close + 1] == delimiter) {
                        row.cell(cells, at + 1, close);
                        cells++;
                        at = close + 2;
                        start = at;
                    } else if (close + 1 >= end || isLineEnd(bytes[close + 1])) {
                        row.cell(cells, at + 1, close);
                        return finishQuoted(cells + 1, close + 1, end);
                    } else {
                        odd = true;
                        at++;
                    }
                } else {
                    at++;
                }
            }
            if (ended) {
                return lineStart == end ? Kind.NONE : finish(cells, start, end, (byte) '\n', odd);
            }
            if (!fill()) {
                return Kind.ENDLESS;
            }
        }
    }

    private Kind finish(int cells, int start, int at, byte lineFeed, boolean odd) {
        if (cells < row.size()) {
            row.cell(cells, start, at);
        }
        lineEnd = at;
        next = behind(at, lineFeed);
        return odd || cells + 1 != row.size() ? Kind.ODD : Kind.PLAIN;
    }

    private Kind finishQuoted(int cells, int at, int end) throws IOException {
        if (at + 1 >= end && !ended && buffer[at] == '\r') {
            return fill() ? scan() : Kind.ENDLESS;
        }
        lineEnd = at;
        next = at >= end ? at : behind(at, buffer[at]);
        return cells != row.size() ? Kind.ODD : Kind.PLAIN;
    }

    /** Where the next line starts. */
    private int behind(int at, byte lineFeed) {
        boolean two = lineFeed == '\r' && at + 1 < limit && buffer[at + 1] == '\n';
        return Math.min(limit, at + (two ? 2 : 1));
    }

    /** Index of the quote that closes a cell on its line; negative if there is none so far. */
    private static int closing(byte[] bytes, int from, int end) {
        for (int i = from; i < end; i++) {
            if (bytes[i] == '"') {
                return i;
            }
            if (isLineEnd(bytes[i])) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isLineEnd(byte b) {
        return b == '\n' || b == '\r';
    }

    /** Moves the begun line to the front and reads on; false if it is longer than any line may be. */
    private boolean fill() throws IOException {
        int kept = limit - lineStart;
        if (kept == buffer.length) {
            if (kept >= LONGEST) {
                return false;
            }
            buffer = Arrays.copyOf(buffer, kept * 2);
        } else {
            System.arraycopy(buffer, lineStart, buffer, 0, kept);
            lineStart = 0;
        }
        limit = lineStart + kept;
        int read = in.read(buffer, limit, buffer.length - limit);
        ended = read < 0;
        limit += Math.max(0, read);
        return true;
    }
}
