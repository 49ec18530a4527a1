package io.posture.io.run;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import io.posture.api.Counterfactual;
import io.posture.api.Outcome;
import io.posture.api.PostureDecision;
import io.posture.api.Segment;
import io.posture.api.StockpileNames;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the reason trees: one line of JSON for each item, in the order of the register. */
final class ExplanationWriter implements AutoCloseable {

    static final String SCHEMA = "posture/explanation/v1";

    private static final Map<String, String> KINDS = Map.of(
            StockpileNames.COST_ACCEPT, "ACCEPT",
            StockpileNames.COST_STOCK, "STOCK",
            StockpileNames.COST_SECOND_SOURCE, "SECOND_SOURCE",
            StockpileNames.COST_BACKUP, "BACKUP_SOURCE");

    private final Writer target;
    private final JsonGenerator json;
    private boolean empty = true;

    /** The target is closed with this writer. */
    ExplanationWriter(Writer target) throws IOException {
        this.target = target;
        this.json = JsonText.FACTORY.createGenerator(target);
        json.setRootValueSeparator(new SerializedString("\n"));
    }

    void write(ItemResult result) throws IOException {
        NodeTable nodes = new NodeTable();
        empty = false;
        json.writeStartObject();
        json.writeStringField("schema", SCHEMA);
        json.writeStringField("id", ExplanationId.of(result.id()));
        json.writeStringField("item", result.id().sku());
        json.writeStringField("location", result.id().site());
        writeDecision(result);
        json.writeStringField("data_grade", result.grade().name());
        JsonText.texts(json, "missing_facts", result.missingFacts());
        JsonText.texts(json, "warnings", result.warnings());
        List<String> because = result.because().stream().map(nodes::add).toList();
        JsonText.texts(json, "because", because);
        json.writeObjectFieldStart("quantities");
        Optional<PostureDecision> decision = result.decision();
        if (decision.isPresent()) {
            json.writeStringField("safety_stock_qty", nodes.add(decision.get().safetyStock()));
            json.writeStringField(
                    "strategic_stock_qty", nodes.add(decision.get().strategicStock()));
            json.writeStringField("reorder_point", nodes.add(decision.get().reorderPoint()));
            json.writeStringField("order_qty", nodes.add(decision.get().orderQuantity()));
        }
        json.writeEndObject();
        writeSegments(result, nodes);
        HistoryWriter.write(json, result.profile());
        ReceiptsWriter.write(json, result.profile().supply());
        writeNodes(nodes);
        writeAlternatives(result.strategic());
        writeCounterfactuals(decision.map(PostureDecision::counterfactuals).orElse(List.of()));
        json.writeEndObject();
    }

    private void writeDecision(ItemResult result) throws IOException {
        json.writeObjectFieldStart("decision");
        json.writeStringField("status", result.status().name());
        JsonText.textOrNull(json, "posture", result.posture());
        JsonText.textOrNull(json, "policy", result.policy());
        json.writeStringField("code", result.reasonCode());
        json.writeStringField("reason", result.reason());
        Optional<Outcome.Failed> failure = result.failure();
        if (failure.isPresent()) {
            json.writeStringField("failed_step", failure.get().step());
            json.writeStringField("failure", failure.get().cause().toString());
        }
        json.writeEndObject();
    }

    private void writeSegments(ItemResult result, NodeTable nodes) throws IOException {
        json.writeObjectFieldStart("segments");
        if (result.sized().isPresent()) {
            Map<String, Segment> segments = result.sized().get().segmented().segments();
            for (Map.Entry<String, Segment> segment : segments.entrySet()) {
                json.writeObjectFieldStart(segment.getKey());
                json.writeStringField("code", segment.getValue().code());
                json.writeStringField("node", nodes.add(segment.getValue().reason()));
                json.writeObjectFieldStart("scores");
                for (Figure figure : segment.getValue().figures()) {
                    json.writeStringField(figure.name(), nodes.add(figure));
                }
                json.writeEndObject();
                json.writeEndObject();
            }
        }
        json.writeEndObject();
    }

    private void writeNodes(NodeTable nodes) throws IOException {
        json.writeArrayFieldStart("nodes");
        for (NodeTable.Node node : nodes.nodes()) {
            json.writeStartObject();
            json.writeStringField("id", node.id());
            json.writeStringField("kind", kind(node.explanation()));
            json.writeStringField("name", node.explanation().name());
            if (node.explanation() instanceof Figure figure) {
                JsonText.number(json, "value", figure.value());
                if (!figure.unit().symbol().isEmpty()) {
                    json.writeStringField("unit", figure.unit().symbol());
                }
            } else {
                json.writeStringField("value", node.explanation().text());
            }
            writeOrigin(node.explanation().origin());
            JsonText.texts(json, "inputs", node.inputs());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String kind(Explanation explanation) {
        Origin origin = explanation.origin();
        if (origin instanceof Origin.Input) {
            return "input";
        }
        if (origin instanceof Origin.Parameter) {
            return "parameter";
        }
        if (origin instanceof Origin.Assumption) {
            return "assumption";
        }
        if (origin instanceof Origin.ByHand) {
            return "override";
        }
        return explanation instanceof Figure ? "formula" : "rule";
    }

    private void writeOrigin(Origin origin) throws IOException {
        if (origin instanceof Origin.Input input) {
            json.writeObjectFieldStart("source");
            json.writeStringField("field", input.field());
            json.writeStringField("rows", input.where());
            json.writeEndObject();
        } else if (origin instanceof Origin.Parameter parameter) {
            json.writeStringField("step", parameter.step());
            json.writeStringField("setting", parameter.name());
        } else if (origin instanceof Origin.Formula formula) {
            json.writeStringField("formula", formula.id());
            json.writeStringField("expr", formula.expression());
            json.writeStringField("citation", formula.citation());
        } else if (origin instanceof Origin.Assumption assumption) {
            json.writeStringField("note", assumption.reason());
            json.writeStringField("remedy", assumption.remedy());
        } else if (origin instanceof Origin.ByHand hand) {
            json.writeObjectFieldStart("override");
            json.writeStringField("id", hand.id());
            json.writeStringField("field", hand.field());
            json.writeStringField("reason_code", hand.reasonCode());
            json.writeStringField("rationale", hand.rationale());
            json.writeStringField("approved_by", hand.approvedBy());
            json.writeStringField("approved_on", hand.approvedOn().toString());
            json.writeStringField("expires_on", hand.expiresOn().toString());
            json.writeStringField("rows", hand.where());
            json.writeEndObject();
        }
    }

    private void writeAlternatives(StrategicResult strategic) throws IOException {
        json.writeArrayFieldStart("alternatives");
        for (Figure alternative : strategic.alternatives()) {
            json.writeStartObject();
            json.writeStringField("kind", KINDS.getOrDefault(alternative.name(), alternative.name()));
            JsonText.number(json, "cost_yr", alternative.value());
            Optional<Explanation> supplier = alternative.find("alternate");
            if (supplier.isPresent()) {
                json.writeStringField("supplier", supplier.get().text());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeCounterfactuals(List<Counterfactual> changes) throws IOException {
        json.writeArrayFieldStart("counterfactuals");
        for (Counterfactual change : changes) {
            json.writeStartObject();
            json.writeStringField("change", change.change());
            json.writeStringField("posture", change.posture().code());
            json.writeStringField("policy", change.policy());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    @Override
    public void close() {
        try {
            json.flush();
            if (!empty) {
                target.write("\n");
            }
            json.close();
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot finish " + RunFiles.EXPLANATIONS + ": " + problem, problem);
        }
    }
}
