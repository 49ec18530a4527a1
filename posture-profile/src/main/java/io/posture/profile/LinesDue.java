package io.posture.profile;

import io.posture.api.RowRefs;
import io.posture.numerics.IntColumn;

/** Purchase-order lines due, counted. Not thread-safe. */
final class LinesDue {

    private int count;
    private int hits;
    private final IntColumn rows = new IntColumn();

    LinesDue() {}

    /** Adds a line. */
    void add(PurchaseLine line, boolean hit) {
        count++;
        hits += hit ? 1 : 0;
        line.rows().forEach(rows::add);
    }

    /** Adds all lines of another. */
    void addAll(LinesDue other, boolean withRows) {
        count += other.count;
        hits += other.hits;
        for (int i = 0; withRows && i < other.rows.size(); i++) {
            rows.add(other.rows.get(i));
        }
    }

    /** Number of lines. */
    int count() {
        return count;
    }

    /** Lines complete by their promise. */
    int hits() {
        return hits;
    }

    /** Their rows, if they were kept. */
    RowRefs rows(RowSource source) {
        return source.refs(rows.toArray());
    }
}
