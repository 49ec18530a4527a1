package io.posture.io.mapping;

import io.posture.io.input.InputException;
import io.posture.io.input.Note;
import io.posture.io.input.Reject;
import io.posture.io.source.RawRow;
import io.posture.io.source.RowHandler;
import io.posture.io.source.SourceTable;
import io.posture.io.table.Blanks;
import io.posture.io.table.DatePattern;
import io.posture.io.table.DateVote;
import io.posture.io.table.ExportedText;
import io.posture.io.table.NumberStyle;
import io.posture.io.table.NumberVote;
import io.posture.io.table.NumberVote.Example;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Decides how columns write their numbers and dates where a mapping leaves it open: from all values of each column. */
final class Conventions {

    private final SourceTable csv;
    private final String table;
    private final Map<String, NumberVote> numbers = new LinkedHashMap<>();
    private final Map<String, DateVote> dates = new LinkedHashMap<>();

    /**
     * Nothing decided yet.
     *
     * @param csv the file
     * @param table the table that is made from it, for messages
     */
    Conventions(SourceTable csv, String table) {
        this.csv = csv;
        this.table = table;
    }

    /**
     * Decides what is open; reads the file once if anything is.
     *
     * @param steps steps of the table
     * @param latestBy columns that say which row is later
     * @param notation what the mapping says of the file
     * @param filters rows that these leave out do not count for steps
     * @param notes takes what was decided
     * @throws InputException if a column reads in two ways, with both readings and the setting that decides
     */
    Decided decide(
            List<ColumnStep> steps,
            List<String> latestBy,
            DeclaredNotation notation,
            List<BoundFilter> filters,
            Consumer<Note> notes) {
        int[] order = latestBy.stream().mapToInt(csv::requiredIndexOf).toArray();
        boolean stepsOpen = steps.stream().anyMatch(step -> step.numbersOpen() || step.datesOpen());
        boolean orderOpen = order.length > 0 && notation.datesOpen();
        List<DateVote> orderVotes = new ArrayList<>();
        for (int i = 0; i < order.length; i++) {
            orderVotes.add(new DateVote());
        }
        if (stepsOpen || orderOpen) {
            csv.read((Votes) row -> {
                if (stepsOpen && filters.stream().noneMatch(filter -> filter.leavesOut(row))) {
                    vote(row, steps);
                }
                for (int i = 0; orderOpen && i < order.length; i++) {
                    vote(row, order[i], notation, orderVotes.get(i));
                }
            });
        }
        List<ValueOrder> orders = new ArrayList<>();
        for (int i = 0; i < order.length; i++) {
            orders.add(orderOpen ? order(csv, order[i], orderVotes.get(i)) : new ValueOrder(notation.dates()));
        }
        return new Decided(stepsOpen ? written(steps, notes) : steps, new RowOrder(order, orders));
    }

    /**
     * What was decided.
     *
     * @param steps steps that know how their columns are written
     * @param order order of rows
     */
    record Decided(List<ColumnStep> steps, RowOrder order) {}

    /** Rows that are looked at before they are mapped. */
    private interface Votes extends RowHandler {

        @Override
        default void broken(Reject reject) {
            // counted when the rows are mapped
        }
    }

    private List<ColumnStep> written(List<ColumnStep> steps, Consumer<Note> notes) {
        List<ColumnStep> written = new ArrayList<>();
        Map<String, List<String>> told = new TreeMap<>();
        for (ColumnStep step : steps) {
            written.add(step.numbersOpen() ? numbers(step, told) : step.datesOpen() ? dates(step, told) : step);
        }
        told.forEach((convention, columns) -> notes.accept(new Note(
                Note.Code.CONVENTION,
                csv.file().name() + " -> " + table + ": " + convention + " in " + String.join(", ", columns),
                0)));
        return written;
    }

    private void vote(RawRow row, List<ColumnStep> steps) {
        Map<String, String> texts = ColumnStep.noTexts();
        for (ColumnStep step : steps) {
            // what the mapping wrote says nothing of how the file is written
            String text = step.text(row, texts)
                    .filter(found -> !found.ofMapping())
                    .map(ColumnStep.Text::text)
                    .orElse("");
            if (!text.isEmpty() && !step.declared().empties().contains(text)) {
                if (step.numbersOpen()) {
                    numbersOf(step).add(text, row.line());
                } else if (step.datesOpen() && !ExportedText.noDate(text)) {
                    datesOf(step).add(text, row.line());
                }
            }
        }
    }

    private NumberVote numbersOf(ColumnStep step) {
        return numbers.computeIfAbsent(step.name(), unseen -> new NumberVote());
    }

    private DateVote datesOf(ColumnStep step) {
        return dates.computeIfAbsent(step.name(), unseen -> new DateVote());
    }

    private ColumnStep numbers(ColumnStep step, Map<String, List<String>> told) {
        NumberVote vote = numbersOf(step);
        NumberStyle style = vote.style().orElseThrow(() -> twoNumbers(step, vote));
        if (style == NumberStyle.COMMA) {
            told.computeIfAbsent("numbers are written " + style.sample(), unseen -> new ArrayList<>())
                    .add(step.name() + " (decided from " + vote.values() + " values)");
        }
        return step.written(step.declared().with(style));
    }

