package io.posture.io.mapping;

import io.posture.io.source.SourceTable;
import io.posture.io.table.DatePattern;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Order of cells by what they mean: texts, then numbers, then dates. */
final class ValueOrder implements Comparator<String> {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?");

    /** Order of cells whose dates are in one form already. */
    static final ValueOrder PLAIN = new ValueOrder(List.of(DatePattern.ISO));

    private final List<DatePattern> dates;

    private ValueOrder(List<DatePattern> dates) {
        this.dates = dates;
    }

    /**
     * The order of a column's cells. Where the mapping leaves open how dates are written, it reads the file; a column of which
     * all cells are dates is one of dates.
     *
     * @throws io.posture.io.input.InputException if nothing decides whether day or month comes first
     */
    static ValueOrder of(SourceTable csv, int column, DeclaredNotation notation) {
        return new ValueOrder(notation.datesOpen() ? Conventions.datesIn(csv, column, notation) : notation.dates());
    }

    @Override
    public int compare(String a, String b) {
        if (a.equals(b)) {
            return 0;
        }
        Optional<LocalDate> dateA = date(a);
        Optional<LocalDate> dateB = date(b);
        if (dateA.isPresent() && dateB.isPresent()) {
            return dateA.get().compareTo(dateB.get());
        }
        if (dateA.isPresent() || dateB.isPresent()) {
            return dateA.isPresent() ? 1 : -1;
        }
        boolean numberA = NUMBER.matcher(a).matches();
        boolean numberB = NUMBER.matcher(b).matches();
        if (numberA && numberB) {
            return Double.compare(Double.parseDouble(a), Double.parseDouble(b));
        }
        if (numberA || numberB) {
            return numberA ? 1 : -1;
        }
        return a.compareTo(b);
    }

    /** A cell with a date brought to one form. */
    String plain(String text) {
        return date(text).map(LocalDate::toString).orElse(text);
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
