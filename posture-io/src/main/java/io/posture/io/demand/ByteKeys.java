package io.posture.io.demand;

import io.posture.io.source.ByteRows;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Numbers by keys that stand as bytes in a buffer. The keys lie one behind the other in the order they came in, which is often the
 * order they come again; a small table says which of them may be meant. Not thread-safe.
 */
final class ByteKeys {

    /** What stands for a key that was not put. */
    static final int ABSENT = Integer.MIN_VALUE;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long SCATTER = 0x9E3779B97F4A7C15L;
    private static final int WORD = Long.BYTES;
    private static final int INSIDE = 2 * WORD;

    /**
     * A key is its first eight bytes, its next eight or what is scattered from all behind the first, its length and number, and where
     * a long key has what is behind the first eight.
     */
    private static final int PARTS = 4;

    private static final int FIRST = 0;
    private static final int SECOND = 1;
    private static final int LENGTH_AND_NUMBER = 2;
    private static final int REST = 3;

    /** An entry is 0, or the place of a key from 1 in its low bits and a part of the key's hash in the others. */
    private int[] table = new int[1 << 11];

    private long[] keys = new long[PARTS << 10];
    private int size;
    private byte[] rests = new byte[0];
    private int restsEnd;

    private final long[] firsts = new long[ByteRows.MOST];
    private final long[] seconds = new long[ByteRows.MOST];
    private final int[] hashes = new int[ByteRows.MOST];
    private final int[] entries = new int[ByteRows.MOST];

    ByteKeys() {}

    /**
     * Looks where a key may be, so that it is at hand when it is looked up: the misses of several keys then overlap.
     *
     * @param turn which of the next look-ups it is, below {@link ByteRows#MOST}
     */
    void approach(int turn, byte[] bytes, int from, int to) {
        long first = word(bytes, from, to);
        long second = second(bytes, from, to);
        int hash = hash(first, second, to - from);
        firsts[turn] = first;
        seconds[turn] = second;
        hashes[turn] = hash;
        entries[turn] = table[slot(hash)];
    }

    /** The number of a key that was approached; {@link #ABSENT} if it has none. */
    int get(int turn, byte[] bytes, int from, int to) {
        int entry = entries[turn];
        if (entry != 0 && mayBe(entry, hashes[turn])) {
            int key = key(entry);
            if (is(key, firsts[turn], seconds[turn], bytes, from, to)) {
                return (int) keys[key + LENGTH_AND_NUMBER];
            }
        }
        int found = table[find(firsts[turn], seconds[turn], hashes[turn], bytes, from, to)];
        return found == 0 ? ABSENT : (int) keys[key(found) + LENGTH_AND_NUMBER];
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
        int hash = hash(first, second, to - from);
        int at = find(first, second, hash, bytes, from, to);
        long lengthAndNumber = ((long) (to - from) << Integer.SIZE) | (number & 0xFFFF_FFFFL);
        if (table[at] != 0) {
            keys[key(table[at]) + LENGTH_AND_NUMBER] = lengthAndNumber;
            return;
        }
        int key = size * PARTS;
        if (key == keys.length) {
            keys = Arrays.copyOf(keys, Math.multiplyExact(key, 2));
        }
        keys[key + FIRST] = first;
        keys[key + SECOND] = second;
        keys[key + LENGTH_AND_NUMBER] = lengthAndNumber;
        keys[key + REST] = to - from > INSIDE ? keep(bytes, from + WORD, to) : 0;
        size++;
        table[at] = entry(size, hash);
        if (size * 2 >= table.length) {
            spread();
        }
    }

    /** Where the entry of a key is, or would be. */
    private int find(long first, long second, int hash, byte[] bytes, int from, int to) {
        int at = slot(hash);
        while (table[at] != 0 && !(mayBe(table[at], hash) && is(key(table[at]), first, second, bytes, from, to))) {
            at = (at + 1) & (table.length - 1);
        }
        return at;
    }

    private boolean is(int key, long first, long second, byte[] bytes, int from, int to) {
        return keys[key + FIRST] == first
                && keys[key + SECOND] == second
                && keys[key + LENGTH_AND_NUMBER] >>> Integer.SIZE == to - from
                && (to - from <= INSIDE || sameRest((int) keys[key + REST], bytes, from, to));
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
        table = new int[Math.multiplyExact(table.length, 2)];
        Arrays.fill(entries, 0); // they were cut to the size of the old table
        for (int place = 1; place <= size; place++) {
            int key = (place - 1) * PARTS;
            int length = (int) (keys[key + LENGTH_AND_NUMBER] >>> Integer.SIZE);
            int hash = hash(keys[key + FIRST], keys[key + SECOND], length);
            int at = slot(hash);
            while (table[at] != 0) {
                at = (at + 1) & (table.length - 1);
            }
            table[at] = entry(place, hash);
        }
    }

    private int slot(int hash) {
        return hash & (table.length - 1);
    }

    /** Places stay below the length of the table, so the bits above are free for those of the hash. */
    private int entry(int place, int hash) {
        return (hash & -table.length) | place;
    }

    private boolean mayBe(int entry, int hash) {
        return ((entry ^ hash) & -table.length) == 0;
    }

    /** Index of the key that an entry means. */
    private int key(int entry) {
        return ((entry & (table.length - 1)) - 1) * PARTS;
    }

    private static int hash(long first, long second, int length) {
        long hash = (first ^ length) * SCATTER;
        hash = ((hash ^ (hash >>> 32)) + second) * SCATTER;
        return (int) (hash ^ (hash >>> 32));
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
