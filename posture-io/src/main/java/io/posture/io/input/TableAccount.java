package io.posture.io.input;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What became of the rows of one file on their way to one table:
 * {@code read = used + filtered + rejected + merged}.
 *
 * @param table the canonical table, or {@code lookup} for a file that others look up in
 * @param read rows of the file, the header not counted
 * @param used rows that reached the table
 * @param filtered rows left out, by the name of the rule; rules that met no row are listed with 0
 * @param rejected rows set aside
 * @param merged rows that repeat another one to the letter
 * @param records records of the table that the used rows became; fewer than rows where rows were grouped
 */
public record TableAccount(
        String table, long read, long used, Map<String, Long> filtered, long rejected, long merged, long records) {

    /**
     * Checks and copies.
     *
     * @throws IllegalStateException if the rows do not add up: a mistake in this program
     */
    public TableAccount {
        filtered = Collections.unmodifiableMap(new LinkedHashMap<>(filtered));
        long sum = used + rejected + merged;
        for (long count : filtered.values()) {
            sum += count;
        }
        if (sum != read) {
            throw new IllegalStateException("rows of " + table + " do not add up: read " + read + ", used " + used
                    + ", filtered " + filtered + ", rejected " + rejected + ", merged " + merged);
        }
    }

    /** Rows left out by any rule. */
    public long filteredRows() {
        return filtered.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Share of rejected rows among the read ones, 0 to 1; 0 without rows. */
    public double rejectRate() {
        return read == 0 ? 0 : (double) rejected / read;
    }
}
