package io.posture.io.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The key figures of a run, schema {@code posture/kpi/v1}.
 *
 * @param runId name of the run
 * @param asOf its day
 * @param earlier the run of an earlier day that trends look back to; empty if there was none
 * @param figures in a fixed order
 */
public record KeyFigureFile(String runId, LocalDate asOf, Optional<Earlier> earlier, List<Row> figures) {

    static final String SCHEMA = "posture/kpi/v1";

    /** Copies. */
    public KeyFigureFile {
        figures = List.copyOf(figures);
    }

    /**
     * A run of an earlier day.
     *
     * @param runId its name
     * @param asOf its day
     */
    public record Earlier(String runId, LocalDate asOf) {}

    /**
     * A key figure.
     *
     * @param name for example {@code line_fill}
     * @param value empty if it is not available
     * @param unit share, days, money and so on
     * @param formula the calculation behind it, and what it divides
     * @param numerator empty where it is no quotient
     * @param denominator empty where it is no quotient
     * @param observations lines, orders, events or items that were counted
     * @param coverage share of all of them of which enough was known, 0 to 1
     * @param status measured, estimated or not_available
     * @param target what the policy asks for; empty if nothing
     * @param previous its value in the earlier run; empty if there was none
     * @param note what a reader must know, or what would make it available; may be empty
     */
    public record Row(
            String name,
            OptionalDouble value,
            String unit,
            String formula,
            OptionalDouble numerator,
            OptionalDouble denominator,
            int observations,
            double coverage,
            String status,
            OptionalDouble target,
            OptionalDouble previous,
            String note) {

        /** UP, DOWN or SAME against the earlier run; empty if one of the two is unknown. */
        public String trend() {
            if (value.isEmpty() || previous.isEmpty()) {
                return "";
            }
            int sign = Double.compare(value.getAsDouble(), previous.getAsDouble());
            return sign == 0 ? "SAME" : sign > 0 ? "UP" : "DOWN";
        }
    }

    /** The value of a figure; empty if it is not there or not available. */
    public OptionalDouble value(String name) {
        return find(name).map(Row::value).orElse(OptionalDouble.empty());
    }

    /** A figure by its name. */
    public Optional<Row> find(String name) {
        return figures.stream().filter(row -> row.name().equals(name)).findFirst();
    }

    /** Writes the document; the target is left open. */
    public void write(Writer target) throws IOException {
        target.write(JsonText.indented(json -> {
            json.writeStartObject();
            json.writeStringField("schema", SCHEMA);
            json.writeStringField("run_id", runId);
            json.writeStringField("as_of", asOf.toString());
            if (earlier.isPresent()) {
                json.writeObjectFieldStart("previous");
                json.writeStringField("run_id", earlier.get().runId());
                json.writeStringField("as_of", earlier.get().asOf().toString());
                json.writeEndObject();
            } else {
                json.writeNullField("previous");
            }
            json.writeArrayFieldStart("figures");
            for (Row row : figures) {
                json.writeStartObject();
                json.writeStringField("name", row.name());
                JsonText.number(json, "value", row.value());
                json.writeStringField("unit", row.unit());
                json.writeStringField("formula", row.formula());
                JsonText.number(json, "numerator", row.numerator());
                JsonText.number(json, "denominator", row.denominator());
                json.writeNumberField("n", row.observations());
                JsonText.number(json, "coverage", row.coverage());
                json.writeStringField("status", row.status());
                JsonText.number(json, "target", row.target());
                JsonText.number(json, "previous", row.previous());
                JsonText.textOrNull(json, "trend", row.trend());
                json.writeStringField("note", row.note());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }));
        target.write('\n');
    }

    /**
     * The key figures of the run in a folder; empty if it has none.
     *
     * @throws java.io.UncheckedIOException if they cannot be read
     */
    public static Optional<KeyFigureFile> find(Path folder) {
        Path file = folder.resolve(RunFiles.KEY_FIGURES);
        try {
            JsonNode root = new ObjectMapper().readTree(Files.readString(file, StandardCharsets.UTF_8));
            if (!root.path("schema").asText().equals(SCHEMA)) {
                return Optional.empty();
            }
            List<Row> rows = new ArrayList<>();
            root.path("figures")
                    .forEach(row -> rows.add(new Row(
                            row.path("name").asText(),
                            JsonNumbers.find(row, "value"),
                            row.path("unit").asText(),
                            row.path("formula").asText(),
                            JsonNumbers.find(row, "numerator"),
                            JsonNumbers.find(row, "denominator"),
                            row.path("n").asInt(),
                            row.path("coverage").asDouble(),
                            row.path("status").asText(),
                            JsonNumbers.find(row, "target"),
                            JsonNumbers.find(row, "previous"),
                            row.path("note").asText())));
            JsonNode before = root.path("previous");
            return Optional.of(new KeyFigureFile(
                    root.path("run_id").asText(),
                    LocalDate.parse(root.path("as_of").asText()),
                    before.isObject()
                            ? Optional.of(new Earlier(
                                    before.path("run_id").asText(),
                                    LocalDate.parse(before.path("as_of").asText())))
                            : Optional.empty(),
                    rows));
        } catch (NoSuchFileException | JsonProcessingException | DateTimeException none) {
            return Optional.empty();
        } catch (IOException problem) {
            throw Disk.failed("read", file, problem);
        }
    }
}
