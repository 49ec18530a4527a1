package io.posture.io.run;

import com.fasterxml.jackson.core.JsonGenerator;
import io.posture.io.input.SourceAccount;
import io.posture.io.input.TableAccount;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the manifest. Its last members are the clock, which differs between reruns, and a hash of everything above the
 * clock, so that an edited manifest is noticed.
 */
final class ManifestWriter {

    static final String SCHEMA = "posture/manifest/v1";
    static final String CLOCK = "\n  \"clock\"";

    private ManifestWriter() {}

    static String write(
            RunFacts facts,
            RunCounts counts,
            Map<String, RunDraft.Stamp> outputs,
            RunClock clock,
            Optional<AuditTrail.Link> audit) {
        String unsealed = document(facts, counts, outputs, clock, audit, "");
        String seal = Sha256.of(unsealed.substring(0, unsealed.indexOf(CLOCK)));
        return document(facts, counts, outputs, clock, audit, seal) + "\n";
    }

    private static String document(
            RunFacts facts,
            RunCounts counts,
            Map<String, RunDraft.Stamp> outputs,
            RunClock clock,
            Optional<AuditTrail.Link> audit,
            String seal) {
        return JsonText.indented(json -> {
            json.writeStartObject();
            json.writeStringField("schema", SCHEMA);
            json.writeStringField("run_id", facts.runId());
            facts.writeIdentity(json);
            writeInputs(json, facts);
            writeCounts(json, counts, facts);
            writeOutputs(json, outputs);
            json.writeObjectFieldStart("clock");
            json.writeStringField("started", clock.started().toString());
            json.writeStringField("finished", clock.finished().toString());
            json.writeNumberField("threads", clock.threads());
            if (audit.isPresent()) {
                json.writeObjectFieldStart("audit");
                json.writeStringField("name", audit.get().name());
                json.writeStringField("sha256", audit.get().sha256());
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeStringField("sha256_above_clock", seal);
            json.writeEndObject();
        });
    }

    private static void writeInputs(JsonGenerator json, RunFacts facts) throws IOException {
        json.writeArrayFieldStart("inputs");
        for (SourceAccount source : facts.imported().sources()) {
            json.writeStartObject();
            RunFacts.writeFile(json, source);
            json.writeStringField("encoding", source.encoding());
            json.writeNumberField("rows", source.rows());
            writeTables(json, source);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** The tables of an input, each with its count of rows. */
    static void writeTables(JsonGenerator json, SourceAccount source) throws IOException {
        json.writeArrayFieldStart("tables");
        for (TableAccount table : source.tables()) {
            writeTable(json, table);
        }
        json.writeEndArray();
    }

    private static void writeTable(JsonGenerator json, TableAccount table) throws IOException {
        json.writeStartObject();
        json.writeStringField("table", table.table());
        json.writeNumberField("read", table.read());
        json.writeNumberField("used", table.used());
        json.writeObjectFieldStart("filtered");
        for (Map.Entry<String, Long> rule : table.filtered().entrySet()) {
            json.writeNumberField(rule.getKey(), rule.getValue());
        }
        json.writeEndObject();
        json.writeNumberField("rejected", table.rejected());
        json.writeNumberField("merged", table.merged());
        json.writeNumberField("records", table.records());
        json.writeEndObject();
    }

    private static void writeCounts(JsonGenerator json, RunCounts counts, RunFacts facts) throws IOException {
        json.writeObjectFieldStart("counts");
        json.writeNumberField("items", counts.items());
        json.writeNumberField("decided", counts.decided());
        json.writeNumberField("undecided", counts.undecided());
        json.writeNumberField("failed", counts.failed());
        json.writeNumberField("rejects", facts.imported().rejects().size());
        json.writeEndObject();
    }

    private static void writeOutputs(JsonGenerator json, Map<String, RunDraft.Stamp> outputs) throws IOException {
        json.writeArrayFieldStart("outputs");
        for (Map.Entry<String, RunDraft.Stamp> output : outputs.entrySet()) {
            json.writeStartObject();
            json.writeStringField("name", output.getKey());
            json.writeNumberField("bytes", output.getValue().bytes());
            json.writeStringField("sha256", output.getValue().sha256());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
