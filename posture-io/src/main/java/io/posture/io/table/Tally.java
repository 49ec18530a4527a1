package io.posture.io.table;

import io.posture.io.input.TableAccount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what becomes of the rows of one file on their way to a table. Not thread-safe. */
public final class Tally {

    private final Map<String, Long> filtered = new LinkedHashMap<>();
    private long used;
    private long rejected;
    private long merged;
    private long records;

    /**
     * Nothing counted yet.
     *
     * @param rules names of the rules that may leave rows out
     */
    public Tally(List<String> rules) {
        rules.forEach(rule -> filtered.put(rule, 0L));
    }

    /** Rows left out by a rule. */
    public void filtered(String rule, long rows) {
        filtered.merge(rule, rows, Long::sum);
    }

    /** Rows set aside. */
    public void rejected(long rows) {
        rejected += rows;
    }

    /** Rows that repeat another one to the letter. */
    public void merged(long rows) {
        merged += rows;
    }

    /** Rows that together became one record of the table. */
    public void used(long rows) {
        used(rows, 1);
    }

    /** Rows that became so many records of the table. */
    public void used(long rows, long made) {
        usedBeside(rows);
        records += made;
    }

    /** Rows that are in a record which is counted with another file. */
    void usedBeside(long rows) {
        used += rows;
    }

    /** How many rows were merged so far. */
    public long mergedRows() {
        return merged;
    }

    /**
     * The account.
     *
     * @param table name of the table
     * @param read rows read
     * @throws IllegalStateException if the rows do not add up
     */
    public TableAccount account(String table, long read) {
        return new TableAccount(table, read, used, filtered, rejected, merged, records);
    }
}
