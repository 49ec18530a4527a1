package io.posture.io.mapping;

import io.posture.io.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How one table is made from one file.
 *
 * @param table the table
 * @param from the file, as the mapping calls it
 * @param needs further sources without which the table is not made
 * @param periods columns of the file that are turned into rows; empty if the file is read as it is
 * @param filters rules that leave rows out; the first that matches counts
 * @param columns how each column is found
 * @param grouping how rows become one record; empty if every row is a record
 */
public record TableMapping(
        Table table,
        String from,
        List<String> needs,
        Optional<PeriodColumns> periods,
        List<RowFilter> filters,
        List<ColumnRule> columns,
        Optional<Grouping> grouping) {

    /** Copies. */
    public TableMapping {
        needs = List.copyOf(needs);
        filters = List.copyOf(filters);
        columns = List.copyOf(columns);
    }

    /** All sources without which the table is not made. */
    public List<String> sources() {
        return Stream.concat(Stream.of(from), needs.stream()).toList();
    }
}
