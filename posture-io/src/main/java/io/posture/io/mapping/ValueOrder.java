package io.posture.io.mapping;

import io.posture.io.table.DatePattern;
import io.posture.io.table.Notation;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/** Order of cells by what they mean: texts, then numbers, then dates. */
final class ValueOrder implements Comparator<String> {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?");

    private final Notation notation;

    ValueOrder(Notation notation) {
        this.notation = notation;
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

    private Optional<LocalDate> date(String text) {
        for (DatePattern pattern : notation.dates()) {
            Optional<LocalDate> date = pattern.parse(text);
            if (date.isPresent()) {
                return date;
            }
        }
        return Optional.empty();
    }
}
