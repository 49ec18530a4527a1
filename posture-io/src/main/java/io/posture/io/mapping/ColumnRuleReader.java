package io.posture.io.mapping;

import io.posture.io.input.NearestNames;
import io.posture.io.table.Column;
import io.posture.io.table.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads how one column is found: {@code unit_cost: Pack Price}, or keys that say more. */
final class ColumnRuleReader {

    private final DeclaredNotation notation;
    private final Set<String> sources;
    private final Map<String, Map<String, String>> valueMaps;

    /**
     * A reader for the columns of one table.
     *
     * @param notation how the table's file is written
     * @param sources the files of the mapping
     * @param valueMaps maps of values that rules share, by name
     */
    ColumnRuleReader(DeclaredNotation notation, Set<String> sources, Map<String, Map<String, String>> valueMaps) {
        this.notation = notation;
        this.sources = sources;
        this.valueMaps = valueMaps;
    }

    /**
     * Reads a rule.
     *
     * @param columns the section of all columns
     * @param target the column
     * @param before columns of the table that have a rule already
     */
    ColumnRule read(Section columns, Column target, Set<String> before) {
        if (columns.isText(target.name())) {
            return ColumnRule.plain(
                    target, new ColumnRule.Origin.FileCells(List.of(columns.text(target.name()))), notation);
        }
        Section section = columns.section(target.name())
                .only(
                        "column",
                        "by",
                        "cases",
                        "of",
                        "constant",
                        "optional",
                        "empty_values",
                        "extract",
                        "letters",
                        "values",
                        "other_values",
                        "lookup",
                        "default",
                        "minus_where",
                        "percent",
                        "complement",
                        "plus_days",
                        "dates",
                        "decimal",
                        "grouping");
        requireType(section, target, "percent", ColumnType.NUMBER);
        requireType(section, target, "minus_where", ColumnType.NUMBER);
        requireType(section, target, "complement", ColumnType.NUMBER);
        requireType(section, target, "plus_days", ColumnType.DATE);
        return new ColumnRule(
                target,
                origin(section, before),
                section.flag("optional"),
                patterns(section),
                section.choice("letters", ColumnRule.Letters.class).orElse(ColumnRule.Letters.KEEP),
                values(section),
                section.choice("other_values", ColumnRule.Unlisted.class).orElse(ColumnRule.Unlisted.KEEP),
                lookup(section),
                section.text("default", ""),
                section.has("minus_where")
                        ? Optional.of(FilterReader.condition(section.section("minus_where"), "minus_where"))
                        : Optional.empty(),
                section.flag("percent"),
                section.flag("complement"),
                section.value("plus_days", Integer::valueOf).orElse(0),
                MappingReader.notation(section, notation));
    }

    private static ColumnRule.Origin origin(Section section, Set<String> before) {
        List<String> given = List.of("column", "by", "of", "constant").stream()
                .filter(section::has)
                .toList();
        if (given.size() != 1) {
            throw section.problemAt(
                    "column", section.place() + " needs one of column, by, of and constant, has " + given);
        }
        if (section.has("constant")) {
            return new ColumnRule.Origin.Constant(section.text("constant"));
        }
        if (section.has("column")) {
            return new ColumnRule.Origin.FileCells(section.texts("column"));
        }
        if (section.has("by")) {
            return new ColumnRule.Origin.ChosenCell(section.text("by"), section.textsByName("cases"));
        }
        String other = section.text("of");
        if (!before.contains(other)) {
            throw section.problemAt(
                    "of",
                    section.place() + ".of must name a column above it: " + before + "."
                            + NearestNames.maybe(other, before));
        }
        return new ColumnRule.Origin.OtherColumn(other);
    }

    private static List<Pattern> patterns(Section section) {
        List<Pattern> patterns = new ArrayList<>();
        for (String regex : section.texts("extract")) {
            try {
                patterns.add(Pattern.compile(regex));
            } catch (PatternSyntaxException bad) {
                throw section.problemAt(
                        "extract", section.place() + ".extract is no regular expression: " + bad.getMessage(), bad);
            }
        }
        return patterns;
    }

    private Optional<ColumnRule.Lookup> lookup(Section section) {
        if (!section.has("lookup")) {
            return Optional.empty();
        }
        Section lookup = section.section("lookup").only("source", "key", "value", "unlisted", "repeated");
        String source = lookup.text("source");
        if (!sources.contains(source)) {
            throw lookup.problemAt(
                    "source",
                    "there is no source '" + source + "'. Sources: " + sources + "."
                            + NearestNames.maybe(source, sources));
        }
        return Optional.of(new ColumnRule.Lookup(
                source,
                keys(lookup),
                lookup.text("value"),
                lookup.choice("unlisted", ColumnRule.Unlisted.class).orElse(ColumnRule.Unlisted.REJECT),
                lookup.choice("repeated", Repeated.class).orElse(Repeated.REFUSE) == Repeated.FIRST));
    }

    /** Several rows of one key: the first counts, or the mapping cannot be used. */
    private enum Repeated {
        REFUSE,
        FIRST
    }

    private static List<String> keys(Section lookup) {
        List<String> keys = lookup.texts("key");
        if (keys.isEmpty()) {
            throw lookup.problemAt("key", lookup.place() + " needs 'key'");
        }
        return keys;
    }

    private Map<String, String> values(Section section) {
        if (!section.isText("values")) {
            return section.textsByName("values");
        }
        String name = section.text("values");
        Map<String, String> values = valueMaps.get(name);
        if (values == null) {
            throw section.problemAt(
                    "values",
                    "there is no value map '" + name + "'. Value maps: " + valueMaps.keySet() + "."
                            + NearestNames.maybe(name, valueMaps.keySet()));
        }
        return values;
    }

    private static void requireType(Section section, Column target, String key, ColumnType type) {
        if (section.has(key) && target.type() != type) {
            throw section.problemAt(
                    key,
                    section.place() + "." + key + " is for columns that hold a "
                            + type.name().toLowerCase(Locale.ROOT) + ", " + target.name() + " holds a "
                            + target.type().name().toLowerCase(Locale.ROOT));
        }
    }
}
