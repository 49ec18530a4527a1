package io.posture.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posture.analysis.stress.StressReport;
import io.posture.analysis.stress.StressRow;
import io.posture.io.Import;
import io.posture.stress.ItemImpact;
import io.posture.stress.ScenarioResult;
import io.posture.stress.Shock;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What stress tests found, for programs: every item that goes short, and every finished good that is reached. */
final class StressDocument {

    private static final String SCHEMA = "posture/stress/v1";

    private StressDocument() {}

    static String of(Import imported, StressReport report) {
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("schema", SCHEMA)
                .put("as_of", imported.population().asOf().toString())
                .put("stock", report.opening().text());
        ArrayNode scenarios = document.putArray("scenarios");
        report.scenarios().forEach(scenario -> scenario(scenarios.addObject(), scenario));
        texts(document, "left_out", report.leftOut());
        ArrayNode sources = document.putArray("second_sources");
        report.secondSources().forEach(source -> {
            ObjectNode node = sources.addObject().put("item_id", source.item());
            node.put("state", source.state().name());
            texts(node, "suppliers", source.suppliers());
            texts(node, "shared", source.shared());
            texts(
                    node,
                    "unknown_parts",
                    source.missing().stream().map(Enum::name).toList());
            texts(node, "regions", source.regions());
        });
        ArrayNode gaps = document.putArray("visibility_gaps");
        report.gaps().forEach(gap -> {
            ObjectNode node = gaps.addObject().put("code", gap.code());
            node.put("meaning", gap.text());
            texts(node, "subjects", gap.subjects());
        });
        texts(document, "cycles", report.cycles());
        return document.toPrettyString();
    }

    private static void scenario(ObjectNode node, StressReport.Scenario scenario) {
        ScenarioResult result = scenario.result();
        node.put("scenario_id", result.scenario().name());
        texts(
                node,
                "shocks",
                result.scenario().shocks().stream().map(Shock::text).toList());
        node.put("days", result.days());
        node.put("items_reached", scenario.rows().size());
        node.put("items_of_unknown_supply", scenario.unseen().items());
        texts(
                node,
                "unknown_parts",
                scenario.unseen().parts().stream().map(Enum::name).toList());
        node.put("items_short", scenario.hit().size());
        node.put("items_short_anyway", scenario.shortAnyway());
        node.put("lost_units", result.lostPieces());
        ObjectNode values = node.putObject("lost_value");
        scenario.lostValue().forEach((basis, value) -> values.put(basis.text(), value));
        texts(node, "remarks", result.remarks());
        ArrayNode items = node.putArray("items");
        scenario.rows().stream()
                .filter(row -> row.impact().isHit() || row.impact().finished())
                .forEach(row -> item(items.addObject(), row));
    }

    private static void item(ObjectNode node, StressRow row) {
        ItemImpact impact = row.impact();
        node.put("item_id", impact.item());
        node.put("finished", impact.finished());
        whole(node, "first_stockout_day", impact.firstStockOutDay());
        whole(node, "tts_days", impact.timeToSurviveDays());
        node.put("days_out", impact.daysOut());
        node.put("lost_units", impact.lostPieces());
        number(node, "lost_value", row.lostValue());
        node.put("value_basis", row.basis().text());
        node.put("waiting_unit_days", impact.backorderPieceDays());
        node.put("waiting_units", impact.waitingPieces());
        node.put("short_anyway_days", impact.anyway().daysOut());
        node.put(
                "short_anyway_units",
                impact.anyway().lostPieces() + impact.anyway().waitingPieces());
        node.put("safety_stock_used", impact.safetyStockUsed());
        node.put("strategic_stock_used", impact.strategicUsed());
        if (row.fix().isPresent()) {
            StressRow.CheapestFix fix = row.fix().get();
            node.putObject("cheapest_fix")
                    .put("what", fix.what())
                    .put("cost_per_year", fix.costPerYear())
                    .put("days_out_left", fix.daysOutLeft());
        } else {
            node.putNull("cheapest_fix");
        }
        node.put("mitigation_state", row.fixState().text());
    }

    private static void whole(ObjectNode node, String name, OptionalInt value) {
        if (value.isPresent()) {
            node.put(name, value.getAsInt());
        } else {
            node.putNull(name);
        }
    }

    private static void number(ObjectNode node, String name, OptionalDouble value) {
        if (value.isPresent()) {
            node.put(name, value.getAsDouble());
        } else {
            node.putNull(name);
        }
    }

    private static void texts(ObjectNode node, String name, List<String> texts) {
        ArrayNode array = node.putArray(name);
        texts.forEach(array::add);
    }
}
