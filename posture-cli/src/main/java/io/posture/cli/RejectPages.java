package io.posture.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posture.io.run.PlainText;
import io.posture.io.run.RejectedRows;
import java.util.Locale;

/** Rows that were set aside, as text and as JSON. */
final class RejectPages {

    private static final int WIDTH = 100;
    private static final String SCHEMA = "posture/rejects/v1";

    private RejectPages() {}

    static String list(RejectedRows rejects) {
        StringBuilder text = new StringBuilder();
        append(text, "", counted(rejects.rows()) + (rejects.rows() == 0 ? " was" : "") + " set aside");
        for (RejectedRows.OfCode code : rejects.codes()) {
            text.append('\n');
            append(text, "", code.code() + ": " + counted(code.rows()) + ", " + meaning(code.code()));
            for (RejectedRows.Place place : code.places()) {
                append(text, "  ", name(place) + ": " + counted(place.rows()));
                place.examples().forEach(row -> append(text, "    ", where(row) + " " + row.message()));
            }
        }
        return text.toString();
    }

    static String rows(RejectedRows.OfCode code) {
        StringBuilder text = new StringBuilder();
        append(text, "", code.code() + ": " + counted(code.rows()) + ", " + meaning(code.code()));
        for (RejectedRows.Place place : code.places()) {
            text.append('\n');
            append(text, "", name(place) + ": " + counted(place.rows()));
            for (RejectedRows.Row row : place.examples()) {
                append(text, "  ", where(row) + " " + row.message() + ". " + row.fix());
                append(text, "    ", "row: " + row.raw());
            }
            long more = place.rows() - place.examples().size();
            if (more > 0) {
                append(text, "  ", "... and " + grouped(more) + " more like this (--top " + place.rows() + ")");
            }
        }
        return text.toString();
    }

    static String json(RejectedRows rejects) {
        ObjectNode document = document(rejects.rows());
        ArrayNode codes = document.putArray("codes");
        rejects.codes().forEach(code -> codes.add(node(code)));
        return document.toPrettyString();
    }

    static String json(RejectedRows.OfCode code) {
        ObjectNode document = document(code.rows());
        document.putArray("codes").add(node(code));
        return document.toPrettyString();
    }

    private static ObjectNode document(long rows) {
        return JsonNodeFactory.instance.objectNode().put("schema", SCHEMA).put("rows", rows);
    }

    private static ObjectNode node(RejectedRows.OfCode code) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("code", code.code())
                .put("rows", code.rows())
                .put("explanation", meaning(code.code()));
        ArrayNode places = node.putArray("places");
        for (RejectedRows.Place place : code.places()) {
            ObjectNode at = places.addObject()
                    .put("file", place.file())
                    .put("sheet", place.sheet())
                    .put("column", place.column())
                    .put("rows", place.rows());
            ArrayNode examples = at.putArray("examples");
            place.examples()
                    .forEach(row -> examples.addObject()
                            .put("line", row.line())
                            .put("column", row.column())
                            .put("value", row.value())
                            .put("message", row.message())
                            .put("fix", row.fix())
                            .put("raw", row.raw()));
        }
        return node;
    }

    private static String meaning(String code) {
        return MessageCode.find(code).map(MessageCode::explanation).orElse("not known to this version");
    }

    private static String name(RejectedRows.Place place) {
        String sheet = place.sheet().isEmpty() || place.file().contains("[") ? "" : "[" + place.sheet() + "]";
        boolean number = place.column().chars().allMatch(Character::isDigit);
        String column = place.column().isEmpty() ? "" : (number ? ", column " : ", ") + place.column();
        return place.file() + sheet + column;
    }

    private static String where(RejectedRows.Row row) {
        return row.column().isEmpty() ? "line " + row.line() : row.line() + ":" + row.column();
    }

    private static String counted(long rows) {
        return rows == 0 ? "no row" : grouped(rows) + (rows == 1 ? " row" : " rows");
    }

    private static String grouped(long rows) {
        return String.format(Locale.ROOT, "%,d", rows);
    }

    private static void append(StringBuilder text, String indent, String words) {
        for (String line : PlainText.wrap(words, WIDTH - indent.length(), "  ")) {
            text.append(indent).append(line).append('\n');
        }
    }
}
