package io.posture.io.run;

import io.posture.api.DemandClass;
import io.posture.io.DemandClasses;
import io.posture.io.sink.OutputColumn;
import io.posture.io.sink.OutputTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The demand patterns of items as a table. */
public final class DemandClassesTable {

    /** Its columns. */
    public static final List<OutputColumn> COLUMNS = List.of(
            new OutputColumn("item_id", OutputColumn.Kind.TEXT),
            new OutputColumn("bucket", OutputColumn.Kind.TEXT),
            new OutputColumn("buckets", OutputColumn.Kind.NUMBER),
            new OutputColumn("with_demand", OutputColumn.Kind.NUMBER),
            new OutputColumn("pieces", OutputColumn.Kind.NUMBER),
            new OutputColumn("mean", OutputColumn.Kind.NUMBER),
            new OutputColumn("sd", OutputColumn.Kind.NUMBER),
            new OutputColumn("adi", OutputColumn.Kind.NUMBER),
            new OutputColumn("squared_cv", OutputColumn.Kind.NUMBER),
            new OutputColumn("demand_class", OutputColumn.Kind.TEXT),
            new OutputColumn("returned_pieces", OutputColumn.Kind.NUMBER));

    private DemandClassesTable() {}

    /**
     * Writes a row for every item, by its key.
     *
     * @param table has {@link #COLUMNS}; stays open
     * @return how many items are of each class
     * @throws UncheckedIOException if it cannot be written
     */
    public static Map<DemandClass, Integer> write(DemandClasses classes, OutputTable table) {
        Map<DemandClass, Integer> counts = new EnumMap<>(DemandClass.class);
        classes.forEach((item, summary) -> {
            counts.merge(summary.demandClass(), 1, Integer::sum);
            try {
                table.row(List.of(
                        item,
                        summary.bucket().name().toLowerCase(Locale.ROOT),
                        Integer.toString(summary.buckets()),
                        Integer.toString(summary.withDemand()),
                        NumberText.of(summary.pieces()),
                        NumberText.of(summary.mean()),
                        NumberText.of(summary.sd()),
                        NumberText.of(summary.adi()),
                        NumberText.of(summary.squaredCv()),
                        summary.demandClass().name(),
                        NumberText.of(summary.returnedPieces())));
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        });
        return counts;
    }
}
