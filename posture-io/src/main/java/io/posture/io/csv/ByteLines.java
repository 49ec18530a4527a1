package io.posture.io.csv;

import io.posture.io.source.ByteRows;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Optional;

/**
 * The physical lines of a text, split into cells on the way. Lines end with LF, CRLF or CR. Blank lines are passed over. Whoever
 * reads them gives a buffer at a time, in which what was found stays until it is given again.
 */
final class ByteLines {

    private static final int LONGEST = 1 << 24;

    private final InputStream in;
    private final byte delimiter;
    /** The highest ASCII character that is anything but content. */
    private final byte highest;

    private final Charset charset;
    private final int columns;
    private byte[] buffer = new byte[0];
    private int limit;
    private int lineStart;
    private int lineEnd;
    private int next;
    private int line;
    private boolean ended;

    /** What comes next. */
    enum Kind {
        /** Lines with as many cells as the header has columns, and no quote but around whole cells. */
        PLAIN,
        /** Any other line. */
        ODD,
        /** A line longer than any table's. */
        ENDLESS,
        /** There is no further one. */
        NONE,
        /** The buffer ends before the line does: {@link #fill} it. */
        CUT
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
        this.highest = (byte) Math.max(delimiter, '"');
        this.charset = charset;
        this.columns = columns;
    }

    /** Room for lines of this text. */
    ByteRows room() {
        return new ByteRows(columns, charset);
    }

    /** Number of the odd line, or of the last plain one, 1-based. */
    int line() {
        return line;
    }

    /** The odd line without its end, as text. */
    String text() {
        return new String(buffer, lineStart, lineEnd - lineStart, charset);
    }

    /**
     * Goes on to the next lines that are not blank.
     *
     * @param rows where plain ones are put, in the place of what is there
     * @param most how many plain ones may come at once
     */
    Kind advance(ByteRows rows, int most) {
        rows.clear();
        while (true) {
            int before = next;
            lineStart = next;
            Kind kind = scan(rows);
            boolean blank = (kind == Kind.PLAIN || kind == Kind.ODD) && lineEnd == lineStart;
            if (blank) {
                line++;
            } else if (kind == Kind.PLAIN) {
                rows.add(buffer, ++line);
                if (rows.count() == most) {
                    return kind;
                }
            } else if (rows.count() > 0) {
                next = before;
                return Kind.PLAIN;
            } else {
                line += kind == Kind.ODD ? 1 : 0;
                return kind;
            }
        }
    }

    /** Finds the end of the line and its cells. */
    private Kind scan(ByteRows rows) {
        byte[] bytes = buffer;
        int end = limit;
        int cells = 0;
        int start = lineStart;
        boolean odd = false;
        int at = start;
        while (at < end) {
            byte b = bytes[at];
            if (b > highest) {
                at++;
            } else if (b == delimiter) {
                if (cells < columns) {
                    rows.cell(cells, start, at);
                }
                cells++;
                start = ++at;
            } else if (b == '\n' || (b == '\r' && (at + 1 < end || ended))) {
                return finish(rows, cells, start, at, b, odd);
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
                    rows.cell(cells, at + 1, close);
                    cells++;
                    at = close + 2;
                    start = at;
                } else if (close + 1 >= end || isLineEnd(bytes[close + 1])) {
                    rows.cell(cells, at + 1, close);
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
            return lineStart == end ? Kind.NONE : finish(rows, cells, start, end, (byte) '\n', odd);
        }
        return Kind.CUT;
    }

    private Kind finish(ByteRows rows, int cells, int start, int at, byte lineFeed, boolean odd) {
        if (cells < columns) {
            rows.cell(cells, start, at);
        }
        lineEnd = at;
        next = behind(at, lineFeed);
        return odd || cells + 1 != columns ? Kind.ODD : Kind.PLAIN;
    }

    private Kind finishQuoted(int cells, int at, int end) {
        if (at + 1 >= end && !ended && buffer[at] == '\r') {
            return Kind.CUT;
        }
        lineEnd = at;
        next = at >= end ? at : behind(at, buffer[at]);
        return cells != columns ? Kind.ODD : Kind.PLAIN;
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

    /**
     * Reads on, into another buffer, to whose front the begun line moves.
     *
     * @param fresh is not looked at by anybody; a larger one takes its place where the begun line fills it
     * @return the buffer from now on; empty if the line is longer than any line may be
     */
    Optional<byte[]> fill(byte[] fresh) throws IOException {
        int kept = limit - lineStart;
        if (kept >= LONGEST) {
            return Optional.empty();
        }
        byte[] target = kept < fresh.length ? fresh : new byte[kept * 2];
        System.arraycopy(buffer, lineStart, target, 0, kept);
        buffer = target;
        lineStart = 0;
        next = 0;
        int read = in.read(target, kept, target.length - kept);
        ended = read < 0;
        limit = kept + Math.max(0, read);
        return Optional.of(target);
    }
}
