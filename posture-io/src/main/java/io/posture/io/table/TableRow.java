package io.posture.io.table;

import io.posture.io.input.Reject;
import io.posture.io.input.RejectCode;
import io.posture.io.source.RawRow;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A typed row of a canonical table, with the rows of the file that stand behind it. Immutable. */
public final class TableRow {

    private final Table table;
    private final Provenance provenance;
    private final RawRow first;
    private final int rows;
    private final int[] lines;
    private final @Nullable Object[] values;

    private TableRow(
            Table table, Provenance provenance, RawRow first, int rows, int[] lines, @Nullable Object[] values) {
        this.table = table;
        this.provenance = provenance;
        this.first = first;
        this.rows = rows;
        this.lines = lines;
        this.values = values;
    }

    /** Values of a row while it is made, by column; a column that is not set is unknown. */
    public static final class Values {

        private final Table table;
        private final @Nullable Object[] values;

        /** All columns unknown, or what stands in for unknown. */
        public Values(Table table) {
            this.table = table;
            this.values = table.standIns();
        }

        /** Sets a column; an unknown cell leaves what stands in for it. */
        public void set(String column, Cell cell) {
            if (cell instanceof Cell.Known known) {
                values[table.indexOf(column)] = known.value();
            }
        }

        private @Nullable Object[] toArray() {
            return values.clone();
        }

        /** The row that one row of a file has become. */
        public TableRow toRow(Provenance provenance, RawRow raw) {
            return new TableRow(table, provenance, raw, 1, new int[] {raw.line()}, toArray());
        }

        /**
         * The row that several rows of one or several files have become together.
         *
         * @param deciding those that decided its values, at least one; those in the file of the first are named
         * @param rows how many rows there were
         */
        public TableRow toRow(List<TableRow> deciding, int rows) {
            TableRow named = deciding.get(0);
            int[] lines = deciding.stream()
                    .filter(row -> row.provenance.equals(named.provenance))
                    .mapToInt(TableRow::line)
                    .distinct()
                    .sorted()
                    .toArray();
            return new TableRow(table, named.provenance, named.first, rows, lines, toArray());
        }
    }

    /** The table. */
    public Table table() {
        return table;
    }

    /** Name of the file. */
    public String file() {
        return provenance.file();
    }

    /** Physical line of the first row of the file behind this one. */
    public int line() {
        return first.line();
    }

    /** Physical lines of the rows that decided its values, ascending. */
    public int[] lines() {
        return lines.clone();
    }

    /** How many rows of the file stand behind it. */
    public int rows() {
        return rows;
    }

    /** A text or choice; empty if unknown. */
    public String text(String column) {
        return value(column) instanceof String text ? text : "";
    }

    /** A number. */
    public OptionalDouble number(String column) {
        return value(column) instanceof Double number ? OptionalDouble.of(number) : OptionalDouble.empty();
    }

    /** A date. */
    public Optional<LocalDate> date(String column) {
        return value(column) instanceof LocalDate date ? Optional.of(date) : Optional.empty();
    }

    /** A flag; false if unknown. */
    public boolean flag(String column) {
        return value(column) instanceof Boolean flag && flag;
    }

    /** The value of a column as a cell. */
    public Cell cell(String column) {
        Object value = value(column);
        return value == null ? Cell.UNKNOWN : new Cell.Known(value);
    }

    /** The cells of the table's key. */
    public List<Cell> key() {
        return table.key().stream().map(this::cell).toList();
    }

    /** The first column in which another row of the table differs; empty if none does. */
    public Optional<String> firstDifference(TableRow other) {
        int at = Arrays.mismatch(values, other.values);
        return at < 0 ? Optional.empty() : Optional.of(table.columns().get(at).name());
    }

    /** Sets the row aside because of one of its cells. */
    public Reject reject(String column, RejectCode code, String what, String fix) {
        return provenance.reject(first, column, code, what, fix);
    }

    /** Hands the row of a file to a table, and counts and logs what the table did with it. */
    public void deliver(Tally tally, RejectLog rejects, TableSink sink) {
        Disposition disposition = sink.accept(this);
        if (disposition instanceof Disposition.Filtered filtered) {
            tally.filtered(filtered.rule(), rows);
        } else if (disposition instanceof Disposition.Rejected rejected) {
            tally.rejected(rows);
            rejects.add(rejected.reject());
        } else {
            tally.used(rows);
        }
    }

    /** Hands the record of several rows to a table, and counts and logs what the table did with it. */
    public void deliver(RowTallies behind, RejectLog rejects, TableSink sink) {
        Disposition disposition = sink.accept(this);
        if (disposition instanceof Disposition.Filtered filtered) {
            behind.filtered(filtered.rule());
        } else if (disposition instanceof Disposition.Rejected rejected) {
            behind.rejected();
            rejects.add(rejected.reject());
        } else {
            behind.used();
        }
    }

    private @Nullable Object value(String column) {
        return values[table.indexOf(column)];
    }
}
