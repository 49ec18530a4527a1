package io.posture.io;

import io.posture.io.csv.CsvTable;
import io.posture.io.input.InputException;
import io.posture.io.input.InputFile;
import io.posture.io.input.Note;
import io.posture.io.input.Reject;
import io.posture.io.input.RejectCode;
import io.posture.io.input.RejectWriter;
import io.posture.io.input.TableAccount;
import io.posture.io.source.RawRow;
import io.posture.io.source.RowHandler;
import io.posture.io.source.SourceTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rows that were set aside and have been put right: a {@code rejects.csv} whose column {@code raw} was edited. Each takes the
 * place of the row that it was, on the line that it was on, so that nothing counts twice and nothing is lost.
 */
final class Repairs {

    /** Rule of the account for rows that nobody changed. */
    private static final String UNCHANGED = "not changed";

    private final List<CsvTable> files;
    private final List<Row> rows;
    private final Set<Row> changed = new HashSet<>();

    /**
     * A row of the file of repairs.
     *
     * @param file that file
     * @param at its own line
     * @param table name of the file that it belongs to
     * @param line its line there
     * @param value the cell that was refused
     * @param raw the row as it is to be read
     */
    private record Row(CsvTable file, int at, String table, int line, String value, String raw) {}

    private Repairs(List<CsvTable> files, List<Row> rows) {
        this.files = List.copyOf(files);
        this.rows = List.copyOf(rows);
    }

    /**
     * Reads files of repairs.
     *
     * @throws InputException if one is not what a run wrote as rejects.csv
     */
    static Repairs of(List<InputFile> inputs) {
        List<CsvTable> files = inputs.stream().map(CsvTable::open).toList();
        List<Row> rows = new ArrayList<>();
        files.forEach(file -> rows.addAll(rows(file)));
        return new Repairs(files, rows);
    }

    private static List<Row> rows(CsvTable csv) {
        int table = csv.requiredIndexOf("file");
        int sheet = csv.requiredIndexOf("sheet");
        int line = csv.requiredIndexOf("line");
        int value = csv.requiredIndexOf("value");
        int raw = csv.requiredIndexOf("raw");
        List<Row> rows = new ArrayList<>();
        csv.read(new RowHandler() {
            @Override
            public void row(RawRow row) {
                rows.add(new Row(
                        csv,
                        row.line(),
                        name(RejectWriter.unsafe(row.cell(table)), RejectWriter.unsafe(row.cell(sheet))),
                        number(csv.file(), row, line),
                        RejectWriter.unsafe(row.cell(value)),
                        RejectWriter.unsafe(row.cell(raw))));
            }

            @Override
            public void broken(Reject reject) {
                throw new InputException(reject.text()
                        .replace(" Row set aside in rejects.csv.", " No repair was taken from this file."));
            }
        });
        return rows;
    }

    /** Name of a table as messages show it. */
    private static String name(String file, String sheet) {
        return sheet.isEmpty() ? file : file + "[" + sheet + "]";
    }

    private static int number(InputFile input, RawRow row, int column) {
        try {
            return Integer.parseInt(row.cell(column).strip());
        } catch (NumberFormatException none) {
            throw new InputException(
                    input.name() + ":" + row.line() + ":" + (column + 1) + " line \"" + row.cell(column)
                            + "\" is not a line number. Edit the column raw only; line says which row it takes the place of.",
                    none);
        }
    }

    /** The files of repairs. */
    List<CsvTable> files() {
        return files;
    }

    /**
     * Makes sure that every repair belongs to one of the tables of this run.
     *
     * @throws InputException if one does not
     */
    void requireTables(List<String> names) {
        for (Row row : rows) {
            if (!names.contains(row.table)) {
                throw new InputException(place(row) + " repairs a row of " + row.table
                        + ", which is none of the files of this run: " + names
                        + ". Name the files that the rejects come from.");
            }
        }
    }

    /** What became of the repairs of a file, once the tables are read. */
    TableAccount account(CsvTable file) {
        long read = rows.stream().filter(row -> row.file == file).count();
        long used = changed.stream().filter(row -> row.file == file).count();
        return new TableAccount("repairs", read, used, Map.of(UNCHANGED, read - used), 0, 0, used);
    }

    private static String place(Row row) {
        return row.file.file().name() + ":" + row.at;
    }

