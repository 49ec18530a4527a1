package io.posture.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posture.io.Import;
import io.posture.io.ProfileExplanation;
import io.posture.io.ProfileMatch;
import io.posture.io.Profiles;
import io.posture.io.input.SourceAccount;
import io.posture.io.input.TableAccount;
import java.util.List;

/** Profiles as JSON documents. */
final class ProfileDocuments {

    private ProfileDocuments() {}

    static String list(List<Profiles.Summary> profiles) {
        ObjectNode document = document("posture/profiles/v1");
        ArrayNode nodes = document.putArray("profiles");
        profiles.forEach(profile -> summary(nodes.addObject(), profile));
        return document.toPrettyString();
    }

    static String detected(List<ProfileMatch> matches, List<ProfileMatch> best) {
        ObjectNode document = document("posture/profile-detection/v1");
        ArrayNode chosen = document.putArray("fits_best");
        best.forEach(match -> chosen.add(match.profile().id()));
        ArrayNode nodes = document.putArray("matches");
        for (ProfileMatch match : matches) {
            ObjectNode node = summary(nodes.addObject(), match.profile());
            node.put("fits", match.fits());
            node.put("signature_percent", match.signaturePercent());
            node.put("signature_found", match.signatureFound());
            node.put("signature", match.signature());
            node.put("columns_percent", match.columnsPercent());
            node.put("columns_found", match.columnsFound());
            node.put("columns", match.columns());
            ArrayNode sources = node.putArray("sources");
            for (ProfileMatch.Source source : match.sources()) {
                ObjectNode one = sources.addObject();
                one.put("source", source.id());
                texts(one.putArray("files"), source.files());
                texts(one.putArray("missing"), source.missing());
            }
        }
        return document.toPrettyString();
    }

    static String explanation(ProfileExplanation profile) {
        ObjectNode document = document("posture/profile/v1");
        summary(document, new Profiles.Summary(profile.id(), profile.status(), profile.about()));
        document.put("as_of", profile.asOf());
        texts(document.putArray("assumptions"), profile.assumptions());
        ArrayNode sources = document.putArray("sources");
        for (ProfileExplanation.Source source : profile.sources()) {
            ObjectNode node = sources.addObject();
            node.put("source", source.id());
            node.put("files", source.files());
            texts(node.putArray("signature"), source.signature());
            node.put("optional", source.optional());
            node.put("notation", source.notation());
        }
        ArrayNode tables = document.putArray("tables");
        for (ProfileExplanation.TableOf table : profile.tables()) {
            ObjectNode node = tables.addObject();
            node.put("table", table.id());
            node.put("from", table.from());
            node.put("periods", table.periods());
            ArrayNode filters = node.putArray("filters");
            table.filters()
                    .forEach(filter -> filters.addObject()
                            .put("name", filter.name())
                            .put("rows", filter.rows())
                            .put("reason", filter.reason()));
            ArrayNode columns = node.putArray("columns");
            table.columns()
                    .forEach(column ->
                            columns.addObject().put("column", column.name()).put("rule", column.rule()));
            node.put("records", table.records());
        }
        return document.toPrettyString();
    }

    static String tested(Import imported) {
        ObjectNode document = document("posture/profile-test/v1");
        imported.mapping().ifPresent(mapping -> {
            document.put("profile", mapping.name());
            document.put("status", mapping.status());
        });
        document.put("items", imported.population().size());
        document.put("as_of", imported.population().asOf().toString());
        ArrayNode files = document.putArray("files");
        for (SourceAccount source : imported.sources()) {
            ObjectNode node = files.addObject();
            node.put("name", source.name());
            node.put("rows", source.rows());
            ArrayNode tables = node.putArray("tables");
            source.tables().forEach(table -> account(tables.addObject(), table));
            ObjectNode codes = node.putObject("rejects");
            ProfilePages.codes(imported, source.name()).forEach((code, rows) -> codes.put(code.id(), rows));
        }
        return document.toPrettyString();
    }

    private static void account(ObjectNode node, TableAccount table) {
        node.put("table", table.table());
        node.put("read", table.read());
        node.put("used", table.used());
        ObjectNode filtered = node.putObject("filtered");
        table.filtered().forEach(filtered::put);
        node.put("rejected", table.rejected());
        node.put("merged", table.merged());
        node.put("records", table.records());
    }

    private static ObjectNode summary(ObjectNode node, Profiles.Summary profile) {
        node.put("id", profile.id());
        node.put("status", profile.status());
        node.put("about", profile.about());
        return node;
    }

    private static ObjectNode document(String schema) {
        return JsonNodeFactory.instance.objectNode().put("schema", schema);
    }

    private static void texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }
}
