package io.posture.io.run;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/** The summary as a document for programs. */
final class SummaryJson {

    private SummaryJson() {}

    static String of(Summary summary) {
        return JsonText.indented(json -> {
            json.writeStartObject();
            json.writeStringField("schema", "posture/summary/v1");
            json.writeStringField("run_id", summary.runId());
            json.writeStringField("as_of", summary.input().asOf().toString());
            JsonText.textOrNull(json, "currency", summary.currency());
            counts(json, summary.counts());
            groups(json, "postures", summary.postures());
            groups(json, "policies", summary.policies());
            groups(json, "segments", summary.segments());
            groups(json, "sourcing", summary.sourcing());
            concentrations(json, summary.concentrations());
            topRisks(json, summary.topRisks());
            groups(json, "undecided", summary.undecided());
            groups(json, "failed_steps", summary.failedSteps());
            groups(json, "data_grades", summary.grades());
            summary.input().write(json);
            json.writeEndObject();
        });
    }

    private static void counts(JsonGenerator json, RunCounts counts) throws IOException {
        json.writeObjectFieldStart("counts");
        json.writeNumberField("items", counts.items());
        json.writeNumberField("decided", counts.decided());
        json.writeNumberField("undecided", counts.undecided());
        json.writeNumberField("failed", counts.failed());
        json.writeEndObject();
    }

    private static void groups(JsonGenerator json, String field, List<Summary.Group> groups) throws IOException {
        json.writeArrayFieldStart(field);
        for (Summary.Group group : groups) {
            json.writeStartObject();
            json.writeStringField("name", group.name());
            json.writeNumberField("items", group.items());
            JsonText.number(json, "annual_value", group.annualValue());
            JsonText.number(json, "average_stock_value", group.stockValue());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void concentrations(JsonGenerator json, List<Summary.Concentration> places) throws IOException {
        json.writeArrayFieldStart("concentrations");
        for (Summary.Concentration place : places) {
            json.writeStartObject();
            json.writeStringField("kind", place.kind());
            json.writeStringField("place", place.place());
            json.writeNumberField("items", place.items());
            json.writeNumberField("suppliers", place.suppliers());
            JsonText.number(json, "annual_value", place.annualValue());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void topRisks(JsonGenerator json, List<Summary.TopRisk> items) throws IOException {
        json.writeArrayFieldStart("top_risks");
        for (Summary.TopRisk top : items) {
            json.writeStartObject();
            json.writeStringField("item", top.item().sku());
            json.writeStringField("location", top.item().site());
            JsonText.number(json, "risk", top.risk());
            JsonText.textOrNull(json, "posture", top.posture());
            JsonText.textOrNull(json, "policy", top.policy());
            json.writeStringField("reason", top.reason());
            JsonText.number(json, "annual_value", top.annualValue());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
