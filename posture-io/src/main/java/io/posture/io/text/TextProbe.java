package io.posture.io.text;

import io.posture.io.input.InputException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Looks at all bytes of a file once: is it text, and in which encoding. */
final class TextProbe {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long LOW_BITS = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private static final int LOOKED_AT = 16;
    private static final String LFS_POINTER = "version https://git-lfs";

    private final String name;
    private final TextKind kind;
    private final CharBuffer decoded = CharBuffer.allocate(1 << 16);
    private ByteBuffer pending = ByteBuffer.allocate(0);
    private byte[] head = new byte[0];
    private TextEncoding marked = TextEncoding.byMark(head, 0);
    private CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private long seen;
    private long firstBadByte = -1;

    TextProbe(String name, TextKind kind) {
        this.name = name;
        this.kind = kind;
    }

    /** The next bytes of the file. */
    void accept(byte[] block, int length) {
        if (seen == 0) {
            head = Arrays.copyOf(block, length);
            requireText(head);
            marked = TextEncoding.byMark(head, length);
            decoder = marked.charset()
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
        }
        boolean plain = marked.singleBytes() && !pending.hasRemaining() && isAscii(block, length);
        if (firstBadByte < 0 && !plain) {
            decode(block, length);
        }
        seen += length;
    }

    /**
     * The encoding of the whole file.
     *
     * @throws InputException if the file is empty, or its byte order mark promises what the bytes do not keep
     */
    TextEncoding encoding() {
        if (seen <= marked.markBytes()) {
            throw new InputException(name + " is empty: " + kind.emptiness());
        }
        if (firstBadByte < 0) {
            return marked;
        }
        if (marked.markBytes() > 0) {
            throw new InputException(name + " begins as " + marked.label() + ", but byte " + (firstBadByte + 1)
                    + " is not. Maybe two files in different encodings were joined; save it as UTF-8.");
        }
        return TextEncoding.windows();
    }

    /** The first characters of the text. */
    String start(TextEncoding encoding) {
        return new String(head, encoding.markBytes(), head.length - encoding.markBytes(), encoding.charset());
    }

    /** Whether there is nothing to decode: ASCII is the same in UTF-8, and zero bytes are none of it. */
    private static boolean isAscii(byte[] block, int length) {
        int at = 0;
        for (; at + Long.BYTES <= length; at += Long.BYTES) {
            long eight = (long) EIGHT.get(block, at);
            if (((eight - LOW_BITS | eight) & HIGH_BITS) != 0) {
                return false;
            }
        }
        for (; at < length; at++) {
            if (block[at] <= 0) {
                return false;
            }
        }
        return true;
    }

    private void decode(byte[] block, int length) {
        ByteBuffer bytes = ByteBuffer.allocate(pending.remaining() + length);
        int kept = pending.remaining();
        bytes.put(pending).put(block, 0, length).flip();
        while (true) {
            CoderResult result = decoder.decode(bytes, decoded, false);
            if (decoded.position() > 0) {
                requireNoNul(decoded.flip());
            }
            decoded.clear();
            if (result.isError()) {
                firstBadByte = seen - kept + bytes.position();
                return;
            }
            if (result.isUnderflow()) {
                pending = ByteBuffer.allocate(bytes.remaining()).put(bytes).flip();
                return;
            }
        }
    }

    private void requireNoNul(CharBuffer text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.get(i) == '\0') {
                throw new InputException(name + " is not a text file: it contains zero bytes. Need " + kind.wanted()
                        + "."
                        + (halfZeros() ? " Maybe it is UTF-16 without a byte order mark: save it as UTF-8." : ""));
            }
        }
    }

    /** Whether every other byte of the first few is 0, as in the letters of Western languages in UTF-16. */
    private boolean halfZeros() {
        int first = 0;
        int second = 0;
        for (int i = 0; i + 1 < Math.min(head.length, LOOKED_AT); i += 2) {
            first += head[i] == 0 ? 1 : 0;
            second += head[i + 1] == 0 ? 1 : 0;
        }
        return Math.max(first, second) == Math.min(head.length, LOOKED_AT) / 2 && Math.min(first, second) == 0;
    }

    private void requireText(byte[] start) {
        String text = new String(start, 0, Math.min(start.length, 64), StandardCharsets.ISO_8859_1);
        if (text.startsWith(LFS_POINTER)) {
            throw new InputException(
                    name + " is a Git LFS pointer, not the data itself. Maybe 'git lfs pull' fetches the file.");
        }
        String other = kind.otherThan(text);
        if (!other.isEmpty()) {
            throw new InputException(name + " is " + other + ", need " + kind.wanted() + ". " + kind.remedy());
        }
    }
}
