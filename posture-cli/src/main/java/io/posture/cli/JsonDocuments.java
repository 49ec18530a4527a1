package io.posture.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posture.core.plugin.Contribution;
import io.posture.core.plugin.LoadedPlugin;
import io.posture.core.plugin.PluginCatalog;
import io.posture.core.plugin.Setting;
import io.posture.io.run.Verification;
import java.util.List;

/** What commands print when asked for JSON: one document each, with the name of its schema. */
final class JsonDocuments {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonDocuments() {}

    static String verification(Verification verification) {
        ObjectNode document = document("posture/verification/v1");
        document.put("run_id", verification.runId());
        document.put("sound", verification.sound());
        document.put("files", verification.files());
        ArrayNode problems = document.putArray("problems");
        verification.problems().forEach(problems::add);
        return document.toPrettyString();
    }

    static String files(String command, List<String> names) {
        ObjectNode document = document("posture/" + command + "/v1");
        ArrayNode files = document.putArray("files");
        names.forEach(files::add);
        return document.toPrettyString();
    }

    static String plugins(PluginCatalog catalog) {
        ObjectNode document = document("posture/plugins/v1");
        ArrayNode plugins = document.putArray("plugins");
        catalog.plugins().forEach(plugin -> {
            ObjectNode node = plugin(plugin);
            ArrayNode offers = node.putArray("offers");
            catalog.contributions().stream()
                    .filter(offer -> offer.plugin().id().equals(plugin.info().id()))
                    .forEach(offer -> offers.addObject()
                            .put("id", offer.id())
                            .put("kind", offer.kind().contract()));
            plugins.add(node);
        });
        ArrayNode problems = document.putArray("problems");
        catalog.problems().forEach(problems::add);
        return document.toPrettyString();
    }

    static String contributions(List<LoadedPlugin> plugins, List<Contribution> offers) {
        ObjectNode document = document("posture/plugin-description/v1");
        ArrayNode described = document.putArray("plugins");
        plugins.forEach(plugin -> described.add(plugin(plugin)));
        ArrayNode contributions = document.putArray("contributions");
        for (Contribution offer : offers) {
            ObjectNode node = contributions.addObject();
            node.put("id", offer.id());
            node.put("kind", offer.kind().contract());
            node.put("plugin", offer.plugin().id());
            ArrayNode settings = node.putArray("settings");
            for (Setting setting : offer.settings()) {
                ObjectNode row = settings.addObject();
                row.put("name", setting.name());
                row.put("type", setting.type());
                row.put("default", setting.defaultValue());
                row.put("doc", setting.doc());
            }
        }
        return document.toPrettyString();
    }

    private static ObjectNode plugin(LoadedPlugin plugin) {
        return NODES.objectNode()
                .put("id", plugin.info().id())
                .put("version", plugin.info().version())
                .put("summary", plugin.info().summary())
                .put("sha256", plugin.sha256());
    }

    private static ObjectNode document(String schema) {
        return NODES.objectNode().put("schema", schema);
    }
}
