package io.posture.io.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** Reads one named filter of a mapping. */
final class FilterReader {

    private static final Map<String, BiFunction<Section, String, RowFilter.Test>> TESTS = tests();

    private FilterReader() {}

    static RowFilter read(Section section) {
        List<RowFilter.Condition> conditions = new ArrayList<>();
        conditions.add(condition(section, section.text("name"), "name", "reason", "counts_in_shares", "also"));
        section.sections("also").forEach(also -> conditions.add(condition(also, section.text("name"))));
        return new RowFilter(
                section.text("name"), section.text("reason"), conditions, section.flag("counts_in_shares"));
    }

    /** Reads the test of one cell; further keys beside it are allowed. */
    static RowFilter.Condition condition(Section section, String filter, String... otherKeys) {
        List<String> keys = new ArrayList<>(List.of(otherKeys));
        keys.add("column");
        keys.addAll(TESTS.keySet());
        section.only(keys.toArray(String[]::new));
        List<String> tests = section.keys().stream().filter(TESTS::containsKey).toList();
        if (tests.size() != 1) {
            throw section.problemAt(
                    "name", "filter '" + filter + "' needs one test of " + TESTS.keySet() + ", has " + tests);
        }
        String test = tests.get(0);
        return new RowFilter.Condition(
                section.text("column"),
                Objects.requireNonNull(TESTS.get(test), test).apply(section, test));
    }

    private static Map<String, BiFunction<Section, String, RowFilter.Test>> tests() {
        Map<String, BiFunction<Section, String, RowFilter.Test>> tests = new LinkedHashMap<>();
        tests.put("equals", (section, key) -> new RowFilter.Test.OneOf(Set.of(section.text(key)), false));
        tests.put("not_equals", (section, key) -> new RowFilter.Test.OneOf(Set.of(section.text(key)), true));
        tests.put("in", (section, key) -> new RowFilter.Test.OneOf(Set.copyOf(section.texts(key)), false));
        tests.put("not_in", (section, key) -> new RowFilter.Test.OneOf(Set.copyOf(section.texts(key)), true));
        tests.put("matches", (section, key) -> new RowFilter.Test.Matches(pattern(section, key), false));
        tests.put("not_matches", (section, key) -> new RowFilter.Test.Matches(pattern(section, key), true));
        tests.put("empty", (section, key) -> new RowFilter.Test.Empty(!section.flag(key)));
        tests.put("latest", (section, key) -> new RowFilter.Test.Latest(!section.flag(key)));
        return tests;
    }

    private static Pattern pattern(Section section, String key) {
        return section.value(key, Pattern::compile).orElseThrow();
    }
}
