package io.posture.io.mapping;

import io.posture.io.input.InputFile;
import io.posture.io.input.MappingException;
import io.posture.io.input.NearestNames;
import io.posture.io.table.Column;
import io.posture.io.table.DatePattern;
import io.posture.io.table.Notation;
import io.posture.io.table.Presence;
import io.posture.io.table.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads mapping files. Every key is known or refused, with its line and the nearest name. */
public final class MappingReader {

    private MappingReader() {}

    /**
     * Reads a mapping.
     *
     * @throws MappingException if the file says something that cannot be meant
     */
    public static Mapping read(InputFile file) {
        Section root = new Section(file.name(), "", YamlReader.read(file))
                .only("mapping", "as_of", "assumptions", "sources", "value_maps", "tables");
        Map<String, SourceSpec> sources = sources(root);
        Map<String, Map<String, String>> valueMaps = new TreeMap<>();
        if (root.has("value_maps")) {
            Section maps = root.section("value_maps");
            maps.keys().forEach(name -> valueMaps.put(name, maps.textsByName(name)));
        }
        List<TableMapping> tables = new ArrayList<>();
        Section all = root.section("tables");
        for (String id : all.keys()) {
            Table table = Table.find(id)
                    .orElseThrow(() -> all.problemAt(
                            id,
                            "there is no table '" + id + "'. Tables: " + Table.ids() + "."
                                    + NearestNames.maybe(id, Table.ids())));
            tables.add(table(all.section(id), table, sources, valueMaps));
        }
        if (tables.isEmpty()) {
            throw root.problemAt("tables", "a mapping needs at least one table");
        }
        return new Mapping(
                root.text("mapping"),
                root.value("as_of", LocalDate::parse),
                root.texts("assumptions"),
                List.copyOf(sources.values()),
                tables);
    }

    private static Map<String, SourceSpec> sources(Section root) {
        Section all = root.section("sources");
        Map<String, SourceSpec> sources = new TreeMap<>();
        for (String id : all.keys()) {
            Section one = all.section(id).only("file", "header", "dates", "decimal", "grouping", "empty_values");
            sources.put(
                    id, new SourceSpec(id, one.text("file"), one.texts("header"), notation(one, Notation.CANONICAL)));
        }
        return sources;
    }

    /** The notation that a section declares; what it leaves open is as elsewhere. */
    static Notation notation(Section section, Notation elsewhere) {
        List<DatePattern> dates = new ArrayList<>();
        for (String pattern : section.texts("dates")) {
            try {
                dates.add(DatePattern.of(pattern));
            } catch (IllegalArgumentException bad) {
                throw section.problemAt("dates", "'" + pattern + "' is no pattern of dates: " + bad.getMessage(), bad);
            }
        }
        Set<String> empties = new HashSet<>(elsewhere.empties());
        empties.addAll(section.texts("empty_values"));
        Optional<Character> grouping = section.value("grouping", MappingReader::sign);
        char decimal = section.value("decimal", MappingReader::sign).orElse(elsewhere.decimal());
        try {
            return new Notation(
                    dates.isEmpty() ? elsewhere.dates() : dates,
                    decimal,
                    grouping.isPresent() ? grouping : elsewhere.grouping(),
                    empties);
        } catch (IllegalArgumentException bad) {
            throw section.problemAt("decimal", String.valueOf(bad.getMessage()), bad);
        }
    }

    private static char sign(String text) {
        if (text.length() != 1) {
            throw new IllegalArgumentException("need one sign");
        }
        return text.charAt(0);
    }

    private static TableMapping table(
            Section section, Table table, Map<String, SourceSpec> sources, Map<String, Map<String, String>> valueMaps) {
        section.only("from", "filters", "columns", "group");
        String from = section.text("from");
        SourceSpec source = sources.get(from);
        if (source == null) {
            throw section.problemAt(
                    "from",
                    "there is no source '" + from + "'. Sources: " + sources.keySet() + "."
                            + NearestNames.maybe(from, sources.keySet()));
        }
        List<RowFilter> filters = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Section filter : section.sections("filters")) {
            filters.add(FilterReader.read(filter));
            if (!names.add(filter.text("name"))) {
                throw filter.problemAt("name", "two filters are called '" + filter.text("name") + "'");
            }
        }
        List<ColumnRule> columns = columns(
                section.section("columns"),
                table,
                new ColumnRuleReader(source.notation(), sources.keySet(), valueMaps));
        Optional<Grouping> grouping = section.has("group")
                ? Optional.of(GroupingReader.read(section.section("group"), table, columns))
                : Optional.empty();
        requireNeeded(section, table, columns);
        return new TableMapping(table, from, filters, columns, grouping);
    }

    private static List<ColumnRule> columns(Section section, Table table, ColumnRuleReader reader) {
        List<ColumnRule> rules = new ArrayList<>();
        Set<String> before = new LinkedHashSet<>();
        for (String name : section.keys()) {
            Column target = table.column(name)
                    .orElseThrow(() -> section.problemAt(
                            name,
                            "table " + table.id() + " has no column '" + name + "'. Columns: " + table.columnNames()
                                    + "." + NearestNames.maybe(name, table.columnNames())));
            rules.add(reader.read(section, target, before));
            before.add(name);
        }
        return rules;
    }

    private static void requireNeeded(Section section, Table table, List<ColumnRule> columns) {
        for (Column needed : table.columns()) {
            boolean mapped =
                    columns.stream().anyMatch(rule -> rule.target().name().equals(needed.name()));
            if (!mapped && needed.presence() == Presence.EVERY_CELL) {
                throw section.problemAt("columns", section.place() + ".columns needs '" + needed.name() + "'");
            }
        }
    }
}
