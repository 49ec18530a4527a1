package io.posture.io.mapping;

import io.posture.io.table.Cell;
import io.posture.io.table.TableRow;
import java.util.List;
import java.util.Optional;

/** One column of one group while its rows are read. Not thread-safe. */
final class Accumulator {

    private final Grouping.Aggregate how;
    private Cell value = Cell.UNKNOWN;
    private List<ValueOrder.Value> latest = List.of();
    private Optional<TableRow> deciding = Optional.empty();
    private int known;
    private double sum;
    private double lost;

    Accumulator(Grouping.Aggregate how) {
        this.how = how;
    }

    /**
     * Takes the cell of a row.
     *
     * @param cell the cell
     * @param position what says how late the row is
     * @param row the row
     */
    void add(Cell cell, List<ValueOrder.Value> position, TableRow row) {
        Optional<Object> content = cell instanceof Cell.Known found ? Optional.of(found.value()) : Optional.empty();
        if (content.isPresent()) {
            known++;
            if (content.get() instanceof Double number) {
                addNumber(number);
            }
        }
        if (replaces(content, position)) {
            value = cell;
            latest = position;
            deciding = Optional.of(row);
        }
    }

    /** How many rows had a value. */
    int known() {
        return known;
    }

    /** Sum of the known numbers. */
    double sum() {
        return sum + lost;
    }

    /** The row that decided the value; empty if all rows did, or none. */
    Optional<TableRow> deciding() {
        return deciding;
    }

    /**
     * The value of the record.
     *
     * @param whole sum of which a share is a part
     */
    Cell result(double whole) {
        return switch (how) {
            case FIRST, LATEST, LATEST_KNOWN, MIN, MAX, ANY -> value;
            case SUM -> known == 0 ? Cell.UNKNOWN : new Cell.Known(sum());
            case MEAN -> known == 0 ? Cell.UNKNOWN : new Cell.Known(sum() / known);
            case SHARE -> known == 0 || !(whole > 0) ? Cell.UNKNOWN : new Cell.Known(Math.min(1, sum() / whole));
        };
    }

    private boolean replaces(Optional<Object> content, List<ValueOrder.Value> position) {
        return switch (how) {
            case FIRST -> content.isPresent() && known == 1;
            case LATEST -> latest.isEmpty() || RowOrder.IN_TIME.compare(position, latest) >= 0;
            case LATEST_KNOWN ->
                content.isPresent() && (latest.isEmpty() || RowOrder.IN_TIME.compare(position, latest) >= 0);
            case MIN -> content.isPresent() && (known == 1 || compare(content.get()) < 0);
            case MAX -> content.isPresent() && (known == 1 || compare(content.get()) > 0);
            case ANY -> content.isPresent() && (known == 1 || content.get().equals(true));
            case SUM, MEAN, SHARE -> false;
        };
    }

    private int compare(Object candidate) {
        return value instanceof Cell.Known current ? compareValues(candidate, current.value()) : 1;
    }

    private static int compareValues(Object a, Object b) {
        if (a instanceof Double numberA && b instanceof Double numberB) {
            return Double.compare(numberA, numberB);
        }
        return a.toString().compareTo(b.toString());
    }

    /** Neumaier's compensated sum, which hardly depends on the order of rows. */
    private void addNumber(double number) {
        double next = sum + number;
        lost += Math.abs(sum) >= Math.abs(number) ? (sum - next) + number : (number - next) + sum;
        sum = next;
    }
}
