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

    /** How mappings write what is always the same, stands in for unknown, or is a name here for a name there. */
    private static final Notation OF_MAPPINGS = DeclaredNotation.CANONICAL.notation();

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
        Optional<Text> found = text(row, texts);
        if (found.isEmpty()) {
            return notListed(row, texts);
        }
        String text = found.get().text();
        boolean opposite = minus.isPresent() && minus.get().leavesOut(row);
        Cell cell = cells.read(
                target,
                text,
                found.get().ofMapping() ? OF_MAPPINGS : notation,
                opposite ? rule::changeOpposite : rule::change);
        return cell instanceof Cell.Bad bad ? explained(bad, text, row) : rule.moved(cell);
    }

    /** What is wrong with a text that is not the one of the cell that a message shows. */
    private Cell.Bad explained(Cell.Bad bad, String text, RawRow row) {
        if (text.isEmpty() || fileIndex() < 0 || text.equals(stripped(row.cell(fileIndex())))) {
            return bad;
        }
        String there =
                rule.lookup().map(lookup -> " in '" + lookup.source() + "'").orElse("");
        return new Cell.Bad(bad.code(), "stands for \"" + text + "\"" + there + ", which " + bad.what(), bad.fix());
    }

    /**
     * What a row says for a column.
     *
     * @param text the text; empty if unknown
     * @param ofMapping whether the mapping wrote it and not the file: it is then written as canonical tables are
     */
    record Text(String text, boolean ofMapping) {}

    /**
     * The text of a row before it is read as a value: empty if unknown, nothing if a list lacks what is there.
     *
     * @param texts texts of the columns before this one; this one's is added
     */
    Optional<Text> text(RawRow row, Map<String, String> texts) {
        String start = start(row, texts);
        if (start.isEmpty() || notation.empties().contains(start)) {
            return Optional.of(finished(new Text("", false), texts));
        }
        Optional<Text> text =
                Optional.of(new Text(extracted(start), rule.origin() instanceof ColumnRule.Origin.Constant));
        if (!rule.values().isEmpty()) {
            text = text.flatMap(there -> named(there, rule.values(), rule.unlisted(), true));
        }
        if (rule.lookup().isPresent()) {
            // a file that was not given knows nothing
            ColumnRule.Unlisted otherwise =
                    looked.isPresent() ? rule.lookup().get().unlisted() : ColumnRule.Unlisted.UNKNOWN;
            text = text.flatMap(there -> named(there, looked.orElse(Map.of()), otherwise, false));
        }
        return text.map(found -> finished(found, texts));
    }

    /** Whether the value is that of the file's one cell, so that a message can point at it. */
    boolean direct() {
        return rule.origin() instanceof ColumnRule.Origin.FileCells
                && indexes.length == 1
                && rule.lookup().isEmpty();
    }

    /** Where the value is looked up; empty if it is not. */
    Optional<String> lookedUpIn() {
        return rule.lookup().map(ColumnRule.Lookup::source);
    }

    /** What a list says for a text; nothing if it lacks it and that is refused. */
    private static Optional<Text> named(
            Text text, Map<String, String> list, ColumnRule.Unlisted otherwise, boolean listOfMapping) {
        String listed = list.get(text.text());
        if (text.text().isEmpty() || listed != null) {
            return Optional.of(listed == null ? new Text("", false) : new Text(listed, listOfMapping));
        }
        return switch (otherwise) {
            case KEEP -> Optional.of(text);
            case UNKNOWN -> Optional.of(new Text("", false));
            case REJECT -> Optional.empty();
        };
    }

    private Text finished(Text found, Map<String, String> texts) {
        Text text = found.text().isEmpty() ? new Text(rule.standIn(), true) : found;
        texts.put(target.name(), text.text());
        return text;
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
        Optional<String> listed = rule.values().isEmpty()
                ? Optional.of(text)
                : named(new Text(text, false), rule.values(), rule.unlisted(), true)
                        .map(Text::text);
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
