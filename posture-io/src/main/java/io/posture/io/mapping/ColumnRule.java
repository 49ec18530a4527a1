package io.posture.io.mapping;

import io.posture.io.table.Cell;
import io.posture.io.table.Column;
import io.posture.io.table.Notation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How one column of a table is found. The parts work in this order: where the text comes from, what means unknown, which
 * part of it is taken, what that is called here, what another file says about it, what stands in for unknown.
 *
 * @param target the column
 * @param origin where the text comes from
 * @param extract patterns tried in order: the first group of the first one found is taken; no match means unknown
 * @param values names here by names there
 * @param unlisted what happens to a text that {@code values} lacks
 * @param lookup another file that says more
 * @param standIn text for unknown; empty to leave it unknown
 * @param percent whether the number is a percentage, to be divided by 100
 * @param complement whether 1 minus the number is meant, after any division
 * @param plusDays days that a date is moved by: a week that starts on a Sunday is, moved by one day, the ISO week that holds
 *     six of its days
 * @param notation how the column is written
 */
public record ColumnRule(
        Column target,
        Origin origin,
        List<Pattern> extract,
        Map<String, String> values,
        Unlisted unlisted,
        Optional<Lookup> lookup,
        String standIn,
        boolean percent,
        boolean complement,
        int plusDays,
        Notation notation) {

    /** Where a text comes from. */
    public sealed interface Origin {

        /** A column of the file. */
        record FileCell(String column) implements Origin {}

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

    /**
     * Another file that says more about a text.
     *
     * @param source the file, as the mapping calls it
     * @param key its column in which the text is looked up
     * @param value its column that is taken
     * @param unlisted what happens to a text that it lacks
     */
    public record Lookup(String source, String key, String value, Unlisted unlisted) {}

    /** Copies. */
    public ColumnRule {
        extract = List.copyOf(extract);
        values = Map.copyOf(values);
    }

    /** A column that the file has under the same name. */
    static ColumnRule sameName(Column target, Notation notation) {
        return new ColumnRule(
                target,
                new Origin.FileCell(target.name()),
                List.of(),
                Map.of(),
                Unlisted.KEEP,
                Optional.empty(),
                "",
                false,
                false,
                0,
                notation);
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
}
