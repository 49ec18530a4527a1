package io.posture.io.mapping;

import io.posture.io.source.RawRow;
import io.posture.io.source.SourceTable;
import io.posture.io.table.Notation;
import java.util.Comparator;
import java.util.List;

/** Which row of a file is later: by some of its columns, later ones deciding where earlier ones are equal. */
final class RowOrder implements Comparator<List<String>> {

    private final ValueOrder order;
    private final List<Integer> columns;

    RowOrder(SourceTable csv, List<String> columns, Notation notation) {
        this.order = new ValueOrder(notation);
        this.columns = columns.stream().map(csv::requiredIndexOf).toList();
    }

    /** The cells that say how late a row is. */
    List<String> position(RawRow row) {
        return columns.stream().map(column -> row.cell(column).strip()).toList();
    }

    @Override
    public int compare(List<String> a, List<String> b) {
        for (int i = 0; i < a.size(); i++) {
            int compared = order.compare(a.get(i), b.get(i));
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }
}
