package io.posture.io.mapping;

import io.posture.io.input.Note;
import io.posture.io.table.Cell;
import io.posture.io.table.Column;
import io.posture.io.table.Presence;
import io.posture.io.table.RejectLog;
import io.posture.io.table.RowTallies;
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
    private final Map<List<Cell>, Group> groups = new LinkedHashMap<>();
    private final Map<List<Cell>, Accumulator> wholes = new HashMap<>();
    private final Map<String, List<String>> leftOut = new LinkedHashMap<>();

    /** Rows of one record so far. */
    private static final class Group {

        private final TableRow first;
        private final Map<String, Accumulator> columns = new LinkedHashMap<>();
        private final RowTallies rows = new RowTallies();

        Group(TableRow first) {
            this.first = first;
        }
    }

    GroupCollector(Table table, Grouping grouping) {
        this.table = table;
        this.grouping = grouping;
    }

    /**
     * Adds a row to its record.
     *
     * @param position what says how late it is
     * @param tally counts the rows of its file
     */
    void add(TableRow row, List<ValueOrder.Value> position, Tally tally) {
        Group group = groups.computeIfAbsent(cells(row, grouping.by()), key -> newGroup(row));
        group.columns.forEach((column, accumulator) -> accumulator.add(row.cell(column), position, row));
        group.rows.add(tally);
        addToWhole(row);
    }

    /** Adds a row that is in no record to the whole of which shares are parts. */
    void addToWhole(TableRow row) {
        shareColumn()
                .ifPresent(column -> wholes.computeIfAbsent(
                                cells(row, grouping.shareWithin()), key -> new Accumulator(Grouping.Aggregate.SUM))
                        .add(row.cell(column), List.of(), row));
    }

    /** Hands the records on in the order of their first rows, and counts the rows behind them. */
    void finish(RejectLog rejects, TableSink next, Consumer<Note> notes) {
        for (Group group : groups.values()) {
            TableRow record = toRecord(group);
            Optional<String> rule = ruleAgainst(group, record);
            if (rule.isPresent()) {
                group.rows.filtered(rule.get());
                leftOut.computeIfAbsent(rule.get(), name -> new ArrayList<>())
                        .add(String.join(
                                " / ", grouping.by().stream().map(record::text).toList()));
            } else {
                record.deliver(group.rows, rejects, next);
            }
        }
        leftOut.forEach((rule, keys) -> notes.accept(new Note(
                Note.Code.GROUPS_LEFT_OUT,
                table.id() + ": " + keys.size() + " left out by '" + rule + "': " + shown(keys),
                keys.size())));
    }

    private Group newGroup(TableRow row) {
        Group group = new Group(row);
        grouping.aggregates().forEach((column, how) -> group.columns.put(column, new Accumulator(how)));
        return group;
    }

    private TableRow toRecord(Group group) {
        TableRow.Values values = new TableRow.Values(table);
        grouping.by().forEach(column -> values.set(column, group.first.cell(column)));
        Accumulator whole = wholes.get(cells(group.first, grouping.shareWithin()));
        double wholeSum = whole == null ? 0 : whole.sum();
        group.columns.forEach((column, accumulator) -> values.set(column, accumulator.result(wholeSum)));
        List<TableRow> deciding = group.columns.values().stream()
                .flatMap(accumulator -> accumulator.deciding().stream())
                .toList();
        return values.toRow(deciding.isEmpty() ? List.of(group.first) : deciding, group.rows.rows());
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
