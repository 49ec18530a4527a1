package io.posture.xlsx;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The text of a part: UTF-8 or UTF-16, with or without a mark, as parts of a workbook must be. */
final class XmlText {

    private static final int BUFFER = 1 << 16;
    private static final int MARK = 0xFEFF;

    private XmlText() {}

    /**
     * Whether a text begins as UTF-16, where a letter takes two bytes.
     *
     * @param first its first byte; negative if it has none
     * @param second its second byte; negative if it has none
     */
    static boolean isWide(int first, int second) {
        boolean marked = (first == 0xFE && second == 0xFF) || (first == 0xFF && second == 0xFE);
        return marked || (second >= 0 && (first == 0 || second == 0));
    }

    /**
     * The text behind its mark; a byte that is not of its encoding is an error when it is read. The parser of the JDK would
     * tell of such a byte on standard error.
     */
    static Reader of(InputStream part) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(part, BUFFER);
        bytes.mark(2);
        int first = bytes.read();
        int second = bytes.read();
        bytes.reset();
        Charset wide = first == 0xFE || first == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        Charset charset = isWide(first, second) ? wide : StandardCharsets.UTF_8;
        PushbackReader text = new PushbackReader(new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        int start = text.read();
        if (start >= 0 && start != MARK) {
            text.unread(start);
        }
        return text;
    }
}
