package io.posture.io.mapping;

import io.posture.io.table.Cell;
import io.posture.io.table.Column;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How one column of a table is found. The parts work in this order: where the text comes from, what means unknown, which
 * part of it is taken, in which letters, what that is called here, what another file says about it, what stands in for unknown.
 *
 * @param target the column
 * @param origin where the text comes from
 * @param mayBeAbsent whether the file can do without the columns that it comes from; the value is unknown then
 * @param extract patterns tried in order: the first group of the first one found is taken; no match means unknown
 * @param letters in which letters the text is kept
 * @param values names here by names there
 * @param unlisted what happens to a text that {@code values} lacks
 * @param lookup another file that says more
 * @param standIn text for unknown; empty to leave it unknown
 * @param minus where a number is meant with the opposite sign
 * @param percent whether the number is a percentage, to be divided by 100
 * @param complement whether 1 minus the number is meant, after any division
 * @param plusDays days that a date is moved by: a week that starts on a Sunday is, moved by one day, the ISO week that holds
 *     six of its days
 * @param notation how the column is written
 */
public record ColumnRule(
        Column target,
        Origin origin,
        boolean mayBeAbsent,
        List<Pattern> extract,
        Letters letters,
        Map<String, String> values,
        Unlisted unlisted,
        Optional<Lookup> lookup,
        String standIn,
        Optional<RowFilter.Condition> minus,
        boolean percent,
        boolean complement,
        int plusDays,
        DeclaredNotation notation) {

    /** Where a text comes from. */
    public sealed interface Origin {

        /** A column of the file, or several put together with a stroke between their texts. */
        record FileCells(List<String> columns) implements Origin {

            /** Copies. */
            public FileCells {
                columns = List.copyOf(columns);
            }
        }

        /** One of several columns of the file: the text of another column says which; unknown where it says nothing listed. */
        record ChosenCell(String by, Map<String, String> columns) implements Origin {

            /** Copies. */
            public ChosenCell {
                columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
            }
        }

        /** The text of another column of the same table. */
        record OtherColumn(String target) implements Origin {}

        /** Always the same. */
        record Constant(String text) implements Origin {}
    }

    /** What happens to a text that a list lacks. */
    public enum Unlisted {
        /** It stays as it is. */
        KEEP,
        /** It means unknown. */
        UNKNOWN,
        /** Its row is set aside. */
        REJECT
    }

    /** In which letters a text is kept. */
    public enum Letters {
        /** As they are. */
        KEEP,
        /** Capital ones: keys that differ in case only are the same. */
        UPPER,
        /** Small ones. */
        LOWER
    }

    /**
     * Another file that says more about a text.
     *
     * @param source the file, as the mapping calls it
     * @param key its columns in which the text is looked up, put together as the text is
     * @param value its column that is taken
     * @param unlisted what happens to a text that it lacks
     * @param first whether the first of several rows of one key counts; else they must agree
     */
    public record Lookup(String source, List<String> key, String value, Unlisted unlisted, boolean first) {

        /** Copies. */
        public Lookup {
            key = List.copyOf(key);
        }
    }

    /** What stands between texts that are put together. */
    static final String STROKE = "/";

    /** Copies. */
    public ColumnRule {
        extract = List.copyOf(extract);
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** A text as it stands. */
    static ColumnRule plain(Column target, Origin origin, DeclaredNotation notation) {
        return new ColumnRule(
                target,
                origin,
                false,
                List.of(),
                Letters.KEEP,
                Map.of(),
                Unlisted.KEEP,
                Optional.empty(),
                "",
                Optional.empty(),
                false,
                false,
                0,
                notation);
    }

    /** A column that the file has under the same name. */
    static ColumnRule sameName(Column target, DeclaredNotation notation) {
        return plain(target, new Origin.FileCells(List.of(target.name())), notation);
    }

    /** Columns of the file that the text may come from. */
    List<String> fileColumns() {
        if (origin instanceof Origin.FileCells cells) {
            return cells.columns();
        }
        if (origin instanceof Origin.ChosenCell chosen) {
            return Stream.concat(Stream.of(chosen.by()), chosen.columns().values().stream())
                    .distinct()
                    .toList();
        }
        return List.of();
    }

    /** A date after it was moved; any other cell as it is. */
    Cell moved(Cell cell) {
        return plusDays != 0 && cell instanceof Cell.Known known && known.value() instanceof LocalDate date
                ? new Cell.Known(date.plusDays(plusDays))
                : cell;
    }

    /** What is done to a number after it was read. */
    double change(double number) {
        double share = percent ? number / 100 : number;
        return complement ? 1 - share : share;
    }

    /** The same for a row in which the opposite sign is meant. */
    double changeOpposite(double number) {
        return change(-number);
    }
}
