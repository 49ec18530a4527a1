package io.posture.io.mapping;

import io.posture.io.demand.DemandSink;
import io.posture.io.demand.PlainDemand;
import io.posture.io.input.InputFile;
import io.posture.io.input.Note;
import io.posture.io.input.Reject;
import io.posture.io.input.TableAccount;
import io.posture.io.source.ByteRows;
import io.posture.io.source.ByteRowsHandler;
import io.posture.io.source.RawRow;
import io.posture.io.source.ReadingProgress;
import io.posture.io.source.RowHandler;
import io.posture.io.source.SourceTable;
import io.posture.io.table.CellReader;
import io.posture.io.table.KeyedRows;
import io.posture.io.table.RejectLog;
import io.posture.io.table.Table;
import io.posture.io.table.TableRow;
import io.posture.io.table.TableSink;
import io.posture.io.table.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads one table from one or several files. Every row of a file ends as used, filtered by a named rule, rejected or merged, and
 * is counted with its file.
 */
public final class TableReading {

    private static final int TOLD_EVERY = 1 << 14;

    private final TableMapping mapping;
    private final DeclaredNotation notation;
    private final CellReader cells;
    private final LookupTables lookups;
    private final RejectLog rejects;
    private final TableSink sink;
    private final ReadingProgress progress;
    private final Optional<GroupCollector> groups;
    private final Optional<KeyedRows> keyed;

    /**
     * Prepares the reading.
     *
     * @param mapping how the table is made
     * @param notation how the files are written
     * @param cells reads typed values
     * @param lookups other files
     * @param rejects takes what is set aside
     * @param sink takes the rows of the table
     * @param progress is told how far the reading is
     */
    public TableReading(
            TableMapping mapping,
            DeclaredNotation notation,
            CellReader cells,
            LookupTables lookups,
            RejectLog rejects,
            TableSink sink,
            ReadingProgress progress) {
        this.mapping = mapping;
        this.notation = notation;
        this.cells = cells;
        this.lookups = lookups;
        this.rejects = rejects;
        this.sink = sink;
        this.progress = progress;
        this.groups = mapping.grouping().map(grouping -> new GroupCollector(mapping.table(), grouping));
        this.keyed =
                groups.isEmpty() && !mapping.table().key().isEmpty() ? Optional.of(new KeyedRows()) : Optional.empty();
    }

    /**
     * Reads the table.
     *
     * @param files the files, read one after the other
     * @param notes takes what a reader should know
     * @return what became of every row, file by file in the same order
     */
    public List<FileAccount> read(List<SourceTable> files, Consumer<Note> notes) {
        List<FileReading> readings = new ArrayList<>();
        for (SourceTable file : files) {
            Optional<TurnedTable> turned = mapping.periods().map(periods -> new TurnedTable(file, periods));
            FileReading reading = new FileReading(turned.isPresent() ? turned.get() : file, notes);
            reading.read(plain(file));
            reading.rowsOfFile = turned.map(TurnedTable::rowsOfFile).orElse(reading.rows);
            readings.add(reading);
        }
        groups.ifPresent(collector -> collector.finish(rejects, sink, notes));
        keyed.ifPresent(collector -> collector.finish(rejects, sink));
        return readings.stream().map(reading -> reading.account(notes)).toList();
    }

    /** The short way for rows of a canonical table of demand. */
    private Optional<PlainDemand> plain(SourceTable file) {
        return notation.canonical() && mapping.table() == Table.DEMAND && sink instanceof DemandSink demand
                ? PlainDemand.of(file, demand, cells)
                : Optional.empty();
    }

    /**
     * What became of the rows of one file.
     *
     * @param file the file
     * @param rowsOfFile its rows as they stand; where columns are turned into rows, fewer than were read
     * @param account what became of the rows that were read
     */
    public record FileAccount(InputFile file, long rowsOfFile, TableAccount account) {}

    /** The rows of one file. */
    private final class FileReading implements RowHandler {

        private final SourceTable csv;
        private final RowMapper mapper;
        private final Tally tally;
        private long rows;
        private long rowsOfFile;
        private long passed;

        FileReading(SourceTable csv, Consumer<Note> notes) {
            this.csv = csv;
            this.mapper = new RowMapper(mapping, csv, notation, cells, lookups, notes);
            this.tally = new Tally(ruleNames(mapping));
        }

        void read(Optional<PlainDemand> plain) {
            rows = csv.read(plain.isPresent() ? new ShortWay(plain.get(), this) : this);
        }

        private void tell(int more) {
            long before = passed;
            passed += more;
            if (before / TOLD_EVERY != passed / TOLD_EVERY) {
                progress.rows(csv.file().name(), passed, csv.share());
            }
        }

        @Override
        public void row(RawRow raw) {
            tell(1);
            RowOutcome outcome = mapper.map(raw);
            if (outcome instanceof RowOutcome.LeftOut leftOut) {
                tally.filtered(leftOut.rule().name(), 1);
                if (leftOut.rule().countsInShares()) {
                    groups.ifPresent(collector -> collector.addToWhole(mapper.mapLeftOut(raw)));
                }
            } else if (outcome instanceof RowOutcome.SetAside setAside) {
                tally.rejected(1);
                rejects.add(setAside.reject());
            } else if (outcome instanceof RowOutcome.Made made) {
                take(raw, made.row());
            }
        }

        @Override
        public void broken(Reject reject) {
            tally.rejected(1);
            rejects.add(reject);
        }

        @Override
        public void leftOut(String rule) {
            tally.filtered(rule, 1);
        }

        private void take(RawRow raw, TableRow row) {
            if (groups.isPresent()) {
                groups.get().add(row, mapper.order().position(raw), tally);
            } else if (keyed.isPresent()) {
                keyed.get().add(row, tally);
            } else {
                row.deliver(tally, rejects, sink);
            }
        }

        private FileAccount account(Consumer<Note> notes) {
            if (tally.mergedRows() > 0) {
                notes.accept(new Note(
                        Note.Code.MERGED,
                        csv.file().name() + ": rows that repeat another to the letter were merged with it",
                        tally.mergedRows()));
            }
            return new FileAccount(
                    csv.file(), rowsOfFile, tally.account(mapping.table().id(), rows));
        }
    }

    /** Rows that are taken as bytes, and the others. */
    private record ShortWay(PlainDemand plain, FileReading others) implements ByteRowsHandler {

        @Override
        public long take(ByteRows rows) {
            long taken = plain.take(rows);
            int count = Long.bitCount(taken);
            others.tally.used(count, count);
            others.tell(count);
            return taken;
        }

        @Override
        public void row(RawRow row) {
            others.row(row);
        }

        @Override
        public void broken(Reject reject) {
            others.broken(reject);
        }

        @Override
        public void leftOut(String rule) {
            others.leftOut(rule);
        }
    }

    private static List<String> ruleNames(TableMapping mapping) {
        List<String> names = new ArrayList<>();
        mapping.filters().forEach(filter -> names.add(filter.name()));
        mapping.grouping().flatMap(Grouping::minimum).ifPresent(minimum -> names.add(minimum.rule()));
        return names;
    }
}
