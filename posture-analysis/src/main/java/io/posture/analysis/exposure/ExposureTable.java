package io.posture.analysis.exposure;

import io.posture.io.run.NumberText;
import io.posture.io.sink.OutputColumn;
import io.posture.io.sink.OutputTable;
import io.posture.stress.SupplyNode;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;

/** The ranking of nodes as a table: a row for each, the one whose failure costs most first. */
public final class ExposureTable {

    /** Name of the table. */
    public static final String NAME = "exposure";

    /** Its columns. */
    public static final List<OutputColumn> COLUMNS = List.of(
            number("rank"),
            text("node_kind"),
            text("node_id"),
            number("tier"),
            text("region"),
            number("ttr_days"),
            text("ttr_basis"),
            number("items_reached"),
            number("impact"),
            number("impact_at_least"),
            text("value_basis"),
            number("rei"),
            number("tts_days"),
            text("tts_state"),
            number("gap_days"));

    private ExposureTable() {}

    private static OutputColumn text(String name) {
        return new OutputColumn(name, OutputColumn.Kind.TEXT);
    }

    private static OutputColumn number(String name) {
        return new OutputColumn(name, OutputColumn.Kind.NUMBER);
    }

    /**
     * Writes all rows of a ranking.
     *
     * @param table has {@link #COLUMNS}; stays open
     * @throws IOException if the disk refuses
     */
    public static void write(ExposureRanking ranking, OutputTable table) throws IOException {
        int rank = 0;
        for (NodeExposure exposure : ranking.nodes()) {
            rank++;
            table.row(cells(rank, ranking.basisText(), exposure));
        }
    }

    private static List<String> cells(int rank, String basis, NodeExposure exposure) {
        SupplyNode node = exposure.node();
        return List.of(
                Integer.toString(rank),
                node.kind().text(),
                node.id(),
                Integer.toString(node.tier()),
                node.region(),
                NumberText.of(exposure.downDays()),
                exposure.assumed() ? "assumed" : "stated",
                Integer.toString(exposure.goods()),
                NumberText.of(exposure.impact()),
                NumberText.of(exposure.atLeast()),
                basis,
                NumberText.of(exposure.rei()),
                NumberText.of(exposure.surviveDays()),
                survival(exposure),
                NumberText.of(exposure.gapDays()));
    }

    /** {@code exact}, {@code at_least}, or {@code for_ever} without days. */
    public static String survival(NodeExposure exposure) {
        OptionalDouble days = exposure.surviveDays();
        if (days.isEmpty()) {
            return "for_ever";
        }
        return days.equals(exposure.surviveAtMost()) ? "exact" : "at_least";
    }
}
