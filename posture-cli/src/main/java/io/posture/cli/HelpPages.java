package io.posture.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posture.io.run.PlainText;
import java.util.List;

/** Codes of messages as text and as JSON. */
final class HelpPages {

    private static final int WIDTH = 100;
    private static final int LABEL = 14;
    private static final String SCHEMA = "posture/help/v1";

    private HelpPages() {}

    static String text(MessageCode code) {
        StringBuilder text = new StringBuilder();
        paragraph(text, code.id() + ": " + code.explanation() + ".", "  ");
        if (code.reject()) {
            labelled(text, "  Example", LABEL, code.example());
        }
        labelled(text, "  Effect", LABEL, code.consequence());
        labelled(text, "  To do", LABEL, code.remedy());
        if (code.reject()) {
            labelled(
                    text,
                    "  Feed back",
                    LABEL,
                    "copy rejects.csv, put the column raw right, then posture assess --add rejects-fixed.csv");
            labelled(text, "  Show them", LABEL, "posture rejects show " + code.id());
        }
        return text.toString();
    }

    static String text(List<MessageCode> codes) {
        StringBuilder text = new StringBuilder();
        int width = codes.stream().mapToInt(code -> code.id().length()).max().orElse(0) + 2;
        codes.forEach(code -> labelled(text, code.id(), width, code.explanation()));
        return text.toString();
    }

    static String json(MessageCode code) {
        return with(JsonNodeFactory.instance.objectNode().put("schema", SCHEMA), code)
                .toPrettyString();
    }

    static String json(List<MessageCode> codes) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("schema", SCHEMA);
        ArrayNode list = document.putArray("codes");
        codes.forEach(code -> with(list.addObject(), code));
        return document.toPrettyString();
    }

    static String json(String command, String usage) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("schema", SCHEMA)
                .put("command", command)
                .put("usage", usage)
                .toPrettyString();
    }

    private static ObjectNode with(ObjectNode node, MessageCode code) {
        return node.put("code", code.id())
                .put("kind", code.kind())
                .put("explanation", code.explanation())
                .put("example", code.example())
                .put("consequence", code.consequence())
                .put("remedy", code.remedy());
    }

    /** A label, and words beside it; wrapping them together would take away the blanks between. */
    private static void labelled(StringBuilder text, String label, int width, String words) {
        String beside = label;
        for (String line : PlainText.wrap(words, WIDTH - width, "")) {
            text.append(beside)
                    .append(" ".repeat(width - beside.length()))
                    .append(line)
                    .append('\n');
            beside = "";
        }
    }

    private static void paragraph(StringBuilder text, String words, String hanging) {
        PlainText.wrap(words, WIDTH, hanging).forEach(line -> text.append(line).append('\n'));
    }
}
