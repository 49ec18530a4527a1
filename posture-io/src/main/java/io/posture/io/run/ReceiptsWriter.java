package io.posture.io.run;

import com.fasterxml.jackson.core.JsonGenerator;
import io.posture.api.LeadTime;
import io.posture.api.LeadTimeEvidence;
import io.posture.api.RowRefs;
import io.posture.api.SourcingLink;
import io.posture.api.SupplyProfile;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;

/** Writes the receipt lines of an item one by one, with what was made of them, so that a person can compute it again. */
final class ReceiptsWriter {

    private ReceiptsWriter() {}

    /** Writes the field {@code receipts}; nothing for an item without any. */
    static void write(JsonGenerator json, SupplyProfile supply) throws IOException {
        LeadTimeEvidence evidence = supply.evidence();
        if (evidence.equals(LeadTimeEvidence.NONE)) {
            return;
        }
        json.writeObjectFieldStart("receipts");
        json.writeStringField("from", evidence.from().toString());
        json.writeStringField("to", evidence.to().toString());
        json.writeNumberField("outside_lines", evidence.outsideLines());
        json.writeArrayFieldStart("suppliers");
        for (SourcingLink link : supply.links()) {
            if (link.leadTime().isPresent()) {
                supplier(
                        json,
                        link.supplier().id(),
                        link.share(),
                        link.leadTime().get());
            }
        }
        if (supply.used().isEmpty() && supply.leadTime().isPresent()) {
            supplier(json, "", 1, supply.leadTime().get());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("lines");
        for (LeadTimeEvidence.Line line : evidence.lines()) {
            line(json, line);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void supplier(JsonGenerator json, String id, double share, LeadTime leadTime) throws IOException {
        json.writeStartObject();
        json.writeStringField("supplier", id);
        JsonText.number(json, "share", share);
        json.writeNumberField("lines", leadTime.lines() + leadTime.basis().lateOpenLines());
        JsonText.number(json, "mean_days", leadTime.observedMeanDays());
        JsonText.number(json, "sd_days", leadTime.observedSdDays());
        json.writeStringField("pool", leadTime.pool());
        JsonText.number(json, "estimated_mean_days", leadTime.meanDays());
        JsonText.number(json, "estimated_sd_days", leadTime.sdDays());
        json.writeEndObject();
    }

    private static void line(JsonGenerator json, LeadTimeEvidence.Line line) throws IOException {
        json.writeStartObject();
        json.writeStringField("supplier", line.supplierId());
        json.writeStringField("po", line.po());
        json.writeStringField("line", line.line());
        date(json, "ordered", line.orderDate());
        date(json, "complete", line.completeDate());
        JsonText.number(json, "days", line.days());
        json.writeBooleanField("counts", line.use().counts());
        json.writeStringField("use", line.use().name());
        json.writeArrayFieldStart("rows");
        for (RowRefs.Row row : line.rows().all()) {
            json.writeStartObject();
            json.writeStringField("file", row.file());
            json.writeNumberField("line", row.number());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void date(JsonGenerator json, String field, Optional<LocalDate> date) throws IOException {
        JsonText.textOrNull(json, field, date.map(LocalDate::toString).orElse(""));
    }
}
