package io.posture.io.mapping;

import io.posture.io.source.RawRow;
import io.posture.io.source.SourceTable;
import io.posture.io.table.Blanks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How late a row of a file is: by some of its columns, later ones deciding where earlier ones are equal. */
final class RowOrder {

    /** Positions by time; those of one table are equally long. */
    static final Comparator<List<String>> IN_TIME = RowOrder::compare;

    private final int[] columns;
    private final List<ValueOrder> orders = new ArrayList<>();

    RowOrder(SourceTable csv, List<String> columns, DeclaredNotation notation) {
        this.columns = columns.stream().mapToInt(csv::requiredIndexOf).toArray();
        for (int column : this.columns) {
            orders.add(ValueOrder.of(csv, column, notation));
        }
    }

    /** The cells that say how late a row is, dates brought to one form, so that rows of several files compare. */
    List<String> position(RawRow row) {
        List<String> position = new ArrayList<>(columns.length);
        for (int i = 0; i < columns.length; i++) {
            position.add(orders.get(i).plain(Blanks.strip(row.cell(columns[i]))));
        }
        return position;
    }

    private static int compare(List<String> a, List<String> b) {
        for (int i = 0; i < a.size(); i++) {
            int compared = ValueOrder.PLAIN.compare(a.get(i), b.get(i));
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }
}
