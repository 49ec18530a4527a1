package io.posture.io.mapping;

import io.posture.io.input.InputException;
import io.posture.io.input.InputFile;
import io.posture.io.input.Note;
import io.posture.io.input.Reject;
import io.posture.io.source.RawRow;
import io.posture.io.source.RowHandler;
import io.posture.io.source.SourceTable;
import java.util.ArrayList;
import java.util.List;

/** A table with a column per period, read as a table with a row per period. Not thread-safe. */
final class TurnedTable implements SourceTable {

    private final SourceTable wide;
    private final List<Integer> kept = new ArrayList<>();
    private final List<Integer> periods = new ArrayList<>();
    private final List<String> header = new ArrayList<>();
    private long rowsOfFile;

    /**
     * Turns a table.
     *
     * @throws InputException if it has no column of a period, or calls another one as this table calls its own
     */
    TurnedTable(SourceTable wide, PeriodColumns turning) {
        this.wide = wide;
        for (int i = 0; i < wide.header().size(); i++) {
            String name = wide.header().get(i);
            boolean period = turning.columns().matcher(new BoundedText(name)).matches();
            (period ? periods : kept).add(i);
            if (!period) {
                header.add(name);
            }
        }
        if (periods.isEmpty()) {
            throw new InputException(wide.file().name() + " has no column of a period: none matches "
                    + turning.columns() + ". Columns found: " + wide.header() + ".");
        }
        for (String own : List.of(PeriodColumns.PERIOD, PeriodColumns.VALUE)) {
            if (wide.indexOf(own) >= 0) {
                throw new InputException(wide.file().name() + " has a column '" + own
                        + "', which is what a column per period is turned into. Maybe rename it.");
            }
            header.add(own);
        }
    }

    @Override
    public InputFile file() {
        return wide.file();
    }

    @Override
    public List<String> header() {
        return List.copyOf(header);
    }

    @Override
    public long bytes() {
        return wide.bytes();
    }

    @Override
    public String sha256() {
        return wide.sha256();
    }

    @Override
    public void hashAhead() {
        wide.hashAhead();
    }

    @Override
    public String encoding() {
        return wide.encoding();
    }

    @Override
    public boolean encodingCertain() {
        return wide.encodingCertain();
    }

    @Override
    public List<Note> notes() {
        return wide.notes();
    }

    @Override
    public char delimiter() {
        return wide.delimiter();
    }

    /** Reads all rows; a row of the file that is broken counts as one. */
    @Override
    public long read(RowHandler handler) {
        long[] rows = {0};
        rowsOfFile = wide.read(new RowHandler() {
            @Override
            public void row(RawRow row) {
                rows[0] += periods.size();
                turn(row, handler);
            }

            @Override
            public void leftOut(String rule) {
                rows[0]++;
                handler.leftOut(rule);
            }

            @Override
            public void broken(Reject reject) {
                rows[0]++;
                handler.broken(reject);
            }
        });
        return rows[0];
    }

    /** Rows of the file itself, as the last reading found them. */
    long rowsOfFile() {
        return rowsOfFile;
    }

    private void turn(RawRow row, RowHandler handler) {
        for (int period : periods) {
            String[] cells = new String[header.size()];
            int[] columns = new int[header.size()];
            int at = 0;
            for (int index : kept) {
                cells[at] = row.cell(index);
                columns[at++] = index;
            }
            cells[at] = wide.header().get(period);
            columns[at++] = period;
            cells[at] = row.cell(period);
            columns[at] = period;
            handler.row(row.turned(columns, cells));
        }
    }
}
