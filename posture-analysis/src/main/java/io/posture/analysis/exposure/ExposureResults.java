package io.posture.analysis.exposure;

import io.posture.analysis.stress.Opening;
import io.posture.analysis.stress.SupplyNetwork;
import io.posture.io.Import;
import io.posture.io.run.ItemEconomics;
import io.posture.io.run.RunCompanion;
import io.posture.io.run.Summary;
import io.posture.io.sink.OutputTable;
import io.posture.resilience.network.SolverLimit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The ranking of nodes of a run, for its folder: with the stock on hand, or, where nobody counted any, with the buffers that
 * the run proposes. Not thread-safe.
 */
public final class ExposureResults implements RunCompanion {

    /** Days for which a node fails whose time to recover nobody says. */
    public static final double STAND_IN_DAYS = 30;

    private static final String FILE = ExposureTable.NAME + ".csv";

    private final Import imported;
    private final double carryingRate;
    private final List<ItemEconomics> items = new ArrayList<>();

    /**
     * Of a run that has no items yet.
     *
     * @param imported what it decides on
     * @param carryingRate share of the unit cost a year of items without their own
     */
    public ExposureResults(Import imported, double carryingRate) {
        this.imported = imported;
        this.carryingRate = carryingRate;
    }

    @Override
    public void add(ItemEconomics item) {
        items.add(item);
    }

    @Override
    public void finish(Place run) throws IOException {
        boolean counted = imported.population()
                .items()
                .anyMatch(item -> item.stock().usablePieces().isPresent());
        Opening opening = counted ? new Opening.OnHand() : Opening.Planned.of(items);
        SupplyNetwork network = SupplyNetwork.of(imported, opening, carryingRate, OptionalDouble.empty());
        ExposureRanking ranking = ExposureRanking.of(network, STAND_IN_DAYS, SolverLimit.MANY);
        try (OutputTable table = run.table(FILE, ExposureTable.COLUMNS)) {
            ExposureTable.write(ranking, table);
        }
        run.section(section(ranking, opening));
    }

    private static Summary.Section section(ExposureRanking ranking, Opening opening) {
        List<String> sentences = new ArrayList<>();
        Map<String, OptionalDouble> figures = new LinkedHashMap<>();
        List<NodeExposure> hurting =
                ranking.nodes().stream().filter(node -> node.impact() > 0).toList();
        figures.put("nodes", OptionalDouble.of(ranking.nodes().size()));
        figures.put("nodes_with_impact", OptionalDouble.of(hurting.size()));
        figures.put(
                "largest_impact",
                hurting.stream().mapToDouble(NodeExposure::impact).max());
        if (ranking.nodes().isEmpty()) {
            sentences.add("No supplier is known: nothing is said of what depends on whom.");
        } else if (hurting.isEmpty()) {
            sentences.add(String.format(
                    Locale.ROOT,
                    "%s, none of %,d suppliers, places, lanes and regions costs money while it recovers, as far as the"
                            + " map shows.",
                    with(opening),
                    ranking.nodes().size()));
        } else {
            NodeExposure worst = hurting.get(0);
            sentences.add(String.format(
                    Locale.ROOT,
                    "%s, %,d of %,d suppliers, places, lanes and regions cost money while they recover; most of all"
                            + " %s %s (%.0f days%s): %,.0f%s. All by rank: %s.",
                    with(opening),
                    hurting.size(),
                    ranking.nodes().size(),
                    worst.node().kind().text(),
                    worst.node().id(),
                    worst.downDays(),
                    worst.assumed() ? ", assumed" : "",
                    worst.impact(),
                    ranking.basisText().equals("margin") ? "" : " at " + ranking.basisText(),
                    FILE));
        }
        if (ranking.goodsOfUnknownSupply() > 0) {
            sentences.add(String.format(
                    Locale.ROOT,
                    "Of %,d items it is not known who supplies them, or a part of them.",
                    ranking.goodsOfUnknownSupply()));
        }
        return new Summary.Section("exposure", "EXPOSURE (posture stress --exposure)", sentences, figures);
    }

    private static String with(Opening opening) {
        return opening instanceof Opening.Planned ? "With the planned buffers" : "With the stock on hand";
    }
}
