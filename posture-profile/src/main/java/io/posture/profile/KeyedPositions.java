package io.posture.profile;

import io.posture.numerics.IntColumn;

/** Positions in a column by the key that stands there. Immutable. */
final class KeyedPositions {

    private final int[] starts;
    private final int[] positions;

    /**
     * Groups a column.
     *
     * @param keys keys from 0
     * @param count number of different keys
     */
    KeyedPositions(IntColumn keys, int count) {
        starts = new int[count + 1];
        for (int i = 0; i < keys.size(); i++) {
            starts[keys.get(i) + 1]++;
        }
        for (int key = 0; key < count; key++) {
            starts[key + 1] += starts[key];
        }
        int[] next = starts.clone();
        positions = new int[keys.size()];
        for (int i = 0; i < keys.size(); i++) {
            positions[next[keys.get(i)]++] = i;
        }
    }

    /** How many positions a key has. */
    int size(int key) {
        return starts[key + 1] - starts[key];
    }

    /** One of a key's positions. */
    int get(int key, int index) {
        return positions[starts[key] + index];
    }
}
