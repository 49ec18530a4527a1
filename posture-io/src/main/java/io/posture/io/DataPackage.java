package io.posture.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.posture.io.table.Column;
import io.posture.io.table.ColumnType;
import io.posture.io.table.Presence;
import io.posture.io.table.Range;
import io.posture.io.table.Table;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The canonical tables for people and programs: a Frictionless data package with a table schema for each, and an empty file for
 * each to fill in.
 */
public final class DataPackage {

    private static final String ITEM = "item_id";

    private DataPackage() {}

    /** The data package as JSON, version 2 of the standard. */
    public static String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            DefaultIndenter lines = new DefaultIndenter("  ", "\n");
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines));
            json.writeStartObject();
            json.writeStringField("$schema", "https://datapackage.org/profiles/2.0/datapackage.json");
            json.writeStringField("name", "posture-data");
            json.writeStringField(
                    "description",
                    "Tables that posture reads. items and demand are needed; without another its facts are"
                            + " unknown, and unknown is never read as safe.");
            json.writeArrayFieldStart("resources");
            for (Table table : Table.values()) {
                resource(json, table);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text + "\n";
    }

    /** An empty file for each table, its header alone, by file name. */
    public static Map<String, String> templates() {
        Map<String, String> files = new TreeMap<>();
        for (Table table : Table.values()) {
            files.put(table.id() + ".csv", String.join(",", table.columnNames()) + "\n");
        }
        return files;
    }

    private static void resource(JsonGenerator json, Table table) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", table.id());
        json.writeStringField("type", "table");
        json.writeStringField("path", table.id() + ".csv");
        json.writeObjectFieldStart("schema");
        json.writeArrayFieldStart("fields");
        for (Column column : table.columns()) {
            field(json, column);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("missingValues");
        json.writeString("");
        json.writeEndArray();
        List<String> key = table.key();
        if (!key.isEmpty() && key.stream().allMatch(name -> everyCell(table, name))) {
            json.writeArrayFieldStart("primaryKey");
            for (String name : key) {
                json.writeString(name);
            }
            json.writeEndArray();
        }
        if (table != Table.ITEMS && everyCell(table, ITEM)) {
            ofItems(json);
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static boolean everyCell(Table table, String column) {
        return table.column(column)
                .filter(found -> found.presence() == Presence.EVERY_CELL)
                .isPresent();
    }

    private static void ofItems(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("foreignKeys");
        json.writeStartObject();
        json.writeArrayFieldStart("fields");
        json.writeString(ITEM);
        json.writeEndArray();
        json.writeObjectFieldStart("reference");
        json.writeStringField("resource", Table.ITEMS.id());
        json.writeArrayFieldStart("fields");
        json.writeString(ITEM);
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
    }

    private static void field(JsonGenerator json, Column column) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", column.name());
        json.writeStringField("type", type(column.type()));
        List<String> said = new ArrayList<>();
        if (column.presence() == Presence.COLUMN) {
            said.add("the column is needed, cells may be empty");
        }
        said.add(
                column.presence() == Presence.EVERY_CELL
                        ? "needed"
                        : "empty means " + (column.standIn().isEmpty() ? "unknown" : column.standIn()));
        if (!column.used()) {
            said.add("checked, but not used in results yet");
        }
        json.writeStringField("description", String.join("; ", said));
        json.writeObjectFieldStart("constraints");
        json.writeBooleanField("required", column.presence() == Presence.EVERY_CELL);
        if (column.type() == ColumnType.NUMBER && !column.range().equals(Range.ANY)) {
            json.writeNumberField(
                    column.range().open() ? "exclusiveMinimum" : "minimum",
                    column.range().least());
            if (column.range().most() < Range.ANY.most()) {
                json.writeNumberField("maximum", column.range().most());
            }
        }
        if (!column.choices().isEmpty()) {
            json.writeArrayFieldStart("enum");
            for (String choice : column.choices()) {
                json.writeString(choice);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String type(ColumnType type) {
        return switch (type) {
            case TEXT, KEY, CHOICE -> "string";
            case NUMBER -> "number";
            case DATE -> "date";
            case FLAG -> "boolean";
        };
    }
}
