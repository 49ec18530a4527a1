package io.posture.io.mapping;

import io.posture.io.input.NearestNames;
import io.posture.io.input.RejectCode;
import io.posture.io.source.RawRow;
import io.posture.io.source.SourceTable;
import io.posture.io.table.Blanks;
import io.posture.io.table.Cell;
import io.posture.io.table.CellReader;
import io.posture.io.table.Column;
import io.posture.io.table.ColumnType;
import io.posture.io.table.Notation;
import io.posture.io.table.Presence;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A column's rule, bound to the columns of one file. */
final class ColumnStep {

    private final ColumnRule rule;
    private final Column target;
    private final int[] indexes;
    private final Map<String, Integer> chosen;
    private final Optional<Map<String, String>> looked;
    private final Optional<BoundFilter> minus;
    private final Notation notation;

    /**
     * Binds a rule.
     *
     * @param rule the rule
     * @param target the column as this mapping needs it
     * @param csv the file
     * @param lookups other files
     */
    ColumnStep(ColumnRule rule, Column target, SourceTable csv, LookupTables lookups) {
        this(
                rule,
                target,
                indexes(rule, csv),
                chosen(rule, csv),
                rule.lookup().flatMap(lookups::values),
                rule.minus()
                        .map(condition -> new BoundFilter(
                                new RowFilter(target.name(), "", List.of(condition), false), csv, rule.notation())),
                rule.notation().notation());
    }

    private ColumnStep(
            ColumnRule rule,
            Column target,
            int[] indexes,
            Map<String, Integer> chosen,
            Optional<Map<String, String>> looked,
            Optional<BoundFilter> minus,
            Notation notation) {
        this.rule = rule;
        this.target = target;
        this.indexes = indexes;
        this.chosen = chosen;
        this.looked = looked;
        this.minus = minus;
        this.notation = notation;
    }

    /** The same step for a column that turned out to be written so. */
    ColumnStep written(Notation decided) {
        return new ColumnStep(rule, target, indexes, chosen, looked, minus, decided);
    }

    /** Name of the table's column. */
    String name() {
        return target.name();
    }

    /** What the mapping says of how the column is written. */
    DeclaredNotation declared() {
        return rule.notation();
    }

    /** Whether the mapping leaves open how the column writes its numbers. */
    boolean numbersOpen() {
        return target.type() == ColumnType.NUMBER
                && fileIndex() >= 0
                && rule.notation().numbersOpen();
    }

    /** Whether the mapping leaves open how the column writes its dates. */
    boolean datesOpen() {
        return target.type() == ColumnType.DATE
                && fileIndex() >= 0
                && rule.notation().datesOpen();
    }

    /** Index of the file's column, the first if there are several; negative if it does not come from one. */
    int fileIndex() {
        return indexes.length == 0 ? -1 : indexes[0];
    }

    /** The table's column of which this one takes the text; empty if it has its own. */
    String otherColumn() {
        return rule.origin() instanceof ColumnRule.Origin.OtherColumn other ? other.target() : "";
    }

    /** Names of the rows' texts: filled by every step for the steps behind it. */
    static Map<String, String> noTexts() {
        return new HashMap<>();
    }

    /**
     * The cell of a row.
     *
     * @param row the row
     * @param texts texts of the columns before this one; this one's is added
     * @param cells reads typed values
     */
    Cell cell(RawRow row, Map<String, String> texts, CellReader cells) {
        Optional<String> text = text(row, texts);
        if (text.isEmpty()) {
            return notListed(row, texts);
        }
        boolean opposite = minus.isPresent() && minus.get().leavesOut(row);
        return rule.moved(cells.read(target, text.get(), notation, opposite ? rule::changeOpposite : rule::change));
    }

    /**
     * The text of a row before it is read as a value: empty if unknown, nothing if a list lacks what is there.
     *
     * @param texts texts of the columns before this one; this one's is added
     */
    Optional<String> text(RawRow row, Map<String, String> texts) {
        String start = start(row, texts);
        if (start.isEmpty() || notation.empties().contains(start)) {
            return finished("", texts);
        }
        Optional<String> text = Optional.of(extracted(start));
        if (!rule.values().isEmpty()) {
            text = text.flatMap(there -> named(there, rule.values(), rule.unlisted()));
        }
        if (rule.lookup().isPresent()) {
            // a file that was not given knows nothing
            ColumnRule.Unlisted otherwise =
                    looked.isPresent() ? rule.lookup().get().unlisted() : ColumnRule.Unlisted.UNKNOWN;
            text = text.flatMap(there -> named(there, looked.orElse(Map.of()), otherwise));
        }
        return text.flatMap(found -> finished(found, texts));
    }

