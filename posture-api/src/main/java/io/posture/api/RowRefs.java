package io.posture.api;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of one input table that a value was read from. Immutable. */
public final class RowRefs implements Serializable {

    private static final long serialVersionUID = 1;
    private static final int SHOWN = 12;

    /** No rows: the value does not come from a file. */
    public static final RowRefs NONE = new RowRefs("", new int[0]);

    private final String source;
    private final int[] rows;

    /** The text, once it was asked for: every input of an item's reason tree shows it. */
    private transient @Nullable String text;

    private RowRefs(String source, int[] rows) {
        this.source = source;
        this.rows = rows;
    }

    /**
     * Rows of a source.
     *
     * @param source name of the file or table
     * @param rows row numbers as an editor shows them, 1-based, header included; copied and sorted
     */
    public static RowRefs of(String source, int... rows) {
        int[] sorted = rows.clone();
        Arrays.sort(sorted);
        return new RowRefs(source, sorted);
    }

    /** Name of the file or table; empty if none. */
    public String source() {
        return source;
    }

    /** How many rows. */
    public int count() {
        return rows.length;
    }

    /** The row number at a position, positions from 0, rows ascending. */
    public int row(int position) {
        return rows[position];
    }

    /** Source and rows for a reader, the first dozen by number: {@code orders.csv rows 12, 40 and 7 more}. */
    @Override
    public String toString() {
        String known = text;
        if (known == null) {
            known = told();
            text = known;
        }
        return known;
    }

    private String told() {
        if (rows.length == 0) {
            return source;
        }
        String shown =
                Arrays.stream(rows).limit(SHOWN).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        String more = rows.length > SHOWN ? " and " + (rows.length - SHOWN) + " more" : "";
        return source + (rows.length == 1 ? " row " : " rows ") + shown + more;
    }
}
