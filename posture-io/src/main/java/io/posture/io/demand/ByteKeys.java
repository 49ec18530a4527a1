package io.posture.io.demand;

import io.posture.io.source.ByteRows;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Numbers by keys that stand as bytes in a buffer. A key of up to 16 bytes lies in the table itself, so that most look-ups touch
 * one line of the processor's cache. Not thread-safe.
 */
final class ByteKeys {

    /** What stands for a key that was not put. */
    static final int ABSENT = Integer.MIN_VALUE;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long SCATTER = 0x9E3779B97F4A7C15L;
    private static final int WORD = Long.BYTES;
    private static final int INSIDE = 2 * WORD;

    /**
     * A slot is the key's first eight bytes, its next eight or what is scattered from all behind the first, its length and
     * number, and where a long key has what is behind the first eight.
     */
    private static final int SLOT = 4;

    private static final int FIRST = 0;
    private static final int SECOND = 1;
    private static final int LENGTH_AND_NUMBER = 2;
    private static final int REST = 3;

    private long[] slots = new long[SLOT << 11];
    private final long[] firsts = new long[ByteRows.MOST];
    private final long[] seconds = new long[ByteRows.MOST];

    // the compiler leaves out reads of which nothing is kept
    @SuppressWarnings("UnusedVariable")
    private long approached;

    private byte[] rests = new byte[0];
    private int restsEnd;
    private int size;

    ByteKeys() {}

    /**
     * Looks where a key would be, so that the table is at hand when it is looked up: the misses of several keys then overlap.
     *
     * @param turn which of the next look-ups it is, below {@link ByteRows#MOST}
     */
    void approach(int turn, byte[] bytes, int from, int to) {
        long first = word(bytes, from, to);
        long second = second(bytes, from, to);
        firsts[turn] = first;
        seconds[turn] = second;
        approached ^= slots[(place(first, second, to - from) & (slots.length - 1)) + LENGTH_AND_NUMBER];
    }

    /** The number of a key that was approached; {@link #ABSENT} if it has none. */
    int get(int turn, byte[] bytes, int from, int to) {
        long stored = slots[slot(firsts[turn], seconds[turn], bytes, from, to) + LENGTH_AND_NUMBER];
        return stored == 0 ? ABSENT : (int) stored;
    }

    /** The number of a key; {@link #ABSENT} if it has none. */
    int get(byte[] bytes, int from, int to) {
        approach(0, bytes, from, to);
        return get(0, bytes, from, to);
    }

    /**
     * Gives a key a number in the place of any before.
     *
     * @param number not {@link #ABSENT}
     */
    void put(byte[] bytes, int from, int to, int number) {
        long first = word(bytes, from, to);
        long second = second(bytes, from, to);
        int slot = slot(first, second, bytes, from, to);
        boolean fresh = slots[slot + LENGTH_AND_NUMBER] == 0;
        slots[slot + LENGTH_AND_NUMBER] = lengthAnd(to - from, number);
        if (fresh) {
            slots[slot + FIRST] = first;
            slots[slot + SECOND] = second;
            if (to - from > INSIDE) {
                slots[slot + REST] = keep(bytes, from + WORD, to);
            }
            size++;
            if (size * 8L > slots.length / SLOT * 5L) {
                spread();
            }
        }
    }

    /** Where a key is, or would be. */
    private int slot(long first, long second, byte[] bytes, int from, int to) {
        int length = to - from;
        int mask = slots.length - 1;
        int slot = place(first, second, length) & mask;
        while (true) {
            long stored = slots[slot + LENGTH_AND_NUMBER];
            if (stored == 0
                    || (slots[slot + FIRST] == first
                            && slots[slot + SECOND] == second
                            && (int) (stored >>> Integer.SIZE) == length + 1
                            && (length <= INSIDE || sameRest((int) slots[slot + REST], bytes, from, to)))) {
                return slot;
            }
            slot = (slot + SLOT) & mask;
        }
    }

    private boolean sameRest(int start, byte[] bytes, int from, int to) {
        int length = to - from - WORD;
        return Arrays.equals(rests, start, start + length, bytes, from + WORD, to);
    }

    private int keep(byte[] bytes, int from, int to) {
        int start = restsEnd;
        restsEnd = Math.addExact(start, to - from);
        if (restsEnd > rests.length) {
            long twice = rests.length * 2L;
            rests = Arrays.copyOf(rests, (int) Math.max(restsEnd, Math.min(Integer.MAX_VALUE - 8L, twice)));
        }
        System.arraycopy(bytes, from, rests, start, to - from);
        return start;
    }

    private void spread() {
        long[] old = slots;
        slots = new long[Math.multiplyExact(old.length, 2)];
        int mask = slots.length - 1;
        for (int from = 0; from < old.length; from += SLOT) {
            long stored = old[from + LENGTH_AND_NUMBER];
            if (stored != 0) {
                int slot = place(old[from + FIRST], old[from + SECOND], (int) (stored >>> Integer.SIZE) - 1) & mask;
                while (slots[slot + LENGTH_AND_NUMBER] != 0) {
                    slot = (slot + SLOT) & mask;
                }
                System.arraycopy(old, from, slots, slot, SLOT);
            }
        }
    }

    private static long lengthAnd(int length, int number) {
        return ((length + 1L) << Integer.SIZE) | (number & 0xFFFF_FFFFL);
    }

    /** First index of the slot where a search begins, before it is cut to the size of the table. */
    private static int place(long first, long second, int length) {
        long hash = (first ^ length) * SCATTER;
        hash = ((hash ^ (hash >>> 32)) + second) * SCATTER;
        return (int) (hash ^ (hash >>> 32)) * SLOT;
    }

    private static long second(byte[] bytes, int from, int to) {
        if (to - from <= INSIDE) {
            return word(bytes, from + WORD, to);
        }
        long scattered = 0;
        for (int at = from + WORD; at < to; at += WORD) {
            scattered = (Long.rotateLeft(scattered, 29) ^ word(bytes, at, to)) * SCATTER;
        }
        return scattered;
    }

    /** Up to eight bytes of a key, the rest zero. */
    private static long word(byte[] bytes, int from, int to) {
        int left = to - from;
        if (left <= 0) {
            return 0;
        }
        if (from + WORD <= bytes.length) {
            long word = (long) EIGHT.get(bytes, from);
            return left >= WORD ? word : word & ((1L << (left * Byte.SIZE)) - 1);
        }
        long word = 0;
        for (int i = Math.min(left, WORD) - 1; i >= 0; i--) {
            word = (word << Byte.SIZE) | (bytes[from + i] & 0xFF);
        }
        return word;
    }
}
