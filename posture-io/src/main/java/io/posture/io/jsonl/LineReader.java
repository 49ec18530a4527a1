package io.posture.io.jsonl;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;

/** Physical lines of a text, ended by LF, CRLF or CR, of which none can fill the memory. */
final class LineReader implements Closeable {

    private final Reader text;
    private final int longest;
    private final char[] buffer = new char[1 << 15];
    private final StringBuilder line = new StringBuilder();
    private int from;
    private int to;
    private int number;
    private boolean afterReturn;
    private boolean cut;

    /**
     * Before the first line.
     *
     * @param text the text; closed with this reader
     * @param longest characters of a line that are kept
     */
    LineReader(Reader text, int longest) {
        this.text = text;
        this.longest = longest;
    }

    /** Goes to the next line; false if there is none. */
    boolean next() throws IOException {
        line.setLength(0);
        cut = false;
        boolean begun = false;
        while (more()) {
            if (afterReturn) {
                afterReturn = false;
                if (buffer[from] == '\n') {
                    from++;
                    continue;
                }
            }
            begun = true;
            int end = from;
            while (end < to && buffer[end] != '\n' && buffer[end] != '\r') {
                end++;
            }
            keep(end);
            if (end < to) {
                afterReturn = buffer[end] == '\r';
                from = end + 1;
                break;
            }
            from = end;
        }
        if (begun) {
            number = Math.addExact(number, 1);
        }
        return begun;
    }

    /** Number of the line, from 1. */
    int number() {
        return number;
    }

    /** The line, or its beginning if it is too long. */
    String line() {
        return line.toString();
    }

    /** Whether the line is longer than what was kept. */
    boolean cut() {
        return cut;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    private boolean more() throws IOException {
        if (from == to) {
            from = 0;
            to = Math.max(0, text.read(buffer, 0, buffer.length));
        }
        return from < to;
    }

    private void keep(int end) {
        int room = longest - line.length();
        cut |= end - from > room;
        line.append(buffer, from, Math.min(end - from, room));
    }
}
