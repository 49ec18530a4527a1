package io.posture.io.mapping;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The columns that a mapping wants of a source.
 *
 * @param signature those that tell its files from others
 * @param all those that anything is read from, and the signature
 * @param periods patterns of the columns that are turned into rows; each needs one at least
 */
public record SourceColumns(List<String> signature, List<String> all, List<Pattern> periods) {

    /** Copies. */
    public SourceColumns {
        signature = List.copyOf(signature);
        all = List.copyOf(all);
        periods = List.copyOf(periods);
    }

    /** The columns that a mapping wants of one of its sources. */
    public static SourceColumns of(Mapping mapping, SourceSpec source) {
        Set<String> all = new LinkedHashSet<>(source.signature());
        List<Pattern> periods = new ArrayList<>();
        for (TableMapping table : mapping.tables()) {
            for (ColumnRule rule : table.columns()) {
                rule.lookup()
                        .filter(lookup -> lookup.source().equals(source.id()))
                        .ifPresent(lookup -> {
                            all.addAll(lookup.key());
                            all.add(lookup.value());
                        });
            }
            if (table.from().equals(source.id())) {
                List<String> read = readBy(table);
                if (table.periods().isPresent()) {
                    periods.add(table.periods().get().columns());
                    read.removeAll(List.of(PeriodColumns.PERIOD, PeriodColumns.VALUE));
                }
                all.addAll(read);
            }
        }
        return new SourceColumns(source.signature(), List.copyOf(all), periods);
    }

    private static List<String> readBy(TableMapping table) {
        List<String> columns = new ArrayList<>();
        table.columns().forEach(rule -> {
            columns.addAll(rule.fileColumns());
            rule.minus().ifPresent(condition -> columns.add(condition.column()));
        });
        table.filters().forEach(filter -> filter.conditions().forEach(condition -> columns.add(condition.column())));
        table.grouping().ifPresent(grouping -> columns.addAll(grouping.latestBy()));
        return columns;
    }

    /**
     * What of the signature a header lacks, periods by their pattern.
     *
     * @param has whether the header has a column
     * @param header the header
     */
    public List<String> missing(Predicate<String> has, List<String> header) {
        List<String> missing = new ArrayList<>();
        signature.stream().filter(has.negate()).forEach(missing::add);
        periods.stream()
                .filter(period -> header.stream()
                        .noneMatch(name -> period.matcher(new BoundedText(name)).matches()))
                .forEach(period -> missing.add("/" + period + "/"));
        return missing;
    }

    /** How many parts the signature has. */
    public int parts() {
        return signature.size() + periods.size();
    }
}
