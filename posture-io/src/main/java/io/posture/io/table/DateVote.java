package io.posture.io.table;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a column writes its dates, as far as its values tell. Not thread-safe. */
public final class DateVote {

    private static final int MONTHS = 12;

    private final Set<Shape> shapes = EnumSet.noneOf(Shape.class);
    private Shape latest = Shape.YEAR_DASH;
    private long values;
    private long dates;
    private long dayFirst;
    private long monthFirst;
    private Optional<NumberVote.Example> dayExample = Optional.empty();
    private Optional<NumberVote.Example> monthExample = Optional.empty();
    private Optional<NumberVote.Example> eitherExample = Optional.empty();

    /** Outlines of dates, in the order in which their patterns are tried. */
    private enum Shape {
        YEAR_DASH("\\d{4}-\\d{1,2}-\\d{1,2}", "yyyy-M-d"),
        YEAR_SLASH("\\d{4}/\\d{1,2}/\\d{1,2}", "yyyy/M/d"),
        YEAR_DOT("\\d{4}\\.\\d{1,2}\\.\\d{1,2}", "yyyy.M.d"),
        COMPACT("(?:19|20)\\d{6}", "yyyyMMdd"),
        NAME_DASH("\\d{1,2}-[A-Za-z]{3}-\\d{4}", "d-MMM-yyyy"),
        NAME_DASH_SHORT("\\d{1,2}-[A-Za-z]{3}-\\d{2}", "d-MMM-yy"),
        NAME_BLANK("\\d{1,2} [A-Za-z]{3} \\d{4}", "d MMM yyyy"),
        NAME_FIRST("[A-Za-z]{3} \\d{1,2}, \\d{4}", "MMM d, yyyy"),
        DOT("\\d{1,2}\\.\\d{1,2}\\.\\d{4}", "d.M.yyyy"),
        DOT_SHORT("\\d{1,2}\\.\\d{1,2}\\.\\d{2}", "d.M.yy"),
        SLASH("(\\d{1,2})/(\\d{1,2})/\\d{4}", "d/M/yyyy", "M/d/yyyy"),
        SLASH_SHORT("(\\d{1,2})/(\\d{1,2})/\\d{2}", "d/M/yy", "M/d/yy"),
        DASH("(\\d{1,2})-(\\d{1,2})-\\d{4}", "d-M-yyyy", "M-d-yyyy"),
        DASH_SHORT("(\\d{1,2})-(\\d{1,2})-\\d{2}", "d-M-yy", "M-d-yy");

        private final Pattern outline;
        private final String dayFirst;
        private final String monthFirst;

        Shape(String outline, String pattern) {
            this(outline, pattern, pattern);
        }

        Shape(String outline, String dayFirst, String monthFirst) {
            this.outline = Pattern.compile(outline);
            this.dayFirst = dayFirst;
            this.monthFirst = monthFirst;
        }

        private boolean twoWays() {
            return !dayFirst.equals(monthFirst);
        }

        private DatePattern pattern(boolean day) {
            return DatePattern.of(day ? dayFirst : monthFirst).withClock();
        }
    }

    /** No values yet. */
    public DateVote() {}

    /** Takes a value. */
    public void add(String text, int line) {
        values++;
        String date = DatePattern.withoutClock(Blanks.strip(text));
        if (takes(latest, date, text, line)) {
            return;
        }
        for (Shape shape : Shape.values()) {
            if (takes(shape, date, text, line)) {
                return;
            }
        }
    }

    private boolean takes(Shape shape, String date, String text, int line) {
        Matcher matcher = shape.outline.matcher(date);
        if (!matcher.matches()) {
            return false;
        }
        dates++;
        latest = shape;
        shapes.add(shape);
        if (shape.twoWays()) {
            vote(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), text, line);
        }
        return true;
    }

    private void vote(int first, int second, String text, int line) {
        NumberVote.Example example = new NumberVote.Example(text, line);
        if (first > MONTHS && second <= MONTHS) {
            dayFirst++;
            dayExample = dayExample.or(() -> Optional.of(example));
        } else if (second > MONTHS && first <= MONTHS) {
            monthFirst++;
            monthExample = monthExample.or(() -> Optional.of(example));
        } else if (first != second && first <= MONTHS) {
            eitherExample = eitherExample.or(() -> Optional.of(example));
        }
    }

    /** How many values were taken. */
    public long values() {
        return values;
    }

    /** Whether more than half of the values look like dates: a slip in one row does not make a column one of texts. */
    public boolean mostlyDates() {
        return 2 * dates > values;
    }

    /** Whether day or month could come first in some of them. */
    public boolean twoWays() {
        return shapes.stream().anyMatch(Shape::twoWays);
    }

    /** Patterns of all dates that were seen; empty if nothing decides whether day or month comes first. */
    public Optional<List<DatePattern>> patterns() {
        if (dayFirst == monthFirst && (dayFirst > 0 || eitherExample.isPresent())) {
            return Optional.empty();
        }
        return Optional.of(patterns(dayFirst >= monthFirst));
    }

    /** Patterns of all dates that were seen, day first or month first. */
    public List<DatePattern> patterns(boolean day) {
        List<DatePattern> patterns = new ArrayList<>();
        shapes.forEach(shape -> patterns.add(shape.pattern(day)));
        return patterns.isEmpty() ? List.of(DatePattern.ISO.withClock()) : patterns;
    }

    /** Whether as many values speak for the day first as for the month first. */
    public boolean contradictory() {
        return dayFirst > 0 && dayFirst == monthFirst;
    }

    /** A value that reads both ways; of contradictory values the first with the day first. */
    public NumberVote.Example example() {
        return (contradictory() ? dayExample : eitherExample).orElseThrow();
    }

    /** Of contradictory values the first with the month first. */
    public NumberVote.Example contrary() {
        return monthExample.orElseThrow();
    }
}
