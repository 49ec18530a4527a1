package io.posture.io.mapping;

import io.posture.io.input.NearestNames;
import io.posture.io.table.Column;
import io.posture.io.table.ColumnType;
import io.posture.io.table.Table;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads how rows become one record. */
final class GroupingReader {

    private static final Set<Grouping.Aggregate> OF_NUMBERS =
            EnumSet.of(Grouping.Aggregate.SUM, Grouping.Aggregate.MEAN, Grouping.Aggregate.SHARE);
    private static final Set<Grouping.Aggregate> BY_ORDER =
            EnumSet.of(Grouping.Aggregate.LATEST, Grouping.Aggregate.LATEST_KNOWN);

    private GroupingReader() {}

    static Grouping read(Section section, Table table, List<ColumnRule> columns) {
        section.only("by", "latest_by", "share_within", "values", "at_least");
        List<String> by = section.texts("by");
        if (by.isEmpty()) {
            throw section.problemAt("by", section.place() + " needs 'by'");
        }
        by.forEach(name -> requireMapped(section, "by", name, columns));
        section.texts("share_within").forEach(name -> requireMapped(section, "share_within", name, columns));
        Map<String, Grouping.Aggregate> aggregates = aggregates(section, table, columns, by);
        return new Grouping(
                by,
                section.texts("latest_by"),
                section.texts("share_within"),
                aggregates,
                minimum(section, aggregates));
    }

    private static Map<String, Grouping.Aggregate> aggregates(
            Section section, Table table, List<ColumnRule> columns, List<String> by) {
        Map<String, Grouping.Aggregate> aggregates = new LinkedHashMap<>();
        if (section.has("values")) {
            Section values = section.section("values");
            for (String name : values.keys()) {
                requireMapped(values, name, name, columns);
                Grouping.Aggregate how =
                        values.choice(name, Grouping.Aggregate.class).orElseThrow();
                requireFits(section, values, table.column(name).orElseThrow(), how);
                aggregates.put(name, how);
            }
        }
        for (ColumnRule rule : columns) {
            String name = rule.target().name();
            if (!by.contains(name) && !aggregates.containsKey(name)) {
                throw section.problemAt(
                        "values",
                        section.place() + ".values must say how '" + name + "' is made from several rows: "
                                + List.of(Grouping.Aggregate.values())
                                        .toString()
                                        .toLowerCase(Locale.ROOT));
            }
        }
        return aggregates;
    }

    private static void requireFits(Section section, Section values, Column column, Grouping.Aggregate how) {
        if (OF_NUMBERS.contains(how) && column.type() != ColumnType.NUMBER) {
            throw values.problemAt(column.name(), "'" + column.name() + "' is no number and has no " + word(how));
        }
        if (how == Grouping.Aggregate.ANY && column.type() != ColumnType.FLAG) {
            throw values.problemAt(column.name(), "'" + column.name() + "' is no flag and has no " + word(how));
        }
        if (BY_ORDER.contains(how) && section.texts("latest_by").isEmpty()) {
            throw section.problemAt("latest_by", section.place() + " needs 'latest_by' to know what is latest");
        }
        if (how == Grouping.Aggregate.SHARE && section.texts("share_within").isEmpty()) {
            throw section.problemAt("share_within", section.place() + " needs 'share_within' to know the whole");
        }
    }

    private static Optional<Grouping.Minimum> minimum(Section section, Map<String, Grouping.Aggregate> aggregates) {
        if (!section.has("at_least")) {
            return Optional.empty();
        }
        Section minimum = section.section("at_least").only("column", "values", "name", "reason");
        String column = minimum.text("column");
        if (!aggregates.containsKey(column)) {
            throw minimum.problemAt("column", minimum.place() + ".column must be one of " + aggregates.keySet());
        }
        minimum.text("reason");
        int values = minimum.value("values", Integer::parseInt).orElse(1);
        return Optional.of(new Grouping.Minimum(column, values, minimum.text("name")));
    }

    private static void requireMapped(Section section, String key, String name, List<ColumnRule> columns) {
        List<String> mapped = columns.stream().map(rule -> rule.target().name()).toList();
        if (!mapped.contains(name)) {
            throw section.problemAt(
                    key,
                    section.place() + " names '" + name + "', which has no rule under columns. Rules: " + mapped + "."
                            + NearestNames.maybe(name, mapped));
        }
    }

    private static String word(Grouping.Aggregate how) {
        return how.name().toLowerCase(Locale.ROOT);
    }
}
