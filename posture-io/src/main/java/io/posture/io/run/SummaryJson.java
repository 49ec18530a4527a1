package io.posture.io.run;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

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
            groups(json, "methods", summary.methods());
            groups(json, "lean_run", List.of(summary.leanRun()));
            answers(json, summary.answers());
            history(json, summary.history());
            losses(json, summary.losses());
            strategic(json, summary.strategic());
            topRisks(json, summary.topRisks());
            groups(json, "undecided", summary.undecided());
            groups(json, "failed_steps", summary.failedSteps());
            groups(json, "data_grades", summary.grades());
            sections(json, summary.sections());
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

    private static void answers(JsonGenerator json, List<Summary.Answer> answers) throws IOException {
        json.writeArrayFieldStart("lean_evidence");
        for (Summary.Answer answer : answers) {
            json.writeStartObject();
            JsonText.texts(json, "missing", List.of(answer.evidence().split(", ", -1)));
            json.writeNumberField("items", answer.items());
            JsonText.number(json, "capital_freed", answer.capitalFreed());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void history(JsonGenerator json, Summary.History history) throws IOException {
        json.writeObjectFieldStart("history");
        json.writeNumberField("disrupted_demand", history.disruptedDemand());
        json.writeNumberField("disrupted_lead_time", history.disruptedLeadTime());
        json.writeNumberField("level_shifts", history.levelShifts());
        json.writeNumberField("suspected_shifts", history.suspectedShifts());
        json.writeNumberField("censored", history.censored());
        json.writeNumberField("trending", history.trending());
        json.writeNumberField("seasonal", history.seasonal());
        json.writeEndObject();
    }

    private static void losses(JsonGenerator json, Summary.Losses losses) throws IOException {
        json.writeObjectFieldStart("losses");
        json.writeNumberField("known", losses.known());
        json.writeNumberField("unknown", losses.unknown());
        JsonText.number(json, "loss_per_year", losses.lossPerYear());
        json.writeNumberField("items_carrying_80_percent", losses.carrying());
        json.writeEndObject();
    }

    private static void sections(JsonGenerator json, List<Summary.Section> sections) throws IOException {
        for (Summary.Section section : sections) {
            json.writeObjectFieldStart(section.field());
            for (Map.Entry<String, OptionalDouble> figure : section.figures().entrySet()) {
                JsonText.number(json, figure.getKey(), figure.getValue());
            }
            json.writeEndObject();
        }
    }

    private static void strategic(JsonGenerator json, Summary.Strategic strategic) throws IOException {
        json.writeObjectFieldStart("strategic_stock");
        json.writeNumberField("held", strategic.held());
        JsonText.number(json, "value", strategic.value());
        JsonText.number(json, "carrying_per_year", strategic.carryingPerYear());
        JsonText.number(json, "avoided_per_year", strategic.avoidedPerYear());
        json.writeObjectFieldStart("without_size");
        for (Map.Entry<String, Long> open : strategic.open().entrySet()) {
            json.writeNumberField(open.getKey(), open.getValue());
        }
        json.writeEndObject();
        json.writeNumberField("tts_below_ttr", strategic.exposed());
        json.writeNumberField("survival_unknown", strategic.survivalUnknown());
        json.writeNumberField("over_insured_today", strategic.overInsured());
        JsonText.number(json, "surplus_today", strategic.surplus());
        json.writeNumberField("disruptions_not_rare", strategic.frequent());
        json.writeEndObject();
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
