package io.posture.io.demand;

import java.util.Arrays;

/** Numbers keys that stand as bytes in a buffer, in the order of their first appearance, from 0. Not thread-safe. */
final class ByteKeys {

    private static final int FREE = -1;
    private static final long SCATTER = 0x9E3779B97F4A7C15L;

    private int[] slots = filled(1 << 12);
    private long[] hashes = new long[1 << 11];
    private int[] ends = new int[1 << 11];
    private byte[] text = new byte[1 << 15];
    private int size;

    ByteKeys() {}

    /** How many different keys there were. */
    int size() {
        return size;
    }

    /** The number of a key; a new one if it was not seen before. */
    int number(byte[] bytes, int from, int to) {
        long hash = hash(bytes, from, to);
        int slot = (int) hash & (slots.length - 1);
        while (slots[slot] != FREE) {
            int number = slots[slot];
            if (hashes[number] == hash && Arrays.equals(text, start(number), ends[number], bytes, from, to)) {
                return number;
            }
            slot = slot + 1 & (slots.length - 1);
        }
        slots[slot] = size;
        return add(hash, bytes, from, to);
    }

    private int add(long hash, byte[] bytes, int from, int to) {
        int number = size++;
        int start = start(number);
        int end = Math.addExact(start, to - from);
        if (number == hashes.length) {
            hashes = Arrays.copyOf(hashes, number * 2);
            ends = Arrays.copyOf(ends, number * 2);
        }
        if (end > text.length) {
            text = Arrays.copyOf(text, Math.max(end, (int) Math.min(Integer.MAX_VALUE - 8L, text.length * 2L)));
        }
        System.arraycopy(bytes, from, text, start, to - from);
        hashes[number] = hash;
        ends[number] = end;
        if (size * 2 > slots.length) {
            spread();
        }
        return number;
    }

    private int start(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }

    private void spread() {
        slots = filled(slots.length * 2);
        for (int number = 0; number < size; number++) {
            int slot = (int) hashes[number] & (slots.length - 1);
            while (slots[slot] != FREE) {
                slot = slot + 1 & (slots.length - 1);
            }
            slots[slot] = number;
        }
    }

    private static int[] filled(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, FREE);
        return slots;
    }

    private static long hash(byte[] bytes, int from, int to) {
        long hash = (long) to - from;
        for (int i = from; i < to; i++) {
            hash = (hash ^ bytes[i]) * SCATTER;
        }
        return hash ^ hash >>> 32;
    }
}
