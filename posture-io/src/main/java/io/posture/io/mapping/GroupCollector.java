package io.posture.io.mapping;

import io.posture.io.input.Note;
import io.posture.io.source.RawRow;
import io.posture.io.table.Cell;
import io.posture.io.table.Column;
import io.posture.io.table.Presence;
import io.posture.io.table.Provenance;
import io.posture.io.table.RejectLog;
import io.posture.io.table.Table;
import io.posture.io.table.TableRow;
import io.posture.io.table.TableSink;
import io.posture.io.table.Tally;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Puts rows together into records. Not thread-safe. */
final class GroupCollector {

    private static final int KEYS_SHOWN = 20;

    private final Table table;
    private final Grouping grouping;
    private final RowOrder order;
    private final Provenance provenance;
    private final Map<List<Cell>, Group> groups = new LinkedHashMap<>();
    private final Map<List<Cell>, Accumulator> wholes = new HashMap<>();
    private final Map<String, List<String>> leftOut = new LinkedHashMap<>();

    /** Rows of one record so far. */
    private static final class Group {

        private final RawRow first;
        private final TableRow row;
        private final Map<String, Accumulator> columns = new LinkedHashMap<>();
        private int rows;

        Group(RawRow first, TableRow row) {
            this.first = first;
            this.row = row;
        }
    }

    GroupCollector(Table table, Grouping grouping, RowOrder order, Provenance provenance) {
        this.table = table;
        this.grouping = grouping;
        this.order = order;
        this.provenance = provenance;
    }

    /** Adds a row to its record. */
    void add(RawRow raw, TableRow row) {
        Group group = groups.computeIfAbsent(cells(row, grouping.by()), key -> newGroup(raw, row));
        List<String> position = order.position(raw);
        group.columns.forEach((column, accumulator) -> accumulator.add(row.cell(column), position, raw.line()));
        group.rows++;
        addToWhole(row);
    }

    /** Adds a row that is in no record to the whole of which shares are parts. */
    void addToWhole(TableRow row) {
        shareColumn()
                .ifPresent(column -> wholes.computeIfAbsent(
                                cells(row, grouping.shareWithin()),
                                key -> new Accumulator(Grouping.Aggregate.SUM, order))
                        .add(row.cell(column), List.of(), row.line()));
    }

    /** Hands the records on in the order of their first rows, and counts the rows behind them. */
    void finish(Tally tally, RejectLog rejects, TableSink next, Consumer<Note> notes) {
        for (Group group : groups.values()) {
            TableRow record = toRecord(group);
            Optional<String> rule = ruleAgainst(group, record);
            if (rule.isPresent()) {
                tally.filtered(rule.get(), group.rows);
                leftOut.computeIfAbsent(rule.get(), name -> new ArrayList<>())
                        .add(String.join(
                                " / ", grouping.by().stream().map(record::text).toList()));
            } else {
                record.deliver(tally, rejects, next);
            }
        }
        leftOut.forEach((rule, keys) -> notes.accept(new Note(
                Note.Code.GROUPS_LEFT_OUT,
                table.id() + ": " + keys.size() + " left out by '" + rule + "': " + shown(keys),
                keys.size())));
    }

    private Group newGroup(RawRow raw, TableRow row) {
        Group group = new Group(raw, row);
        grouping.aggregates().forEach((column, how) -> group.columns.put(column, new Accumulator(how, order)));
        return group;
    }

    private TableRow toRecord(Group group) {
        TableRow.Values values = new TableRow.Values(table);
        grouping.by().forEach(column -> values.set(column, group.row.cell(column)));
        Accumulator whole = wholes.get(cells(group.row, grouping.shareWithin()));
        double wholeSum = whole == null ? 0 : whole.sum();
        group.columns.forEach((column, accumulator) -> values.set(column, accumulator.result(wholeSum)));
        int[] deciding = group.columns.values().stream()
                .mapToInt(Accumulator::line)
                .filter(line -> line > 0)
                .distinct()
                .toArray();
        int[] lines = deciding.length > 0 ? deciding : new int[] {group.first.line()};
        return values.toRow(provenance, group.first, group.rows, lines);
    }

    private Optional<String> ruleAgainst(Group group, TableRow record) {
        Optional<String> tooFew = grouping.minimum()
                .filter(minimum -> knownIn(group, minimum.column()) < minimum.values())
                .map(Grouping.Minimum::rule);
        if (tooFew.isPresent()) {
            return tooFew;
        }
        return table.columns().stream()
                .filter(column -> column.presence() == Presence.EVERY_CELL)
                .map(Column::name)
                .filter(column -> record.cell(column) instanceof Cell.Unknown)
                .findFirst()
                .map(column -> "no-" + column);
    }

    private static int knownIn(Group group, String column) {
        Accumulator accumulator = group.columns.get(column);
        return accumulator == null ? 0 : accumulator.known();
    }

    private Optional<String> shareColumn() {
        return grouping.aggregates().entrySet().stream()
                .filter(entry -> entry.getValue() == Grouping.Aggregate.SHARE)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static List<Cell> cells(TableRow row, List<String> columns) {
        return columns.stream().map(row::cell).toList();
    }

    private static String shown(List<String> keys) {
        String shown = String.join(", ", keys.subList(0, Math.min(KEYS_SHOWN, keys.size())));
        return keys.size() > KEYS_SHOWN ? shown + " and " + (keys.size() - KEYS_SHOWN) + " more" : shown;
    }
}
