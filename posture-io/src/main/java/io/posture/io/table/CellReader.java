package io.posture.io.table;

import io.posture.io.input.NearestNames;
import io.posture.io.input.RejectCode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Pattern;

/** Turns the text of a cell into a value of its column's type. */
public final class CellReader {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?");
    private static final Set<String> NOT_FINITE =
            Set.of("nan", "inf", "infinity", "+inf", "+infinity", "-inf", "-infinity", "∞", "-∞");
    /** Digits of a group, and its sign. */
    private static final int GROUP = 4;

    private static final Set<String> YES = Set.of("true", "yes", "y", "1", "x");
    private static final Set<String> NO = Set.of("false", "no", "n", "0");

    private static final Set<String> SHEET_ERRORS = Set.of(
            "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#GETTING_DATA");

    private final DateLimits limits;

    /** A reader that refuses dates outside the limits. */
    public CellReader(DateLimits limits) {
        this.limits = limits;
    }

    /**
     * Reads one cell.
     *
     * @param column what is needed
     * @param text what is there
     * @param notation how it is written
     */
    public Cell read(Column column, String text, Notation notation) {
        return read(column, text, notation, DoubleUnaryOperator.identity());
    }

    /**
     * Reads one cell and changes the number in it before it is held against the column's range.
     *
     * @param column what is needed
     * @param text what is there
     * @param notation how it is written
     * @param change what to do with a number
     */
    public Cell read(Column column, String text, Notation notation, DoubleUnaryOperator change) {
        String plain = notation.exported() ? Blanks.strip(text) : text.strip();
        boolean empty = plain.isEmpty()
                || notation.empties().contains(plain)
                || (notation.exported() && column.type() == ColumnType.DATE && ExportedText.noDate(plain));
        if (!empty) {
            return parse(column, column.type() == ColumnType.KEY ? text : plain, notation, change);
        }
        return column.presence() == Presence.EVERY_CELL
                ? new Cell.Bad(RejectCode.CELL_MISSING, "is needed", RejectCode.CELL_MISSING.remedy())
                : Cell.UNKNOWN;
    }

    private Cell parse(Column column, String text, Notation notation, DoubleUnaryOperator change) {
        if (SHEET_ERRORS.contains(text.strip())) {
            return new Cell.Bad(
                    RejectCode.SHEET_ERROR, "is an error of a spreadsheet", RejectCode.SHEET_ERROR.remedy());
        }
        return switch (column.type()) {
            case TEXT, KEY -> new Cell.Known(text);
            case NUMBER -> number(column, text, notation, change);
            case DATE -> date(column, text, notation);
            case FLAG -> flag(text);
            case CHOICE -> choice(column, text);
        };
    }

    private static Cell number(Column column, String text, Notation notation, DoubleUnaryOperator change) {
        String plain = notation.exported() ? ExportedText.number(text) : text;
        if (notation.grouping().isPresent()) {
            plain = withoutGroups(plain, notation.grouping().get(), notation.decimal());
        }
        if (notation.decimal() != '.') {
            plain = plain.indexOf('.') >= 0 ? "" : plain.replace(notation.decimal(), '.');
        }
        if (NOT_FINITE.contains(text.toLowerCase(Locale.ROOT))) {
            return notFinite(column);
        }
        if (!NUMBER.matcher(plain).matches()) {
            return new Cell.Bad(RejectCode.NOT_A_NUMBER, "is not a number" + hint(text), fix(column));
        }
        double value = change.applyAsDouble(Double.parseDouble(plain));
        if (Double.isInfinite(value)) {
            return notFinite(column);
        }
        if (!column.range().contains(value)) {
            return new Cell.Bad(RejectCode.OUT_OF_RANGE, "is out of range, need " + column.range(), fix(column));
        }
        return new Cell.Known(value == 0 ? 0.0 : value);
    }

    private static Cell notFinite(Column column) {
        return new Cell.Bad(RejectCode.NOT_FINITE, "is not a finite number", fix(column));
    }

    /** Without grouping signs, if they stand before groups of three digits; else nothing, which is no number. */
    private static String withoutGroups(String text, char grouping, char decimal) {
        if (text.indexOf(grouping) < 0) {
            return text;
        }
        int from = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        int end = text.indexOf(decimal) < 0 ? text.length() : text.indexOf(decimal);
        if ((end - from) % GROUP == 0) {
            return "";
        }
        StringBuilder digits = new StringBuilder(text.substring(0, from));
        for (int i = from; i < end; i++) {
            boolean due = i > from && (end - i) % GROUP == 0;
            if ((text.charAt(i) == grouping) != due) {
                return "";
            }
            if (!due) {
                digits.append(text.charAt(i));
            }
        }
        return text.indexOf(grouping, end) < 0
                ? digits.append(text, end, text.length()).toString()
                : "";
    }

    private static String hint(String text) {
        if (text.matches("[+-]?[\\d.,]*[oO][\\d.,oO]*")) {
            return " (letter O?)";
        }
        if (text.matches("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?")) {
            return " (thousands separators?)";
        }
        if (text.matches("[+-]?\\d{1,3}(\\.\\d{3})+(,\\d+)?|[+-]?\\d+,\\d+")) {
            return " (decimal comma?)";
        }
        return text.matches("\\d[\\d.,]*-") ? " (minus sign at the end?)" : "";
    }

    private Cell date(Column column, String text, Notation notation) {
        for (DatePattern pattern : notation.dates()) {
            Optional<LocalDate> date = pattern.parse(text);
            if (date.isPresent()) {
                return limits.contains(date.get()) ? new Cell.Known(date.get()) : absurd(column);
            }
        }
        String patterns = String.join(
                " or ", notation.dates().stream().map(DatePattern::toString).toList());
        return new Cell.Bad(RejectCode.NOT_A_DATE, "is not a date (" + patterns + ")", fix(column));
    }

    /** A date that can be meant, in days since 1970-01-01; empty for one that cannot, or does not exist. */
    public OptionalInt epochDay(int year, int month, int day) {
        if (month < 1
                || month > 12
                || day < 1
                || day > YearMonth.of(year, month).lengthOfMonth()) {
            return OptionalInt.empty();
        }
        LocalDate date = LocalDate.of(year, month, day);
        return limits.contains(date) ? OptionalInt.of(Math.toIntExact(date.toEpochDay())) : OptionalInt.empty();
    }

    private Cell absurd(Column column) {
        return new Cell.Bad(
                RejectCode.ABSURD_DATE,
                "cannot be meant, dates run from " + limits.earliest() + " to " + limits.latest(),
                fix(column));
    }

    private static Cell flag(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        if (YES.contains(word) || NO.contains(word)) {
            return new Cell.Known(YES.contains(word));
        }
        return new Cell.Bad(RejectCode.NOT_A_FLAG, "is neither yes nor no", RejectCode.NOT_A_FLAG.remedy());
    }

    private static Cell choice(Column column, String text) {
        String word = text.toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
        if (column.choices().contains(word)) {
            return new Cell.Known(word);
        }
        return new Cell.Bad(
                RejectCode.NOT_A_CHOICE,
                "is not one of " + column.choices()
                        + NearestNames.maybe(word, column.choices())
                                .stripTrailing()
                                .replaceAll("\\.$", ""),
                fix(column));
    }

    private static String fix(Column column) {
        return column.presence() == Presence.EVERY_CELL ? "Fix the cell." : "Leave the cell empty if unknown.";
    }
}
