package io.posture.io.run;

import com.fasterxml.jackson.core.JsonGenerator;
import io.posture.api.Counterfactual;
import io.posture.api.Outcome;
import io.posture.api.PostureDecision;
import io.posture.api.Segment;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Origin;
import io.posture.io.input.SourceAccount;
import io.posture.io.manual.ManualOverride;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Writes the audit record of a run, schema {@code posture/audit/v1}: what it was made of, and each decision with the numbers to
 * compute it again. The file gets its name once the run has got its own, and is never changed after.
 */
public final class RunAudit implements RunCompanion, AutoCloseable {

    static final String SCHEMA = "posture/audit/v1";

    private final RunFacts facts;
    private final AuditTrail trail;
    private final Instant started;
    private Optional<Draft> draft = Optional.empty();
    private Optional<RunCompanion> calendar = Optional.empty();

    /** A file that is being written. */
    private record Draft(Path file, String name, OutputStream disk, MessageDigest digest, Writer target) {}

    /** Gzip that is quick rather than small. */
    private static final class QuickGzip extends GZIPOutputStream {
        QuickGzip(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    /**
     * The record of a run.
     *
     * @param runFolder the folder of the run; its lock must be held
     * @param facts what the run is made of
     * @param started when it began
     */
    public RunAudit(Path runFolder, RunFacts facts, Instant started) {
        this.facts = facts;
        this.trail = AuditTrail.beside(runFolder);
        this.started = started;
    }

    /** The same with the days on which items are to be looked at again. */
    public RunAudit with(RunCompanion reviews) {
        calendar = Optional.of(reviews);
        return this;
    }

    @Override
    public void begin(Place run) throws IOException {
        Path file = trail.draft(run.runId());
        OutputStream disk =
                Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        MessageDigest digest = Sha256.digest();
        try {
            Writer target = new BufferedWriter(new OutputStreamWriter(
                    new QuickGzip(new DigestOutputStream(disk, digest)), StandardCharsets.UTF_8));
            draft = Optional.of(new Draft(file, trail.name(facts), disk, digest, target));
        } catch (IOException problem) {
            Disk.closeQuietly(disk);
            throw problem;
        }
        line(this::run);
    }

    private void line(JsonText.Body body) throws IOException {
        Writer target = draft.orElseThrow(() -> new IllegalStateException("the run was not begun"))
                .target();
        target.write(JsonText.compact(json -> {
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
        }));
        target.write('\n');
    }

    private void run(JsonGenerator json) throws IOException {
        json.writeStringField("schema", SCHEMA);
        json.writeStringField("run_id", facts.runId());
        json.writeStringField("written", started.toString());
        Optional<AuditTrail.Link> last = trail.last();
        JsonText.textOrNull(json, "previous", last.map(AuditTrail.Link::name).orElse(""));
        JsonText.textOrNull(
                json, "previous_sha256", last.map(AuditTrail.Link::sha256).orElse(""));
        facts.writeIdentity(json);
        json.writeArrayFieldStart("inputs");
        for (SourceAccount source : facts.imported().sources()) {
            json.writeStartObject();
            RunFacts.writeFile(json, source);
            json.writeNumberField("rows", source.rows());
            ManifestWriter.writeTables(json, source);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("items", facts.imported().population().size());
    }

    @Override
    public void accept(Outcome outcome) {
        ItemResult result = ItemResult.of(
                outcome, facts.imported(), facts.policy(), calendar.flatMap(reviews -> reviews.reviewDue(outcome)));
        try {
            line(json -> item(json, result));
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot write the audit record " + trail.folder() + ": " + problem, problem);
        }
    }

    private void item(JsonGenerator json, ItemResult result) throws IOException {
        json.writeStringField("item", result.id().sku());
        json.writeStringField("location", result.id().site());
        json.writeObjectFieldStart("register");
        for (Map.Entry<String, String> cell : RegisterWriter.cells(result).entrySet()) {
            boolean key = cell.getKey().equals("item_id") || cell.getKey().equals("location_id");
            if (!key && !cell.getValue().isEmpty()) {
                json.writeStringField(cell.getKey(), cell.getValue());
            }
        }
        json.writeEndObject();
        json.writeObjectFieldStart("segments");
        if (result.sized().isPresent()) {
            for (Map.Entry<String, Segment> segment :
                    result.sized().get().segmented().segments().entrySet()) {
                json.writeObjectFieldStart(segment.getKey());
                json.writeStringField("code", segment.getValue().code());
                for (Figure score : segment.getValue().figures()) {
                    JsonText.number(json, score.name(), score.value());
                }
                json.writeEndObject();
            }
        }
        json.writeEndObject();
        NodeTable nodes = new NodeTable();
        json.writeObjectFieldStart("quantities");
        if (result.decision().isPresent()) {
            PostureDecision decision = result.decision().get();
            json.writeStringField("safety_stock_qty", nodes.add(decision.safetyStock()));
            json.writeStringField("reorder_point", nodes.add(decision.reorderPoint()));
            json.writeStringField("order_qty", nodes.add(decision.orderQuantity()));
            json.writeStringField("strategic_stock_qty", nodes.add(decision.strategicStock()));
        }
        json.writeEndObject();
        List<ManualOverride> byHand = facts.imported().records().overrides().inForce(result.id());
        overrides(json, byHand);
        json.writeArrayFieldStart("steps");
        for (Explanation step : result.because()) {
            json.writeStartArray();
            json.writeString(step.name());
            json.writeString(step.text());
            json.writeEndArray();
        }
        json.writeEndArray();
        alternatives(json, result.strategic(), nodes);
        json.writeFieldName("economics");
        ItemEconomics.of(result).write(json);
        json.writeArrayFieldStart("nodes");
        for (NodeTable.Node node : nodes.nodes()) {
            node(json, node, byHand);
        }
        json.writeEndArray();
        JsonText.texts(
                json,
                "rejected_alternatives",
                result.decision().map(PostureDecision::counterfactuals).orElse(List.of()).stream()
                        .map(RunAudit::text)
                        .toList());
    }

    private static String text(Counterfactual change) {
        return change.posture().code() + " " + change.policy() + ": only if " + change.change();
    }

    private static void node(JsonGenerator json, NodeTable.Node node, List<ManualOverride> byHand) throws IOException {
        Explanation explanation = node.explanation();
        json.writeStartArray();
        json.writeString(node.id());
        if (explanation instanceof Figure figure) {
            json.writeNumber(NumberText.of(figure.value()));
        } else {
            json.writeString(explanation.text());
        }
        json.writeString(origin(explanation.origin(), byHand));
        for (String input : node.inputs()) {
            json.writeString(input);
        }
        json.writeEndArray();
    }

    /** What somebody set by hand and holds, as it was written down. */
    private static void overrides(JsonGenerator json, List<ManualOverride> byHand) throws IOException {
        json.writeArrayFieldStart("overrides");
        for (ManualOverride override : byHand) {
            json.writeStartObject();
            json.writeStringField("id", override.id());
            json.writeStringField("field", override.field());
            json.writeStringField("value", override.value());
            json.writeStringField("reason_code", override.reasonCode());
            json.writeStringField("rationale", override.rationale());
            json.writeStringField("approved_by", override.approvedBy());
            json.writeStringField("approved_on", override.approvedOn().toString());
            json.writeStringField("expires_on", override.expiresOn().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** What can be done about the source instead, each with its cost a year, and which of them is the cheapest. */
    private static void alternatives(JsonGenerator json, StrategicResult strategic, NodeTable nodes)
            throws IOException {
        json.writeObjectFieldStart("alternatives");
        JsonText.textOrNull(json, "cheapest", strategic.bestAlternative());
        json.writeObjectFieldStart("cost_per_year");
        for (Figure alternative : strategic.alternatives()) {
            JsonText.number(json, nodes.add(alternative), alternative.value());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    /** Where a value comes from: id of the formula, name of the field or setting, key of the override. */
    private static String origin(Origin origin, List<ManualOverride> byHand) {
        if (origin instanceof Origin.Formula formula) {
            return formula.id();
        }
        if (origin instanceof Origin.Input input) {
            String column = input.field().substring(input.field().lastIndexOf('.') + 1);
            return byHand.stream()
                    .filter(override -> override.field().equals(column))
                    .map(override ->
                            byHand(override.id(), override.approvedBy(), override.expiresOn(), override.rationale()))
                    .findFirst()
                    .orElse("input " + input.field());
        }
        if (origin instanceof Origin.Parameter parameter) {
            return "setting " + parameter.step() + "." + parameter.name();
        }
        if (origin instanceof Origin.ByHand hand) {
            return byHand(hand.id(), hand.approvedBy(), hand.expiresOn(), hand.rationale());
        }
        return "assumed";
    }

    private static String byHand(String id, String approver, LocalDate until, String rationale) {
        return "override " + id + " by " + approver + " until " + until + ": " + rationale;
    }

    @Override
    public void finish(Place run) throws IOException {
        Draft written = draft.orElseThrow(() -> new IllegalStateException("the run was not begun"));
        written.target().close();
        Disk.force(written.file());
        run.audit(written.name(), HexFormat.of().formatHex(written.digest().digest()));
    }

    /**
     * Gives the record its name, once the run has its own.
     *
     * @throws UncheckedIOException if the disk refuses; the next run does it then
     */
    public void publish() {
        draft.ifPresent(written -> trail.publish(written.file(), written.name()));
        draft = Optional.empty();
    }

    /** Removes a record whose run was given up. */
    @Override
    public void close() {
        draft.ifPresent(written -> {
            // what is written of it does not matter any more, but it must not stay open
            Disk.closeQuietly(written.disk());
            try {
                Files.deleteIfExists(written.file());
            } catch (IOException staysBehind) {
                return; // the next run removes it
            }
        });
    }
}
