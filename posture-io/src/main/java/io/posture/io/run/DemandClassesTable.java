package io.posture.io.run;

import io.posture.api.DemandClass;
import io.posture.io.DemandClasses;
import io.posture.io.sink.OutputColumn;
import io.posture.io.sink.OutputTable;
import io.posture.profile.DemandSummary;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

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

    private static final int CLASS = 9;
    private static final int AT_ONCE = 1 << 12;

    private DemandClassesTable() {}

    /**
     * Writes a row for every item, by its key.
     *
     * @param table has {@link #COLUMNS}; stays open
     * @return how many items are of each class
     */
    public static Map<DemandClass, Integer> write(DemandClasses classes, OutputTable table) throws IOException {
        Map<DemandClass, Integer> counts = new EnumMap<>(DemandClass.class);
        for (int from = 0; from < classes.size(); from += AT_ONCE) {
            List<List<String>> rows = IntStream.range(from, Math.min(from + AT_ONCE, classes.size()))
                    .parallel()
                    .mapToObj(place -> cells(classes.item(place)))
                    .toList();
            for (List<String> row : rows) {
                table.row(row);
                counts.merge(DemandClass.valueOf(row.get(CLASS)), 1, Integer::sum);
            }
        }
        return counts;
    }

    private static List<String> cells(DemandClasses.Item item) {
        DemandSummary summary = item.summary();
        return List.of(
                item.id(),
                summary.bucket().name().toLowerCase(Locale.ROOT),
                Integer.toString(summary.buckets()),
                Integer.toString(summary.withDemand()),
                NumberText.of(summary.pieces()),
                NumberText.of(summary.mean()),
                NumberText.of(summary.sd()),
                NumberText.of(summary.adi()),
                NumberText.of(summary.squaredCv()),
                summary.demandClass().name(),
                NumberText.of(summary.returnedPieces()));
    }
}
