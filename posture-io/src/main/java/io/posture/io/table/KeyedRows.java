package io.posture.io.table;

import io.posture.io.input.Reject;
import io.posture.io.input.RejectCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rows of a table with a key: rows that repeat another to the letter are merged; where rows of one key differ, all of them
 * are set aside, because the last one is no better than the first.
 */
public final class KeyedRows {

    private final Map<List<Cell>, List<TableRow>> rows = new LinkedHashMap<>();

    /** No rows yet. */
    public KeyedRows() {}

    /** Adds a row. */
    public void add(TableRow row) {
        rows.computeIfAbsent(row.key(), key -> new ArrayList<>(1)).add(row);
    }

    /** Hands every key's row on, in the order of the file; counts and logs the others. */
    public void finish(Tally tally, RejectLog rejects, TableSink next) {
        for (List<TableRow> same : rows.values()) {
            TableRow first = same.get(0);
            Optional<String> differing = differingColumn(same);
            if (differing.isPresent()) {
                TableRow other = same.stream()
                        .filter(row -> row.firstDifference(first).isPresent())
                        .findFirst()
                        .orElseThrow();
                same.forEach(row -> rejects.add(
                        conflict(row, row.firstDifference(first).isEmpty() ? other : first, differing.get())));
                tally.rejected(same.size());
            } else {
                tally.merged(same.size() - 1L);
                first.deliver(tally, rejects, next);
            }
        }
    }

    private static Optional<String> differingColumn(List<TableRow> same) {
        return same.stream()
                .flatMap(row -> row.firstDifference(same.get(0)).stream())
                .findFirst();
    }

    private static Reject conflict(TableRow row, TableRow other, String column) {
        return row.reject(
                column,
                RejectCode.CONFLICT,
                "contradicts line " + other.line() + " of the same "
                        + String.join(" and ", row.table().key()),
                RejectCode.CONFLICT.remedy());
    }
}
