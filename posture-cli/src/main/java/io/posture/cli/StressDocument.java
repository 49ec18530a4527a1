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
        report.scenarios().forEach(scenario -> scenario(scenarios.addObject(), scenario, report.outOfReach(scenario)));
        texts(document, "left_out", report.leftOut());
        ArrayNode sources = document.putArray("second_sources");
        report.secondSources().forEach(source -> {
            ObjectNode node = sources.addObject().put("item_id", source.item());
            node.put("state", source.state().name());
            texts(node, "suppliers", source.suppliers());
            texts(node, "shared", source.shared());
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

    private static void scenario(ObjectNode node, StressReport.Scenario scenario, int outOfReach) {
        ScenarioResult result = scenario.result();
        node.put("scenario_id", result.scenario().name());
        texts(
                node,
                "shocks",
                result.scenario().shocks().stream().map(Shock::text).toList());
        node.put("days", result.days());
        node.put("items_reached", scenario.rows().size());
        node.put("items_of_unknown_supply", outOfReach);
        node.put("items_short", scenario.hit().size());
        node.put("lost_units", result.lostPieces());
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
