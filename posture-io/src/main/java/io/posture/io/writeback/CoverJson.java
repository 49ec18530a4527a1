package io.posture.io.writeback;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cover sheet as a document for programs. */
final class CoverJson {

    private CoverJson() {}

    /**
     * The document.
     *
     * @param folder where the files are; empty if there are none
     */
    static String of(Cover cover, String folder) {
        ExportPlan plan = cover.plan();
        Target target = cover.request().target();
        Guards guards = cover.request().guards();
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("schema", "posture/export/v1");
        document.put("target", target.id());
        document.put("status", target.status().id());
        document.put("run_id", cover.run().id());
        document.put("as_of", cover.run().asOf());
        document.put(
                "currency",
                cover.run().currency().isEmpty() ? null : cover.run().currency());
        document.put("folder", folder.isEmpty() ? null : folder);
        ArrayNode files = document.putArray("files");
        for (Cover.Listed file : cover.files()) {
            files.addObject()
                    .put("name", file.name())
                    .put("kind", file.rollback() ? "rollback" : "write-back")
                    .put("rows", file.rows())
                    .put("sha256", file.sha256());
        }
        fields(document.putArray("fields"), plan.fields());
        fields(document.putArray("left_alone"), plan.leftAlone());
        document.putObject("rows")
                .put("written", plan.rows().size())
                .put("unchanged", plan.unchanged())
                .put("not_approved", plan.notApproved())
                .put("not_decided", plan.notDecided())
                .put("refused", plan.refusedRows())
                .put("without_rollback", cover.withoutRollback());
        document.putObject("value")
                .put("field", plan.fields().get(0).id())
                .put("raised", plain(cover.raised()))
                .put("reduced", plain(cover.reduced()))
                .put("rows_of_unknown_value", cover.withoutValue());
        ObjectNode limits = document.putObject("guards");
        limits.put("max_change_pct", plainOrNull(guards.maxChangePercent()));
        limits.put("max_change_value", plainOrNull(guards.maxChangeValue()));
        limits.put("compared_with_current", guards.now().isPresent());
        limits.put("without_rollback", guards.withoutRollback());
        ObjectNode approvers = document.putObject("approved_by");
        plan.approvers().forEach(approvers::put);
        ArrayNode crossing = document.putArray("reorder_point_above_max");
        cover.crossing().forEach(row -> crossing.add(row.proposal().name()));
        ArrayNode strangers = document.putArray("approved_but_not_in_run");
        cover.strangers().forEach(strangers::add);
        ArrayNode refusals = document.putArray("refused");
        for (Refusal refusal : plan.refusals()) {
            refusals.addObject()
                    .put("item_id", refusal.proposal().itemId())
                    .put("location_id", refusal.proposal().locationId())
                    .put("reason", refusal.reason().id())
                    .put("text", refusal.text());
        }
        return document.toPrettyString();
    }

    private static void fields(ArrayNode array, List<Field> fields) {
        fields.forEach(field -> array.add(field.id()));
    }

    private static BigDecimal plain(BigDecimal number) {
        return new BigDecimal(Decimals.plain(number));
    }

    private static @Nullable BigDecimal plainOrNull(Optional<BigDecimal> number) {
        return number.map(CoverJson::plain).orElse(null);
    }
}
