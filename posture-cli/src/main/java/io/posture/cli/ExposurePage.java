package io.posture.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posture.analysis.exposure.ExposureRanking;
import io.posture.analysis.exposure.ExposureTable;
import io.posture.analysis.exposure.NodeExposure;
import io.posture.analysis.stress.Opening;
import io.posture.analysis.stress.SupplyNetwork;
import io.posture.io.Import;
import io.posture.io.run.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Every node by what its failure costs, for people and for programs. */
final class ExposurePage {

    private static final String SCHEMA = "posture/exposure/v1";
    private static final int NAME = 46;

    private final Import imported;
    private final Opening opening;
    private final int stockUnknown;
    private final ExposureRanking ranking;

    ExposurePage(Import imported, SupplyNetwork network, ExposureRanking ranking) {
        this.imported = imported;
        this.opening = network.opening();
        this.stockUnknown = network.gaps().stream()
                .filter(gap -> gap.code().equals("STOCK"))
                .mapToInt(gap -> gap.subjects().size())
                .sum();
        this.ranking = ranking;
    }

    String text(int top) {
        List<String> lines = new ArrayList<>();
        lines.add("Exposure of " + imported.name() + ", as of "
                + imported.population().asOf());
        lines.add(
                "Each supplier, place, lane and region fails until it has recovered; everybody does the best that is");
        lines.add("possible, with the " + (opening instanceof Opening.Planned ? "planned buffers" : "stock on hand")
                + ". No probability is needed. posture stress tries out when it happens.");
        lines.add(String.format(
                Locale.ROOT,
                "%,d items with a demand of their own; supply of %,d more unknown: nothing is said of them.",
                ranking.goods(),
                ranking.goodsOfUnknownSupply()));
        if (stockUnknown > 0) {
            lines.add(String.format(
                    Locale.ROOT, "Stock is unknown of %,d items, and none is taken to be there.", stockUnknown));
        }
        lines.add("Money is " + money() + ".");
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "%4s  %-" + NAME + "s %9s %6s %14s %6s %9s %6s",
                "rank",
                "node",
                "days down",
                "items",
                "impact",
                "index",
                "survives",
                "gap"));
        int rank = 0;
        for (NodeExposure node : ranking.nodes().stream().limit(top).toList()) {
            rank++;
            lines.add(String.format(
                    Locale.ROOT,
                    "%4d  %-" + NAME + "s %8.0f%s %6d %14s %6.3f %9s %6.0f",
                    rank,
                    name(node),
                    node.downDays(),
                    node.assumed() ? "*" : " ",
                    node.goods(),
                    String.format(Locale.ROOT, "%,.0f", node.impact()) + (node.impact() > node.atLeast() ? " <" : ""),
                    node.rei(),
                    survives(node),
                    node.gapDays()));
        }
        int left = ranking.nodes().size() - rank;
        if (left > 0) {
            lines.add(
                    String.format(Locale.ROOT, "      and %,d more (--top, or all of them: --out exposure.csv)", left));
        }
        lines.add("");
        if (ranking.nodes().stream().anyMatch(NodeExposure::assumed)) {
            lines.add("*  nobody says how long it needs to recover: --ttr, or fill in suppliers.ttr_days");
        }
        if (ranking.nodes().stream().anyMatch(node -> !node.exact())) {
            lines.add("<  the solver stopped at its limit: no more than that is lost");
        }
        return String.join("\n", lines) + "\n";
    }

    private static String name(NodeExposure node) {
        String plain =
                PlainText.of(node.node().kind().text() + " " + node.node().id());
        return plain.length() <= NAME ? plain : plain.substring(0, NAME - 3) + "...";
    }

    private String money() {
        String known = switch (ranking.basisText()) {
            case "margin" -> "lost margin";
            case "shortage_cost" -> "what pieces short cost";
            case "unit_cost" -> "the unit cost of what is missing, for nobody says what a piece short costs";
            case "mixed" ->
                "the margin of what is missing where it is known, else what it costs to be short, else"
                        + " its unit cost";
            default -> "not known of any item";
        };
        return ranking.goodsWithoutValue() == 0
                ? known
                : known + String.format(Locale.ROOT, "; of %,d items nothing is known", ranking.goodsWithoutValue());
    }

    private static String survives(NodeExposure node) {
        OptionalDouble days = node.surviveDays();
        if (days.isEmpty()) {
            return "for ever";
        }
        return String.format(Locale.ROOT, "%.1f d", days.getAsDouble())
                + (days.equals(node.surviveAtMost()) ? "" : " +");
    }

    String json() {
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("schema", SCHEMA)
                .put("as_of", imported.population().asOf().toString())
                .put("stock", opening.text())
                .put("items_of_unknown_stock", stockUnknown)
                .put("value_basis", ranking.basisText())
                .put("items", ranking.goods())
                .put("items_of_unknown_supply", ranking.goodsOfUnknownSupply())
                .put("items_without_value", ranking.goodsWithoutValue());
        ArrayNode nodes = document.putArray("nodes");
        for (NodeExposure exposure : ranking.nodes()) {
            ObjectNode node = nodes.addObject()
                    .put("kind", exposure.node().kind().text())
                    .put("id", exposure.node().id())
                    .put("tier", exposure.node().tier())
                    .put("region", exposure.node().region())
                    .put("ttr_days", exposure.downDays())
                    .put("ttr_basis", exposure.assumed() ? "assumed" : "stated")
                    .put("items_reached", exposure.goods())
                    .put("impact", exposure.impact())
                    .put("impact_at_least", exposure.atLeast())
                    .put("rei", exposure.rei());
            if (exposure.surviveDays().isPresent()) {
                node.put("tts_days", exposure.surviveDays().getAsDouble());
            } else {
                node.putNull("tts_days");
            }
            node.put("tts_state", ExposureTable.survival(exposure)).put("gap_days", exposure.gapDays());
        }
        return document.toPrettyString();
    }
}
