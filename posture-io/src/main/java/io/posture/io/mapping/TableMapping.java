package io.posture.io.mapping;

import io.posture.io.table.Table;
import java.util.List;
import java.util.Optional;

/**
 * How one table is made from one file.
 *
 * @param table the table
 * @param from the file, as the mapping calls it
 * @param filters rules that leave rows out; the first that matches counts
 * @param columns how each column is found
 * @param grouping how rows become one record; empty if every row is a record
 */
public record TableMapping(
        Table table, String from, List<RowFilter> filters, List<ColumnRule> columns, Optional<Grouping> grouping) {

    /** Copies. */
    public TableMapping {
        filters = List.copyOf(filters);
        columns = List.copyOf(columns);
    }
}
