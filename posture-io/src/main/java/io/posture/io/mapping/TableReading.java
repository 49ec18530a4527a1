package io.posture.io.mapping;

import io.posture.io.input.Note;
import io.posture.io.input.Reject;
import io.posture.io.input.TableAccount;
import io.posture.io.source.RawRow;
import io.posture.io.source.RowHandler;
import io.posture.io.source.SourceTable;
import io.posture.io.table.CellReader;
import io.posture.io.table.KeyedRows;
import io.posture.io.table.Notation;
import io.posture.io.table.RejectLog;
import io.posture.io.table.TableRow;
import io.posture.io.table.TableSink;
import io.posture.io.table.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads one table from one file. Every row of the file ends as used, filtered by a named rule, rejected or merged. */
public final class TableReading implements RowHandler {

    private final TableMapping mapping;
    private final SourceTable csv;
    private final RowMapper mapper;
    private final RejectLog rejects;
    private final TableSink sink;
    private final Tally tally;
    private final Optional<GroupCollector> groups;
    private final Optional<KeyedRows> keyed;

    /**
     * Prepares the reading.
     *
     * @param mapping how the table is made
     * @param csv the file
     * @param notation how the file is written
     * @param cells reads typed values
     * @param lookups other files
     * @param rejects takes what is set aside
     * @param sink takes the rows of the table
     */
    public TableReading(
            TableMapping mapping,
            SourceTable csv,
            Notation notation,
            CellReader cells,
            LookupTables lookups,
            RejectLog rejects,
            TableSink sink) {
        this.mapping = mapping;
        this.csv = csv;
        this.mapper = new RowMapper(mapping, csv, notation, cells, lookups);
        this.rejects = rejects;
        this.sink = sink;
        this.tally = new Tally(ruleNames(mapping));
        this.groups = mapping.grouping()
                .map(grouping -> new GroupCollector(
                        mapping.table(),
                        grouping,
                        new RowOrder(csv, grouping.latestBy(), notation),
                        mapper.provenance()));
        this.keyed =
                groups.isEmpty() && !mapping.table().key().isEmpty() ? Optional.of(new KeyedRows()) : Optional.empty();
    }

    /**
     * Reads the table.
     *
     * @param notes takes what a reader should know
     * @return what became of every row
     */
    public TableAccount read(Consumer<Note> notes) {
        long rows = csv.read(this);
        groups.ifPresent(collector -> collector.finish(tally, rejects, sink, notes));
        keyed.ifPresent(collector -> collector.finish(tally, rejects, sink));
        if (tally.mergedRows() > 0) {
            notes.accept(new Note(
                    Note.Code.MERGED,
                    csv.file().name() + ": rows that repeat another to the letter were merged with it",
                    tally.mergedRows()));
        }
        return tally.account(mapping.table().id(), rows);
    }

    @Override
    public void row(RawRow raw) {
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
            groups.get().add(raw, row);
        } else if (keyed.isPresent()) {
            keyed.get().add(row);
        } else {
            row.deliver(tally, rejects, sink);
        }
    }

    private static List<String> ruleNames(TableMapping mapping) {
        List<String> names = new ArrayList<>();
        mapping.filters().forEach(filter -> names.add(filter.name()));
        mapping.grouping().flatMap(Grouping::minimum).ifPresent(minimum -> names.add(minimum.rule()));
        return names;
    }
}
