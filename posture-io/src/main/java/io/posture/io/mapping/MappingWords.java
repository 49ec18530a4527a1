package io.posture.io.mapping;

import io.posture.io.table.DatePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Says in words what a mapping does. */
public final class MappingWords {

    private static final int SHOWN = 6;

    private MappingWords() {}

    /** How a source writes dates, numbers and unknown. */
    public static String of(DeclaredNotation notation) {
        List<String> parts = new ArrayList<>();
        parts.add("dates " + (notation.datesOpen() ? "decided from the values" : patterns(notation.dates())));
        parts.add("numbers " + (notation.numbersOpen() ? "decided from the values" : numbers(notation)));
        if (!notation.empties().isEmpty()) {
            parts.add("unknown also written "
                    + quoted(notation.empties().stream().sorted().toList()));
        }
        return String.join(", ", parts);
    }

    /** Which columns are turned into rows. */
    public static String of(PeriodColumns periods) {
        return "a row for each column whose name matches /" + periods.columns() + "/: its name is '"
                + PeriodColumns.PERIOD + "', its cell '" + PeriodColumns.VALUE + "'";
    }

    /** Which rows a filter leaves out, without its reason. */
    public static String of(RowFilter filter) {
        List<String> conditions = filter.conditions().stream()
                .map(condition -> "'" + condition.column() + "' " + of(condition.test()))
                .toList();
        return String.join(" and ", conditions)
                + (filter.countsInShares() ? "; such rows still count in the whole of shares" : "");
    }

    private static String of(RowFilter.Test test) {
        if (test instanceof RowFilter.Test.OneOf oneOf) {
            return (oneOf.negated() ? "is none of " : "is ")
                    + quoted(oneOf.values().stream().sorted().toList());
        }
        if (test instanceof RowFilter.Test.Matches matches) {
            return (matches.negated() ? "does not match /" : "matches /") + matches.pattern() + "/";
        }
        if (test instanceof RowFilter.Test.Empty empty) {
            return empty.negated() ? "is not empty" : "is empty";
        }
        return ((RowFilter.Test.Latest) test).negated() ? "is not the latest" : "is the latest";
    }

    /** Where a column comes from and what is done to it. */
    public static String of(ColumnRule rule) {
        List<String> parts = new ArrayList<>();
        parts.add(of(rule.origin()) + (rule.mayBeAbsent() ? " if it is there" : ""));
        if (!rule.extract().isEmpty()) {
            parts.add("the part that matches "
                    + String.join(
                            " or ",
                            rule.extract().stream()
                                    .map(Pattern::pattern)
                                    .map(regex -> "/" + regex + "/")
                                    .toList()));
        }
        switch (rule.letters()) {
            case UPPER -> parts.add("in capital letters");
            case LOWER -> parts.add("in small letters");
            case KEEP -> {}
        }
        if (!rule.values().isEmpty()) {
            parts.add(values(rule.values())
                    + switch (rule.unlisted()) {
                        case KEEP -> "";
                        case UNKNOWN -> ", others unknown";
                        case REJECT -> ", rows with others set aside";
                    });
        }
        rule.lookup()
                .ifPresent(lookup -> parts.add("looked up in " + lookup.source() + ": '" + lookup.value() + "' by '"
                        + String.join(ColumnRule.STROKE, lookup.key()) + "'"));
        if (!rule.standIn().isEmpty()) {
            parts.add("\"" + rule.standIn() + "\" where unknown");
        }
        rule.minus()
                .ifPresent(condition -> parts.add("minus where '" + condition.column() + "' " + of(condition.test())));
        if (rule.percent()) {
            parts.add("divided by 100");
        }
        if (rule.complement()) {
            parts.add("1 minus it");
        }
        if (rule.plusDays() != 0) {
            parts.add("moved by " + rule.plusDays() + (Math.abs(rule.plusDays()) == 1 ? " day" : " days"));
        }
        return String.join(", ", parts);
    }

    private static String of(ColumnRule.Origin origin) {
        if (origin instanceof ColumnRule.Origin.FileCells cells) {
            return "column '" + String.join("' / '", cells.columns()) + "'";
        }
        if (origin instanceof ColumnRule.Origin.ChosenCell chosen) {
            List<String> cases = new ArrayList<>();
            chosen.columns().forEach((text, column) -> cases.add("'" + column + "' where it is " + text));
            return "by '" + chosen.by() + "': column " + String.join(", ", cases);
        }
        if (origin instanceof ColumnRule.Origin.OtherColumn other) {
            return "as " + other.target();
        }
        return "always \"" + ((ColumnRule.Origin.Constant) origin).text() + "\"";
    }

    /** How rows become one record. */
    public static String of(Grouping grouping) {
        List<String> parts = new ArrayList<>();
        parts.add("one record for each " + String.join(" and ", grouping.by()));
        if (!grouping.latestBy().isEmpty()) {
            parts.add("the latest by '" + String.join("', then '", grouping.latestBy()) + "'");
        }
        List<String> how = new ArrayList<>();
        grouping.aggregates().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(entry -> entry.getValue() != Grouping.Aggregate.FIRST)
                .forEach(entry -> how.add(entry.getKey() + " "
                        + entry.getValue().name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        if (!how.isEmpty()) {
            parts.add(String.join(", ", how));
        }
        grouping.minimum()
                .ifPresent(minimum -> parts.add("left out as '" + minimum.rule() + "' with fewer than "
                        + minimum.values() + " values of " + minimum.column()));
        return String.join("; ", parts);
    }

    private static String values(Map<String, String> values) {
        List<String> shown = new ArrayList<>();
        values.entrySet().stream()
                .limit(SHOWN)
                .forEach(entry -> shown.add("\"" + entry.getKey() + "\" is "
                        + (entry.getValue().isEmpty() ? "unknown" : "\"" + entry.getValue() + "\"")));
        return String.join(", ", shown) + (values.size() > SHOWN ? " and " + (values.size() - SHOWN) + " more" : "");
    }

    private static String quoted(List<String> texts) {
        String shown = String.join("\" or \"", texts.subList(0, Math.min(SHOWN, texts.size())));
        return "\"" + shown + "\"" + (texts.size() > SHOWN ? " or one of " + (texts.size() - SHOWN) + " more" : "");
    }

    private static String patterns(List<DatePattern> dates) {
        return String.join(" or ", dates.stream().map(DatePattern::toString).toList());
    }

    private static String numbers(DeclaredNotation notation) {
        String sample = "1234" + notation.decimal().orElse('.') + "56";
        return notation.grouping().map(sign -> "1" + sign + sample.substring(1)).orElse(sample);
    }
}
