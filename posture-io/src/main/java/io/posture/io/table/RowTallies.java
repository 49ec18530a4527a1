package io.posture.io.table;

import java.util.LinkedHashMap;
import java.util.Map;

/** How many rows of which files stand behind one record. Not thread-safe. */
public final class RowTallies {

    private final Map<Tally, Integer> rows = new LinkedHashMap<>();

    /** No rows yet. */
    public RowTallies() {}

    /** One row of a file. */
    public static RowTallies ofRow(Tally tally) {
        RowTallies one = new RowTallies();
        one.add(tally);
        return one;
    }

    /** Adds a row of a file. */
    public void add(Tally tally) {
        rows.merge(tally, 1, Integer::sum);
    }

    /** How many rows in all files. */
    public int rows() {
        return rows.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Counts the rows as left out by a rule. */
    public void filtered(String rule) {
        rows.forEach((tally, count) -> tally.filtered(rule, count));
    }

    /** Counts the rows as set aside. */
    public void rejected() {
        rows.forEach(Tally::rejected);
    }

    /** Counts the rows as one record, of the file of the first row. */
    public void used() {
        boolean first = true;
        for (Map.Entry<Tally, Integer> file : rows.entrySet()) {
            if (first) {
                file.getKey().used(file.getValue());
                first = false;
            } else {
                file.getKey().usedBeside(file.getValue());
            }
        }
    }
}
