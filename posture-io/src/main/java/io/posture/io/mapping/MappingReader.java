package io.posture.io.mapping;

import io.posture.io.input.FileNotation;
import io.posture.io.input.InputFile;
import io.posture.io.input.MappingException;
import io.posture.io.input.NearestNames;
import io.posture.io.table.Column;
import io.posture.io.table.DatePattern;
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
import java.util.regex.Pattern;

/** Reads mapping files. Every key is known or refused, with its line and the nearest name. */
public final class MappingReader {

    private MappingReader() {}

    /**
     * Reads a mapping.
     *
     * @throws MappingException if the file says something that cannot be meant
     */
    public static Mapping read(InputFile file) {
        return read(file, FileNotation.OPEN);
    }

    /**
     * Reads a mapping.
     *
     * @param said how the files are written where the mapping leaves it open
     * @throws MappingException if the file says something that cannot be meant
     */
    public static Mapping read(InputFile file, FileNotation said) {
        Section root = new Section(file.name(), "", YamlReader.read(file))
                .only("mapping", "about", "status", "as_of", "assumptions", "sources", "value_maps", "tables");
        Map<String, SourceSpec> sources = sources(root, said(said));
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
                root.text("about", ""),
                root.value("status", Evidence::of),
                root.value("as_of", LocalDate::parse),
                root.texts("assumptions"),
                List.copyOf(sources.values()),
                tables);
    }

    private static Map<String, SourceSpec> sources(Section root, DeclaredNotation said) {
        Section all = root.section("sources");
        Map<String, SourceSpec> sources = new TreeMap<>();
        for (String id : all.keys()) {
            Section one =
                    all.section(id).only("file", "header", "optional", "dates", "decimal", "grouping", "empty_values");
            sources.put(
                    id,
                    new SourceSpec(
                            id, one.text("file"), one.texts("header"), notation(one, said), one.flag("optional")));
        }
        return sources;
    }

    private static DeclaredNotation said(FileNotation said) {
        try {
            return DeclaredNotation.of(said);
        } catch (IllegalArgumentException bad) {
            throw new MappingException("dates " + said.dates() + " cannot be used: " + bad.getMessage(), bad);
        }
    }

    /** The notation that a section declares; what it leaves open is as elsewhere. */
    static DeclaredNotation notation(Section section, DeclaredNotation elsewhere) {
        List<DatePattern> dates = new ArrayList<>();
        for (String pattern : section.texts("dates")) {
            try {
                dates.add(DatePattern.of(pattern));
            } catch (IllegalArgumentException bad) {
                throw section.problemAt("dates", "'" + pattern + "' is no pattern of dates: " + bad.getMessage(), bad);
            }
        }
        try {
            DeclaredNotation own = new DeclaredNotation(
                    dates,
                    section.value("decimal", MappingReader::sign),
                    section.value("grouping", MappingReader::sign),
                    Set.copyOf(section.texts("empty_values")),
                    false);
            return own.or(elsewhere);
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
        section.only("from", "needs", "periods", "filters", "columns", "group");
        String from = section.text("from");
        SourceSpec source = source(section, "from", from, sources);
        section.texts("needs").forEach(needed -> source(section, "needs", needed, sources));
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
        return new TableMapping(table, from, section.texts("needs"), periods(section), filters, columns, grouping);
    }

    private static SourceSpec source(Section section, String key, String id, Map<String, SourceSpec> sources) {
        SourceSpec source = sources.get(id);
        if (source == null) {
            throw section.problemAt(
                    key,
                    "there is no source '" + id + "'. Sources: " + sources.keySet() + "."
                            + NearestNames.maybe(id, sources.keySet()));
        }
        return source;
    }

    private static Optional<PeriodColumns> periods(Section section) {
        return section.has("periods")
                ? section.section("periods")
                        .only("columns")
                        .value("columns", Pattern::compile)
                        .map(PeriodColumns::new)
                : Optional.empty();
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
