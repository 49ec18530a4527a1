package io.posture.numerics;

import java.io.Serializable;
import java.util.Arrays;

/** A growing column of doubles without boxes; two columns merge by appending. Not thread-safe. */
public final class DoubleColumn implements Serializable {

    private static final long serialVersionUID = 1;

    private double[] values = new double[16];
    private int size;

    /** An empty column. */
    public DoubleColumn() {}

    /** Appends a value. */
    public void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    /** Appends all values of another column. */
    public DoubleColumn addAll(DoubleColumn other) {
        if (size + other.size > values.length) {
            values = Arrays.copyOf(values, Math.max(size + other.size, size * 2));
        }
        System.arraycopy(other.values, 0, values, size, other.size);
        size += other.size;
        return this;
    }

    /** Number of values. */
    public int size() {
        return size;
    }

    /** A value by position, from 0. */
    public double get(int position) {
        if (position >= size) {
            throw new IndexOutOfBoundsException("position " + position + " of " + size);
        }
        return values[position];
    }

    /** All values in order, as a copy. */
    public double[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
