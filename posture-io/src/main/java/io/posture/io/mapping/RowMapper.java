package io.posture.io.mapping;

import io.posture.io.input.Note;
import io.posture.io.source.RawRow;
import io.posture.io.source.SourceTable;
import io.posture.io.table.Cell;
import io.posture.io.table.CellReader;
import io.posture.io.table.Column;
import io.posture.io.table.Provenance;
import io.posture.io.table.Table;
import io.posture.io.table.TableRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A table's mapping, bound to one file: from a row of the file to a typed row of the table. */
final class RowMapper {

    private final Table table;
    private final List<BoundFilter> filters = new ArrayList<>();
    private final List<ColumnStep> steps;
    private final RowOrder order;
    private final CellReader cells;
    private final Provenance provenance;

    /**
     * Binds a mapping; reads the file where the mapping leaves open how it is written.
     *
     * @param notes takes what was decided then
     */
    RowMapper(
            TableMapping mapping,
            SourceTable csv,
            DeclaredNotation notation,
            CellReader cells,
            LookupTables lookups,
            Consumer<Note> notes) {
        this.table = mapping.table();
        this.cells = cells;
        for (RowFilter rule : mapping.filters()) {
            filters.add(new BoundFilter(rule, csv, notation));
        }
        List<ColumnStep> bound = new ArrayList<>();
        for (ColumnRule rule : mapping.columns()) {
            bound.add(new ColumnStep(rule, needed(rule.target(), mapping), csv, lookups));
        }
        List<String> latestBy = mapping.grouping().map(Grouping::latestBy).orElse(List.of());
        Conventions.Decided decided =
                new Conventions(csv, table.id()).decide(bound, latestBy, notation, filters, notes);
        this.steps = decided.steps();
        this.order = decided.order();
        this.provenance = new Provenance(csv.file().name(), csv.file().part(), fileColumns(csv));
    }

    /** Which rows are later. */
    RowOrder order() {
        return order;
    }

    /** The table's row, or why there is none. */
    RowOutcome map(RawRow row) {
        for (BoundFilter filter : filters) {
            if (filter.leavesOut(row)) {
                return new RowOutcome.LeftOut(filter.rule());
            }
        }
        Map<String, String> texts = ColumnStep.noTexts();
        TableRow.Values values = new TableRow.Values(table);
        for (ColumnStep step : steps) {
            Cell cell = step.cell(row, texts, cells);
            if (cell instanceof Cell.Bad bad) {
                return new RowOutcome.SetAside(provenance.reject(row, step.name(), bad.code(), bad.what(), bad.fix()));
            }
            values.set(step.name(), cell);
        }
        return new RowOutcome.Made(values.toRow(provenance, row));
    }

    /** What a row that was left out has to say about shares: its known cells, bad ones being unknown. */
    TableRow mapLeftOut(RawRow row) {
        Map<String, String> texts = ColumnStep.noTexts();
        TableRow.Values values = new TableRow.Values(table);
        for (ColumnStep step : steps) {
            values.set(step.name(), step.cell(row, texts, cells));
        }
        return values.toRow(provenance, row);
    }

    /** Columns that are put together from several rows may lack a value in some of them. */
    private static Column needed(Column target, TableMapping mapping) {
        if (mapping.grouping().isEmpty()) {
            return target;
        }
        Grouping.Aggregate how = mapping.grouping().get().aggregates().get(target.name());
        if (how == Grouping.Aggregate.SHARE || how == Grouping.Aggregate.SUM) {
            return target.asWeight();
        }
        return how == null ? target : target.whereKnown();
    }

    private Map<String, Provenance.FileColumn> fileColumns(SourceTable csv) {
        Map<String, Provenance.FileColumn> columns = new HashMap<>();
        for (ColumnStep step : steps) {
            if (step.fileIndex() >= 0) {
                columns.put(
                        step.name(),
                        new Provenance.FileColumn(step.fileIndex(), csv.header().get(step.fileIndex())));
            } else if (columns.containsKey(step.otherColumn())) {
                columns.put(step.name(), columns.get(step.otherColumn()));
            }
        }
        return columns;
    }
}
