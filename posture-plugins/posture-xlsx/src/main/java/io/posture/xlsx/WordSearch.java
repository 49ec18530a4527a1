package io.posture.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Looks for a word in bytes without taking them apart. */
final class WordSearch {

    private static final int BLOCK = 1 << 16;

    private WordSearch() {}

    /**
     * Whether a text has a word, in one byte a letter; true as well if the text begins as UTF-16, where it cannot be told.
     *
     * @param text the bytes of the text
     * @param word ASCII letters
     */
    static boolean finds(InputStream text, String word) throws IOException {
        byte[] block = new byte[BLOCK];
        int filled = text.readNBytes(block, 0, BLOCK);
        boolean wide = filled >= 2 && XmlText.isWide(block[0] & 0xff, block[1] & 0xff);
        return wide || finds(text, block, filled, word.getBytes(StandardCharsets.US_ASCII));
    }

    /** Whether a file has a word, in two bytes a letter, the smaller one first. */
    static boolean findsWide(InputStream bytes, String word) throws IOException {
        byte[] block = new byte[BLOCK];
        int filled = bytes.readNBytes(block, 0, BLOCK);
        return finds(bytes, block, filled, word.getBytes(StandardCharsets.UTF_16LE));
    }

    private static boolean finds(InputStream in, byte[] block, int firstFilled, byte[] word) throws IOException {
        int filled = firstFilled;
        while (filled >= word.length) {
            for (int i = 0; i <= filled - word.length; i++) {
                if (block[i] == word[0] && Arrays.equals(block, i, i + word.length, word, 0, word.length)) {
                    return true;
                }
            }
            int kept = word.length - 1;
            System.arraycopy(block, filled - kept, block, 0, kept);
            int read = in.readNBytes(block, kept, block.length - kept);
            if (read == 0) {
                return false;
            }
            filled = kept + read;
        }
        return false;
    }
}