    /** What a list says for a text; nothing if it lacks it and that is refused. */
    private static Optional<String> named(String text, Map<String, String> list, ColumnRule.Unlisted otherwise) {
        String listed = list.get(text);
        if (text.isEmpty() || listed != null) {
            return Optional.of(listed == null ? "" : listed);
        }
        return switch (otherwise) {
            case KEEP -> Optional.of(text);
            case UNKNOWN -> Optional.of("");
            case REJECT -> Optional.empty();
        };
    }

    private Optional<String> finished(String found, Map<String, String> texts) {
        String text = found.isEmpty() ? rule.standIn() : found;
        texts.put(target.name(), text);
        return Optional.of(text);
    }

    private String start(RawRow row, Map<String, String> texts) {
        if (rule.origin() instanceof ColumnRule.Origin.OtherColumn other) {
            return texts.getOrDefault(other.target(), "");
        }
        if (rule.origin() instanceof ColumnRule.Origin.Constant constant) {
            return constant.text();
        }
        if (indexes.length == 0) {
            return "";
        }
        if (rule.origin() instanceof ColumnRule.Origin.ChosenCell) {
            Integer index = chosen.get(stripped(row.cell(indexes[0])));
            return index == null ? "" : stripped(row.cell(index));
        }
        return verbatim() ? row.cell(indexes[0]) : joined(row, indexes, notation.exported());
    }

    /** Whether the cell is taken to the letter. What is compared with other texts is compared without blanks around it. */
    private boolean verbatim() {
        return target.type() == ColumnType.KEY
                && indexes.length == 1
                && rule.values().isEmpty()
                && rule.lookup().isEmpty();
    }

    private String stripped(String cell) {
        return notation.exported() ? Blanks.strip(cell) : cell.strip();
    }

    /** The cells of a row without blanks around them, put together. */
    static String joined(RawRow row, int[] indexes, boolean exported) {
        String first = row.cell(indexes[0]);
        String text = exported ? Blanks.strip(first) : first.strip();
        if (indexes.length == 1) {
            return text;
        }
        StringBuilder all = new StringBuilder(text);
        for (int i = 1; i < indexes.length; i++) {
            all.append(ColumnRule.STROKE).append(Blanks.strip(row.cell(indexes[i])));
        }
        return all.toString();
    }

    private String extracted(String text) {
        String part = rule.extract().isEmpty() ? text : firstMatch(text);
        return switch (rule.letters()) {
            case KEEP -> part;
            case UPPER -> part.toUpperCase(Locale.ROOT);
            case LOWER -> part.toLowerCase(Locale.ROOT);
        };
    }

    private String firstMatch(String text) {
        for (Pattern pattern : rule.extract()) {
            Matcher matcher = pattern.matcher(new BoundedText(text));
            if (matcher.find()) {
                String part = matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
                return part == null ? "" : part;
            }
        }
        return "";
    }

    private Cell notListed(RawRow row, Map<String, String> texts) {
        String text = extracted(start(row, texts));
        Optional<String> listed =
                rule.values().isEmpty() ? Optional.of(text) : named(text, rule.values(), rule.unlisted());
        if (listed.isEmpty()) {
            return notListed(
                    text, "has no entry under values", List.copyOf(rule.values().keySet()));
        }
        String source = rule.lookup().map(ColumnRule.Lookup::source).orElseThrow();
        return notListed(
                listed.get(),
                "has no entry in '" + source + "'",
                List.copyOf(looked.orElse(Map.of()).keySet()));
    }

    private Cell notListed(String text, String what, List<String> known) {
        String near = NearestNames.maybe(text, known);
        String fix = target.presence() == Presence.EVERY_CELL
                ? RejectCode.NOT_LISTED.remedy()
                : RejectCode.NOT_LISTED.remedy() + " Leave the cell empty if unknown.";
        return new Cell.Bad(RejectCode.NOT_LISTED, what, near.isEmpty() ? fix : near.strip() + " " + fix);
    }

    /** Where the file has the rule's columns: all of them, only the one that chooses, or none if they are absent and may be. */
    private static int[] indexes(ColumnRule rule, SourceTable csv) {
        List<String> columns = rule.origin() instanceof ColumnRule.Origin.ChosenCell chosen
                ? List.of(chosen.by())
                : rule.fileColumns();
        if (rule.mayBeAbsent() && columns.stream().anyMatch(column -> csv.indexOf(column) < 0)) {
            return new int[0];
        }
        return columns.stream().mapToInt(csv::requiredIndexOf).toArray();
    }

    private static Map<String, Integer> chosen(ColumnRule rule, SourceTable csv) {
        Map<String, Integer> indexes = new HashMap<>();
        if (rule.origin() instanceof ColumnRule.Origin.ChosenCell chosen) {
            chosen.columns().forEach((text, column) -> {
                if (!rule.mayBeAbsent() || csv.indexOf(column) >= 0) {
                    indexes.put(text, csv.requiredIndexOf(column));
                }
            });
        }
        return indexes;
    }
}