    /** A table with its rows repaired; the table itself if no repair is for it. */
    SourceTable on(SourceTable table) {
        Map<Integer, List<Row>> byLine = new HashMap<>();
        for (Row row : rows) {
            if (row.table.equals(table.file().name())) {
                byLine.computeIfAbsent(row.line, first -> new ArrayList<>()).add(row);
            }
        }
        return byLine.isEmpty() ? table : new Repaired(table, byLine);
    }

    /** A table some of whose rows are others. */
    private final class Repaired implements SourceTable {

        private final SourceTable table;
        private final Map<Integer, List<Row>> byLine;

        Repaired(SourceTable table, Map<Integer, List<Row>> byLine) {
            this.table = table;
            this.byLine = byLine;
        }

        @Override
        public InputFile file() {
            return table.file();
        }

        @Override
        public List<String> header() {
            return table.header();
        }

        @Override
        public long bytes() {
            return table.bytes();
        }

        @Override
        public String sha256() {
            return table.sha256();
        }

        @Override
        public void hashAhead() {
            table.hashAhead();
        }

        @Override
        public String encoding() {
            return table.encoding();
        }

        @Override
        public boolean encodingCertain() {
            return table.encodingCertain();
        }

        @Override
        public List<Note> notes() {
            return table.notes();
        }

        @Override
        public char delimiter() {
            return table.delimiter();
        }

        @Override
        public long read(RowHandler handler) {
            Set<Integer> left = new HashSet<>(byLine.keySet());
            long count = table.read(new RowHandler() {
                @Override
                public void row(RawRow row) {
                    List<Row> repairs = byLine.getOrDefault(row.line(), List.of());
                    if (!repairs.isEmpty() && changes(repairs, row.text())) {
                        deliver(repairs, row.text(), handler);
                    } else {
                        handler.row(row);
                    }
                    left.remove(row.line());
                }

                @Override
                public void leftOut(String rule) {
                    handler.leftOut(rule);
                }

                @Override
                public void broken(Reject reject) {
                    List<Row> repairs = byLine.getOrDefault(reject.line(), List.of());
                    if (!repairs.isEmpty() && changes(repairs, reject.raw())) {
                        deliver(repairs, reject.raw(), handler);
                    } else {
                        handler.broken(reject);
                    }
                    left.remove(reject.line());
                }
            });
            for (int line : left) {
                Row repair = byLine.getOrDefault(line, List.of()).get(0);
                throw new InputException(place(repair) + " repairs line " + line + " of "
                        + table.file().name()
                        + ", on which no row begins. Maybe the file has changed since it was read;"
                        + " run again and repair the new rejects.csv.");
            }
            return count;
        }

        private boolean changes(List<Row> repairs, String original) {
            return repairs.stream().anyMatch(row -> !row.raw.equals(original));
        }

        private void deliver(List<Row> repairs, String original, RowHandler handler) {
            List<Row> better =
                    repairs.stream().filter(row -> !row.raw.equals(original)).toList();
            Row repair = better.get(0);
            if (!original.contains(repair.value)) {
                throw new InputException(place(repair) + " repairs line " + repair.line + " of "
                        + table.file().name()
                        + ", but \"" + repair.value
                        + "\" no longer stands there. Maybe the file has changed since it was read: then run"
                        + " again and repair the new rejects.csv. Edit the column raw only.");
            }
            for (Row other : better) {
                if (!other.raw.equals(repair.raw)) {
                    throw new InputException(place(repair) + " and " + place(other) + " repair line " + repair.line
                            + " of " + table.file().name() + " in two ways. Keep one.");
                }
            }
            changed.addAll(better);
            List<String> cells = CsvTable.cells(repair.raw, table.delimiter());
            if (cells.size() == header().size()) {
                handler.row(new RawRow(repair.line, table.delimiter(), cells.toArray(String[]::new)));
            } else {
                RejectCode code = cells.size() < header().size() ? RejectCode.TOO_FEW_CELLS : RejectCode.TOO_MANY_CELLS;
                handler.broken(new Reject(
                        table.file().name(),
                        table.file().part(),
                        repair.line,
                        Math.min(cells.size(), header().size()) + 1,
                        code,
                        "",
                        "the repaired row has " + cells.size() + " cells, the header has " + header().size(),
                        code.remedy(),
                        repair.raw));
            }
        }
    }
}
