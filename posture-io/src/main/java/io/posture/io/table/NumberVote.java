package io.posture.io.table;

import java.util.Optional;

/** How a column writes its numbers, as far as its values tell. Not thread-safe. */
public final class NumberVote {

    private static final int GROUP = 3;

    private long point;
    private long comma;
    private long values;
    private Optional<Example> pointExample = Optional.empty();
    private Optional<Example> commaExample = Optional.empty();
    private Optional<Example> eitherExample = Optional.empty();

    /**
     * A value of the column.
     *
     * @param text as it is written
     * @param line line of the file
     */
    public record Example(String text, int line) {}

    /** What one value tells. */
    private enum Reading {
        /** A number that reads the same both ways, or no number. */
        NOTHING,
        /** A number with a point before its fraction. */
        POINT,
        /** A number with a comma before its fraction. */
        COMMA,
        /** A number that means one thing with a point and another with a comma. */
        EITHER
    }

    /** No values yet. */
    public NumberVote() {}

    /** Takes a value. */
    public void add(String text, int line) {
        values++;
        switch (reading(ExportedText.number(text))) {
            case POINT -> {
                point++;
                pointExample = pointExample.or(() -> Optional.of(new Example(text, line)));
            }
            case COMMA -> {
                comma++;
                commaExample = commaExample.or(() -> Optional.of(new Example(text, line)));
            }
            case EITHER -> eitherExample = eitherExample.or(() -> Optional.of(new Example(text, line)));
            case NOTHING -> {
                return;
            }
        }
    }

    /** How many values were taken. */
    public long values() {
        return values;
    }

    /** The style that most telling values have; empty if nothing decides between two readings. */
    public Optional<NumberStyle> style() {
        if (point != comma) {
            return Optional.of(point > comma ? NumberStyle.POINT : NumberStyle.COMMA);
        }
        return point > 0 || eitherExample.isPresent() ? Optional.empty() : Optional.of(NumberStyle.POINT);
    }

    /** Whether as many values speak for one style as for the other. */
    public boolean contradictory() {
        return point > 0 && point == comma;
    }

    /** A value that reads both ways; of contradictory values the first with a point. */
    public Example example() {
        return (contradictory() ? pointExample : eitherExample).orElseThrow();
    }

    /** Of contradictory values the first with a comma. */
    public Example contrary() {
        return commaExample.orElseThrow();
    }

    private static Reading reading(String number) {
        int from = !number.isEmpty() && "+-".indexOf(number.charAt(0)) >= 0 ? 1 : 0;
        int points = 0;
        int commas = 0;
        for (int i = from; i < number.length(); i++) {
            char c = number.charAt(i);
            if ((c == 'e' || c == 'E') && commas == 0) {
                return points == 1 ? Reading.POINT : Reading.NOTHING;
            }
            if (c != '.' && c != ',' && (c < '0' || c > '9')) {
                return Reading.NOTHING;
            }
            points += c == '.' ? 1 : 0;
            commas += c == ',' ? 1 : 0;
        }
        String body = number.substring(from);
        if (points == 0 && commas == 0) {
            return Reading.NOTHING;
        }
        if (points > 0 && commas > 0) {
            boolean comma = body.lastIndexOf(',') > body.lastIndexOf('.');
            boolean once = (comma ? commas : points) == 1;
            String whole = body.substring(0, body.lastIndexOf(comma ? ',' : '.'));
            return !once || !grouped(whole, comma ? '.' : ',')
                    ? Reading.NOTHING
                    : comma ? Reading.COMMA : Reading.POINT;
        }
        char sign = points > 0 ? '.' : ',';
        Reading decimal = points > 0 ? Reading.POINT : Reading.COMMA;
        Reading grouping = points > 0 ? Reading.COMMA : Reading.POINT;
        if (points + commas > 1) {
            return grouped(body, sign) ? grouping : Reading.NOTHING;
        }
        return grouped(body, sign) ? Reading.EITHER : decimal;
    }

    /** Whether a sign stands before groups of three digits, and a number that is not 0 before the first. */
    private static boolean grouped(String body, char sign) {
        for (int i = 0; i < body.length(); i++) {
            boolean due = i > 0 && (body.length() - i) % (GROUP + 1) == 0;
            if ((body.charAt(i) == sign) != due) {
                return false;
            }
        }
        return !body.startsWith("0") && body.length() % (GROUP + 1) != 0;
    }
}
