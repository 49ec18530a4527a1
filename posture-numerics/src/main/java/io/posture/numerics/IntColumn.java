package io.posture.numerics;

import java.util.Arrays;

/** A growing column of ints without boxes. Not thread-safe. */
public final class IntColumn {

    private int[] values = new int[16];
    private int size;

    /** An empty column. */
    public IntColumn() {}

    /** Appends a value. */
    public void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    /** Number of values. */
    public int size() {
        return size;
    }

    /** A value by position, from 0. */
    public int get(int position) {
        if (position >= size) {
            throw new IndexOutOfBoundsException("position " + position + " of " + size);
        }
        return values[position];
    }

    /** All values in order, as a copy. */
    public int[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
