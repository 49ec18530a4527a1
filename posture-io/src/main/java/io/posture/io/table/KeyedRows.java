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

    private final Map<List<Cell>, List<Counted>> rows = new LinkedHashMap<>();

    /** A row and what counts the rows of its file. */
    private record Counted(TableRow row, Tally tally) {}

    /** No rows yet. */
    public KeyedRows() {}

    /**
     * Adds a row.
     *
     * @param tally counts the rows of its file
     */
    public void add(TableRow row, Tally tally) {
        rows.computeIfAbsent(row.key(), key -> new ArrayList<>(1)).add(new Counted(row, tally));
    }

    /** Hands every key's row on, in the order of the files; counts and logs the others. */
    public void finish(RejectLog rejects, TableSink next) {
        for (List<Counted> same : rows.values()) {
            TableRow first = same.get(0).row();
            Optional<String> differing = differingColumn(same);
            if (differing.isPresent()) {
                TableRow other = same.stream()
                        .map(Counted::row)
                        .filter(row -> row.firstDifference(first).isPresent())
                        .findFirst()
                        .orElseThrow();
                same.forEach(counted -> {
                    TableRow row = counted.row();
                    TableRow contradicted = row.firstDifference(first).isEmpty() ? other : first;
                    rejects.add(conflict(row, contradicted, differing.get()));
                    counted.tally().rejected(1);
                });
                next.contradicted(same.stream().map(Counted::row).toList());
            } else {
                same.stream().skip(1).forEach(counted -> counted.tally().merged(1));
                first.deliver(same.get(0).tally(), rejects, next);
            }
        }
    }

    private static Optional<String> differingColumn(List<Counted> same) {
        TableRow first = same.get(0).row();
        return same.stream()
                .flatMap(counted -> counted.row().firstDifference(first).stream())
                .findFirst();
    }

    private static Reject conflict(TableRow row, TableRow other, String column) {
        String where = other.file().equals(row.file()) ? "" : " in " + other.file();
        return row.reject(
                column,
                RejectCode.CONFLICT,
                "contradicts line " + other.line() + where + " of the same "
                        + String.join(" and ", row.table().key()),
                RejectCode.CONFLICT.remedy());
    }
}