    private ColumnStep dates(ColumnStep step, Map<String, List<String>> told) {
        DateVote vote = datesOf(step);
        List<DatePattern> patterns = vote.patterns()
                .orElseThrow(() -> twoDates(place(step, vote.example().line()), vote, setting(step.name())));
        if (vote.twoWays()) {
            told.computeIfAbsent("dates are written " + words(patterns), unseen -> new ArrayList<>())
                    .add(step.name() + " (decided from " + vote.values() + " values)");
        }
        return step.written(step.declared().with(patterns));
    }

    /**
     * The order of a column's cells. Where the mapping leaves open how dates are written, it reads the file; a column of which
     * most cells are dates is one of dates, and its other cells come before any date.
     *
     * @throws InputException if nothing decides whether day or month comes first
     */
    static ValueOrder order(SourceTable csv, int column, DeclaredNotation notation) {
        if (!notation.datesOpen()) {
            return new ValueOrder(notation.dates());
        }
        DateVote vote = new DateVote();
        csv.read((Votes) row -> vote(row, column, notation, vote));
        return order(csv, column, vote);
    }

    private static ValueOrder order(SourceTable csv, int column, DateVote vote) {
        return new ValueOrder(
                vote.mostlyDates()
                        ? vote.patterns()
                                .orElseThrow(() -> twoDates(
                                        place(csv, column, vote.example().line()), vote, "the source"))
                        : List.of());
    }

    private static void vote(RawRow row, int column, DeclaredNotation notation, DateVote vote) {
        String text = Blanks.strip(row.cell(column));
        if (!text.isEmpty() && !notation.empties().contains(text) && !ExportedText.noDate(text)) {
            vote.add(text, row.line());
        }
    }

    private String setting(String column) {
        return "tables." + table + ".columns." + column;
    }

    private InputException twoNumbers(ColumnStep step, NumberVote vote) {
        Example first = vote.example();
        String place = place(step, first.line());
        String remedy = " Set decimal: ',' or decimal: '.', and grouping if groups are marked, for "
                + setting(step.name()) + " or its source in the mapping; or for all files: --decimal , or --decimal .";
        if (vote.contradictory()) {
            Example other = vote.contrary();
            return new InputException(place + "\"" + first.text() + "\" has a point before its fraction, but \""
                    + other.text() + "\" on line " + other.line() + " a comma, and as many values of the column speak"
                    + " for one as for the other." + remedy);
        }
        return new InputException(place + "\"" + first.text() + "\" is " + read(first.text(), NumberStyle.POINT)
                + " if numbers are written " + NumberStyle.POINT.sample() + ", and "
                + read(first.text(), NumberStyle.COMMA) + " if they are written " + NumberStyle.COMMA.sample()
                + "; no value of the column decides it." + remedy);
    }

    private static String read(String text, NumberStyle style) {
        return ExportedText.number(text)
                .replace(String.valueOf(style.grouping()), "")
                .replace(style.decimal(), '.');
    }

    private static InputException twoDates(String place, DateVote vote, String setting) {
        Example first = vote.example();
        String remedy = " Set dates: [" + pattern(first.text(), vote, true) + "] or dates: ["
                + pattern(first.text(), vote, false) + "] for " + setting
                + " in the mapping; or for all files: --dates "
                + pattern(first.text(), vote, true) + " or --dates " + pattern(first.text(), vote, false);
        if (vote.contradictory()) {
            Example other = vote.contrary();
            return new InputException(place + "\"" + first.text() + "\" has the day first, but \"" + other.text()
                    + "\" on line " + other.line() + " the month, and as many values of the column speak for one as"
                    + " for the other." + remedy);
        }
        return new InputException(place + "\"" + first.text() + "\" is " + day(first.text(), vote, true)
                + " if the day comes first, and " + day(first.text(), vote, false)
                + " if the month does; no value of the column decides it." + remedy);
    }

    private static String day(String text, DateVote vote, boolean dayFirst) {
        return vote.patterns(dayFirst).stream()
                .flatMap(pattern -> pattern.parse(Blanks.strip(text)).stream())
                .findFirst()
                .map(Object::toString)
                .orElse("no date");
    }

    private static String pattern(String text, DateVote vote, boolean dayFirst) {
        return vote.patterns(dayFirst).stream()
                .filter(pattern -> pattern.parse(Blanks.strip(text)).isPresent())
                .findFirst()
                .map(Object::toString)
                .orElse(dayFirst ? "d/M/yyyy" : "M/d/yyyy");
    }

    private static String words(List<DatePattern> patterns) {
        return String.join(" or ", patterns.stream().map(DatePattern::toString).toList());
    }

    /** The cell; or the row and the table's column where the value comes from several cells or another file. */
    private String place(ColumnStep step, int line) {
        return step.direct()
                ? place(csv, step.fileIndex(), line)
                : csv.file().name() + ":" + line + " " + step.name()
                        + step.lookedUpIn()
                                .map(source -> ", looked up in '" + source + "',")
                                .orElse("") + " ";
    }

    private static String place(SourceTable csv, int column, int line) {
        return csv.file().name() + ":" + line + ":" + (column + 1) + " "
                + csv.header().get(column) + " ";
    }
}
