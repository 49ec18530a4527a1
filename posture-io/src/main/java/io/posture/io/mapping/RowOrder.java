package io.posture.io.mapping;

import io.posture.io.source.RawRow;
import io.posture.io.table.Blanks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How late a row of a file is: by some of its columns, later ones deciding where earlier ones are equal. */
final class RowOrder {

    /** Positions by time; those of one table are equally long. */
    static final Comparator<List<ValueOrder.Value>> IN_TIME = RowOrder::compare;

    private final int[] columns;
    private final List<ValueOrder> orders;

    /**
     * An order by columns.
     *
     * @param columns where they are in the file
     * @param orders the order of each one's cells
     */
    RowOrder(int[] columns, List<ValueOrder> orders) {
        this.columns = columns.clone();
        this.orders = List.copyOf(orders);
    }

    /** The values that say how late a row is; rows of several files compare. */
    List<ValueOrder.Value> position(RawRow row) {
        List<ValueOrder.Value> position = new ArrayList<>(columns.length);
        for (int i = 0; i < columns.length; i++) {
            position.add(orders.get(i).value(Blanks.strip(row.cell(columns[i]))));
        }
        return position;
    }

    private static int compare(List<ValueOrder.Value> a, List<ValueOrder.Value> b) {
        for (int i = 0; i < a.size(); i++) {
            int compared = a.get(i).compareTo(b.get(i));
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }
}
