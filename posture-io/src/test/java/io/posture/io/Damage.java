package io.posture.io;

import java.util.Arrays;
import java.util.Random;

/** Damages files at random: the same seed does the same harm. */
public final class Damage {

    private static final byte[][] TOKENS = {
        {'"'},
        {'"', '"'},
        {','},
        {';'},
        {'\t'},
        {'\n'},
        {'\r'},
        {'\r', '\n'},
        {'\n', '\n'},
        {0},
        {(byte) 0xff},
        {' '},
        {'=', '1'},
        {(byte) 0xef, (byte) 0xbb, (byte) 0xbf},
        {'9', '9', '9', '9', '9', '9', '9', '9', '9'},
        {'-'},
        {'{'},
        {'}'},
        {'['},
        {'\\'},
        {'.'},
        {'N', 'a', 'N'},
        {'1', 'e', '9', '9', '9'},
        {'n', 'u', 'l', 'l'}
    };

    private Damage() {}

    /** The bytes after a few blows: signs put in or in the place of others, parts cut out or repeated, the end torn off. */
    public static byte[] of(byte[] sound, Random random) {
        byte[] bytes = sound.clone();
        for (int blow = 1 + random.nextInt(4); blow > 0; blow--) {
            int at = random.nextInt(bytes.length);
            byte[] token = TOKENS[random.nextInt(TOKENS.length)];
            bytes = switch (random.nextInt(5)) {
                case 0 -> spliced(bytes, at, at, token);
                case 1 -> spliced(bytes, at, Math.min(bytes.length, at + 1), token);
                case 2 ->
                    at == 0
                            ? bytes
                            : spliced(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(200)), new byte[0]);
                case 3 -> random.nextInt(8) == 0 ? Arrays.copyOf(bytes, Math.max(1, at)) : bytes;
                default -> spliced(bytes, at, at, Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + 300)));
            };
        }
        return bytes;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] middle) {
        byte[] all = new byte[from + middle.length + bytes.length - to];
        System.arraycopy(bytes, 0, all, 0, from);
        System.arraycopy(middle, 0, all, from, middle.length);
        System.arraycopy(bytes, to, all, from + middle.length, bytes.length - to);
        return all;
    }
}
