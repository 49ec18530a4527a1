package io.posture.io.mapping;

import io.posture.io.input.NearestNames;
import io.posture.io.input.RejectCode;
import io.posture.io.source.RawRow;
import io.posture.io.source.SourceTable;
import io.posture.io.table.Cell;
import io.posture.io.table.CellReader;
import io.posture.io.table.Column;
import io.posture.io.table.Notation;
import io.posture.io.table.Presence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A column's rule, bound to the columns of one file. */
final class ColumnStep {

    private static final int NOT_FROM_FILE = -1;

    private final ColumnRule rule;
    private final Column target;
    private final int fileIndex;
    private final Map<String, String> looked;
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
        this.rule = rule;
        this.target = target;
        this.fileIndex = rule.origin() instanceof ColumnRule.Origin.FileCell cell
                ? csv.requiredIndexOf(cell.column())
                : NOT_FROM_FILE;
        this.looked = rule.lookup().map(lookups::values).orElse(Map.of());
        this.notation = rule.notation();
    }

    /** Name of the table's column. */
    String name() {
        return target.name();
    }

    /** Index of the file's column; negative if it does not come from one. */
    int fileIndex() {
        return fileIndex;
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
        String text = start(row, texts);
        if (text.isEmpty() || notation.empties().contains(text)) {
            return finish("", texts, cells);
        }
        text = extracted(text);
        if (!rule.values().isEmpty() && !text.isEmpty()) {
            String listed = rule.values().get(text);
            if (listed == null && rule.unlisted() == ColumnRule.Unlisted.REJECT) {
                return notListed(
                        text,
                        "has no entry under values",
                        List.copyOf(rule.values().keySet()));
            }
            String other = rule.unlisted() == ColumnRule.Unlisted.KEEP ? text : "";
            text = listed == null ? other : listed;
        }
        if (rule.lookup().isPresent() && !text.isEmpty()) {
            ColumnRule.Lookup lookup = rule.lookup().get();
            String found = looked.get(text);
            if (found == null && lookup.unlisted() == ColumnRule.Unlisted.REJECT) {
                return notListed(text, "has no entry in '" + lookup.source() + "'", List.copyOf(looked.keySet()));
            }
            String other = lookup.unlisted() == ColumnRule.Unlisted.KEEP ? text : "";
            text = found == null ? other : found;
        }
        return finish(text, texts, cells);
    }

    private String start(RawRow row, Map<String, String> texts) {
        if (rule.origin() instanceof ColumnRule.Origin.OtherColumn other) {
            return texts.getOrDefault(other.target(), "");
        }
        return rule.origin() instanceof ColumnRule.Origin.Constant constant
                ? constant.text()
                : row.cell(fileIndex).strip();
    }

    private String extracted(String text) {
        for (Pattern pattern : rule.extract()) {
            Matcher matcher = pattern.matcher(new BoundedText(text));
            if (matcher.find()) {
                String part = matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
                return part == null ? "" : part;
            }
        }
        return rule.extract().isEmpty() ? text : "";
    }

    private Cell finish(String found, Map<String, String> texts, CellReader cells) {
        String text = found.isEmpty() ? rule.standIn() : found;
        texts.put(target.name(), text);
        return rule.moved(cells.read(target, text, notation, rule::change));
    }

    private Cell notListed(String text, String what, List<String> known) {
        String near = NearestNames.maybe(text, known);
        String fix = target.presence() == Presence.EVERY_CELL
                ? RejectCode.NOT_LISTED.remedy()
                : RejectCode.NOT_LISTED.remedy() + " Leave the cell empty if unknown.";
        return new Cell.Bad(RejectCode.NOT_LISTED, what, near.isEmpty() ? fix : near.strip() + " " + fix);
    }
}
