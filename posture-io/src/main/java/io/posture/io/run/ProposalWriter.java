package io.posture.io.run;

import com.fasterxml.jackson.core.JsonGenerator;
import io.posture.io.ItemLocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.OptionalDouble;

/**
 * Writes what is held and what is proposed of each item, a JSON document a line. Texts are exact, unlike those of the
 * register: an exported key must be found again in the system that it came from.
 */
final class ProposalWriter implements AutoCloseable {

    static final String SCHEMA = "posture/proposal/v1";

    private final Writer target;

    /** The target is closed with this writer. */
    ProposalWriter(Writer target) {
        this.target = target;
    }

    /** Writes an item. */
    void write(ItemResult result, ItemEconomics economics) throws IOException {
        target.write(JsonText.compact(json -> {
            ItemLocation location = result.location();
            json.writeStartObject();
            json.writeStringField("schema", SCHEMA);
            json.writeStringField("item_id", result.id().sku());
            json.writeStringField(
                    "location_id", location.locationId().isEmpty() ? result.id().site() : location.locationId());
            JsonText.textOrNull(json, "source_key", location.sourceKey());
            json.writeNumberField("places", location.places());
            json.writeStringField("status", result.status().name());
            JsonText.textOrNull(json, "posture", result.posture());
            JsonText.textOrNull(json, "action", result.action());
            JsonText.textOrNull(json, "unit", location.unit());
            JsonText.number(json, "unit_cost", result.profile().item().unitCost());
            JsonText.number(json, "moq", location.minimumOrder());
            JsonText.number(json, "multiple", location.multiple());
            quantity(json, "safety_stock", location.safetyStock(), result.proposedSafetyStock());
            quantity(json, "reorder_point", location.reorderPoint(), result.proposedReorderPoint());
            quantity(json, "max", location.max(), result.proposedMaximum());
            json.writeFieldName("economics");
            economics.write(json);
            json.writeEndObject();
        }));
        target.write('\n');
    }

    @Override
    public void close() {
        try {
            target.close();
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot finish " + RunFiles.PROPOSALS + ": " + problem, problem);
        }
    }

    private static void quantity(JsonGenerator json, String field, OptionalDouble current, OptionalDouble proposed)
            throws IOException {
        json.writeObjectFieldStart(field);
        JsonText.number(json, "current", current);
        JsonText.number(json, "proposed", proposed);
        json.writeEndObject();
    }
}
