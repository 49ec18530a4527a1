package io.posture.jdbc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Hashes rows as the CSV that PostgreSQL would write; an empty text is as empty as no value. */
final class CsvDigest {

    private static final int BLOCK = 1 << 14;

    private final MessageDigest digest = Fingerprint.begin();
    private final StringBuilder waiting = new StringBuilder(BLOCK * 2);

    CsvDigest() {}

    /** Takes a row. */
    void row(String[] cells) {
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                waiting.append(',');
            }
            append(cells[i]);
        }
        waiting.append('\n');
        if (waiting.length() > BLOCK) {
            flush();
        }
    }

    /** The hash of all rows taken. */
    MessageDigest digest() {
        flush();
        return digest;
    }

    private void append(String cell) {
        if (plain(cell)) {
            waiting.append(cell);
        } else {
            waiting.append('"').append(cell.replace("\"", "\"\"")).append('"');
        }
    }

    private static boolean plain(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return false;
            }
        }
        return true;
    }

    private void flush() {
        digest.update(waiting.toString().getBytes(StandardCharsets.UTF_8));
        waiting.setLength(0);
    }
}
