package io.posture.io.mapping;

import io.posture.io.table.DatePattern;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Order of a column's cells by what they mean: texts, then numbers, then dates. */
final class ValueOrder {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?");
    private static final int TEXT = 0;
    private static final int A_NUMBER = 1;
    private static final int A_DATE = 2;

    private final List<DatePattern> dates;

    /**
     * An order.
     *
     * @param dates patterns of its dates; none if its cells are no dates
     */
    ValueOrder(List<DatePattern> dates) {
        this.dates = List.copyOf(dates);
    }

    /**
     * What a cell means.
     *
     * @param kind 0 for a text, 1 for a number, 2 for a date
     * @param number the number, or the day of the date
     * @param text the text; empty unless it is one
     */
    record Value(int kind, double number, String text) implements Comparable<Value> {

        @Override
        public int compareTo(Value other) {
            if (kind != other.kind) {
                return Integer.compare(kind, other.kind);
            }
            return kind == TEXT ? text.compareTo(other.text) : Double.compare(number, other.number);
        }
    }

    /** The meaning of a cell. */
    Value value(String cell) {
        Optional<LocalDate> date = date(cell);
        if (date.isPresent()) {
            return new Value(A_DATE, date.get().toEpochDay(), "");
        }
        return NUMBER.matcher(cell).matches()
                ? new Value(A_NUMBER, Double.parseDouble(cell), "")
                : new Value(TEXT, 0, cell);
    }

    private Optional<LocalDate> date(String text) {
        for (DatePattern pattern : dates) {
            Optional<LocalDate> date = pattern.parse(text);
            if (date.isPresent()) {
                return date;
            }
        }
        return Optional.empty();
    }
}
