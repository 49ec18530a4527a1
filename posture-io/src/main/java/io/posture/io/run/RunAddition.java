package io.posture.io.run;

import io.posture.io.sink.OutputColumn;
import io.posture.io.sink.OutputTable;
import java.io.IOException;
import java.util.List;

/**
 * Further results of a run, made elsewhere from the figures of its items. The run writes its tables in every
 * format, vouches for them, and shows what it says in the summary. Not thread-safe.
 */
public interface RunAddition {

    /** Takes an item; items come in the order of their keys. */
    void add(ItemEconomics item);

    /** The tables, after all items were taken; each is called after one of {@link RunFiles#ADDITIONS}. */
    List<Table> tables();

    /** What the summary says of it. */
    Summary.Section section();

    /**
     * A table.
     *
     * @param csvName name of its CSV file
     * @param columns its columns
     * @param rows writes its rows
     */
    record Table(String csvName, List<OutputColumn> columns, Rows rows) {

        /** Columns in a list of their own. */
        public Table {
            columns = List.copyOf(columns);
        }
    }

    /** Writes rows. */
    @FunctionalInterface
    interface Rows {

        /** Writes all of them; the table is closed by whoever began it. */
        void to(OutputTable table) throws IOException;
    }
}
