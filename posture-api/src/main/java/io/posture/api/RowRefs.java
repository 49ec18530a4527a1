package io.posture.api;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of one input table that a value was read from, in one file or several. Immutable. */
public final class RowRefs implements Serializable {

    private static final long serialVersionUID = 1;
    private static final int SHOWN = 12;

    /** No rows: the value does not come from a file. */
    public static final RowRefs NONE = new RowRefs("", new int[0], new RowRefs[0]);

    private final String source;
    private final int[] rows;

    /** The rows in further files. */
    private final RowRefs[] beside;

    /** The text, once it was asked for: every input of an item's reason tree shows it. */
    private transient @Nullable String text;

    private RowRefs(String source, int[] rows, RowRefs[] beside) {
        this.source = source;
        this.rows = rows;
        this.beside = beside;
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
        return new RowRefs(source, sorted, new RowRefs[0]);
    }

    /** Rows of several sources together, those of one source as one; sources without rows count only if no other has any. */
    public static RowRefs joined(List<RowRefs> parts) {
        Map<String, int[]> bySource = new LinkedHashMap<>();
        for (RowRefs part : parts) {
            part.forEachFile((file, numbers) -> bySource.merge(file, numbers, RowRefs::concatenated));
        }
        List<RowRefs> files = new ArrayList<>();
        bySource.forEach((file, numbers) -> {
            if (numbers.length > 0) {
                files.add(of(file, numbers));
            }
        });
        if (files.isEmpty()) {
            return parts.isEmpty() ? NONE : parts.get(0);
        }
        RowRefs first = files.get(0);
        return new RowRefs(
                first.source, first.rows, files.subList(1, files.size()).toArray(RowRefs[]::new));
    }

    private void forEachFile(BiConsumer<String, int[]> action) {
        action.accept(source, rows);
        for (RowRefs other : beside) {
            action.accept(other.source, other.rows);
        }
    }

    private static int[] concatenated(int[] a, int[] b) {
        int[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    /** Name of the file or table, of the first if there are several; empty if none. */
    public String source() {
        return source;
    }

    /** How many rows in all files. */
    public int count() {
        int count = rows.length;
        for (RowRefs other : beside) {
            count += other.rows.length;
        }
        return count;
    }

    /**
     * A row of a file.
     *
     * @param file name of the file or table
     * @param number row number as an editor shows it, 1-based, header included
     */
    public record Row(String file, int number) {}

    /** All rows, file by file, ascending in each. */
    public List<Row> all() {
        List<Row> all = new ArrayList<>(count());
        forEachFile((file, numbers) -> {
            for (int number : numbers) {
                all.add(new Row(file, number));
            }
        });
        return all;
    }

    /**
     * Source and rows for a reader, the first dozen of a file by number: {@code orders.csv rows 12, 40 and 7 more}; files apart by
     * a semicolon.
     */
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
        StringBuilder all = new StringBuilder(toldAlone());
        for (RowRefs other : beside) {
            all.append("; ").append(other.toldAlone());
        }
        return all.toString();
    }

    private String toldAlone() {
        if (rows.length == 0) {
            return source;
        }
        String shown =
                Arrays.stream(rows).limit(SHOWN).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        String more = rows.length > SHOWN ? " and " + (rows.length - SHOWN) + " more" : "";
        return source + (rows.length == 1 ? " row " : " rows ") + shown + more;
    }
}
