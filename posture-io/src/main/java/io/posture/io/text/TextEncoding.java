package io.posture.io.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How the text of a file is encoded.
 *
 * @param charset the character set
 * @param markBytes bytes of the byte order mark at the start, which are not text
 * @param certain whether the bytes prove it; if not, it is the likeliest reading
 */
public record TextEncoding(Charset charset, int markBytes, boolean certain) {

    /** What Windows programs write when they do not write Unicode. */
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** Encoding by the byte order mark; plain UTF-8 if there is none. */
    static TextEncoding byMark(byte[] start, int length) {
        if (startsWith(start, length, 0xEF, 0xBB, 0xBF)) {
            return new TextEncoding(StandardCharsets.UTF_8, 3, true);
        }
        if (startsWith(start, length, 0xFF, 0xFE)) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 2, true);
        }
        if (startsWith(start, length, 0xFE, 0xFF)) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 2, true);
        }
        return new TextEncoding(StandardCharsets.UTF_8, 0, true);
    }

    /** The reading of bytes that are no UTF-8. */
    static TextEncoding windows() {
        return new TextEncoding(WINDOWS, 0, false);
    }

    /** Whether a byte below 0x80 always is that ASCII character, whatever stands before it. */
    public boolean singleBytes() {
        return charset.equals(StandardCharsets.UTF_8) || charset.equals(WINDOWS);
    }

    /** Name for people: {@code UTF-8 with BOM}. */
    public String label() {
        return markBytes > 0 ? charset.name() + " with BOM" : charset.name();
    }

    private static boolean startsWith(byte[] bytes, int length, int... expected) {
        if (length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
