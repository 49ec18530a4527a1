package io.posture.io.run;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.posture.api.ItemId;
import io.posture.io.manual.ManualOverride;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The file {@link RunFiles#REVIEW}. */
public final class ReviewMemoryFile implements Closeable {

    static final String SCHEMA = "posture/review/v1";

    private static final String GONE = "gone_item";
    private static final Set<String> STANDING = Set.of("level", "reviewed_on");

    private final Writer target;

    /**
     * Begins the file.
     *
     * @param target closed with this
     * @param runId name of the run
     * @param asOf its day
     * @param earlier the run of an earlier day that it was compared with
     * @throws IOException if the disk refuses
     */
    public ReviewMemoryFile(Writer target, String runId, LocalDate asOf, Optional<KeyFigureFile.Earlier> earlier)
            throws IOException {
        this.target = target;
        line(json -> {
            json.writeStringField("schema", SCHEMA);
            json.writeStringField("run_id", runId);
            json.writeStringField("as_of", asOf.toString());
            JsonText.textOrNull(
                    json,
                    "previous_run_id",
                    earlier.map(KeyFigureFile.Earlier::runId).orElse(""));
            JsonText.textOrNull(
                    json,
                    "previous_as_of",
                    earlier.map(before -> before.asOf().toString()).orElse(""));
        });
    }

    private void line(JsonText.Body body) throws IOException {
        target.write(JsonText.compact(json -> {
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
        }));
        target.write('\n');
    }

    /**
     * Writes an item.
     *
     * @throws IOException if the disk refuses
     */
    public void write(ItemId id, ReviewMemory.Item item) throws IOException {
        line(json -> {
            json.writeStringField("item", id.sku());
            json.writeStringField("location", id.site());
            facts(json, "after", item.facts());
            if (item.before().isPresent()) {
                facts(json, "before", item.before().get());
            }
            json.writeBooleanField("critical_spare", item.criticalSpare());
            json.writeArrayFieldStart("overrides");
            for (ManualOverride override : item.overrides()) {
                json.writeStartObject();
                json.writeStringField("field", override.field());
                json.writeStringField("value", override.value());
                json.writeStringField("reason_code", override.reasonCode());
                json.writeStringField("rationale", override.rationale());
                json.writeStringField("approved_by", override.approvedBy());
                json.writeStringField("approved_on", override.approvedOn().toString());
                json.writeStringField("expires_on", override.expiresOn().toString());
                json.writeStringField("rows", override.where());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static void facts(JsonGenerator json, String field, ReviewMemory.Facts facts) throws IOException {
        json.writeObjectFieldStart(field);
        for (Map.Entry<String, String> code : new TreeMap<>(facts.codes()).entrySet()) {
            JsonText.textOrNull(json, code.getKey(), code.getValue());
        }
        ReviewMemory.Standing standing = facts.standing();
        json.writeStringField("level", standing.level());
        json.writeNumberField("reviews_below", standing.reviewsBelow());
        JsonText.number(json, "held", standing.heldPieces());
        json.writeStringField("reviewed_on", standing.reviewedOn().toString());
        json.writeObjectFieldStart("numbers");
        for (Map.Entry<String, Double> number : new TreeMap<>(facts.numbers()).entrySet()) {
            JsonText.number(json, number.getKey(), number.getValue());
        }
        json.writeEndObject();
        json.writeObjectFieldStart("days");
        for (Map.Entry<String, LocalDate> day : new TreeMap<>(facts.days()).entrySet()) {
            json.writeStringField(day.getKey(), day.getValue().toString());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    /**
     * Writes an item of the earlier run that this one does not have, after all items.
     *
     * @throws IOException if the disk refuses
     */
    public void writeGone(ItemId id) throws IOException {
        line(json -> {
            json.writeStringField(GONE, id.sku());
            json.writeStringField("location", id.site());
        });
    }

    /**
     * Writes a finding about a supplier.
     *
     * @throws IOException if the disk refuses
     */
    public void write(ReviewMemory.SupplierFinding finding) throws IOException {
        line(json -> {
            json.writeStringField("supplier", finding.supplier());
            json.writeStringField("reason", finding.reason());
            json.writeStringField("text", finding.text());
            json.writeObjectFieldStart("evidence");
            for (Map.Entry<String, String> evidence : finding.evidence().entrySet()) {
                json.writeStringField(evidence.getKey(), evidence.getValue());
            }
            json.writeEndObject();
        });
    }

    @Override
    public void close() throws IOException {
        target.close();
    }

    /**
     * What the run in a folder remembers; empty if it has no such file, or one that is not whole.
     *
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public static Optional<ReviewMemory> find(Path folder) {
        Path file = folder.resolve(RunFiles.REVIEW);
        ObjectMapper mapper = new ObjectMapper();
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            String first = lines.readLine();
            JsonNode head = mapper.readTree(first == null ? "{}" : first);
            if (!head.path("schema").asText().equals(SCHEMA)) {
                return Optional.empty();
            }
            Map<ItemId, ReviewMemory.Item> items = new LinkedHashMap<>();
            List<ItemId> gone = new ArrayList<>();
            List<ReviewMemory.SupplierFinding> suppliers = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode node = mapper.readTree(line);
                if (node.has("item")) {
                    ItemId id = new ItemId(
                            node.path("item").asText(), node.path("location").asText());
                    items.put(id, item(id, node));
                } else if (node.has(GONE)) {
                    gone.add(new ItemId(
                            node.path(GONE).asText(), node.path("location").asText()));
                } else {
                    suppliers.add(supplier(node));
                }
            }
            Optional<KeyFigureFile.Earlier> earlier = JsonNumbers.day(head, "previous_as_of")
                    .map(day -> new KeyFigureFile.Earlier(
                            head.path("previous_run_id").asText(), day));
            return Optional.of(new ReviewMemory(
                    head.path("run_id").asText(),
                    LocalDate.parse(head.path("as_of").asText()),
                    earlier,
                    items,
                    gone,
                    suppliers));
        } catch (NoSuchFileException | JsonProcessingException | DateTimeException | IllegalArgumentException none) {
            return Optional.empty();
        } catch (IOException problem) {
            throw Disk.failed("read", file, problem);
        }
    }

    /**
     * Reads the items of a file one by one, in the order of the register, without keeping them. Not thread-safe.
     */
    public static final class Items implements Closeable {

        private final BufferedReader lines;
        private final ObjectMapper mapper = new ObjectMapper();
        private final LocalDate asOf;
        private final Optional<KeyFigureFile.Earlier> earlier;
        private final String runId;
        private final List<Map.Entry<ItemId, ReviewMemory.Item>> skipped = new ArrayList<>();
        private final List<ItemId> gone = new ArrayList<>();
        private Optional<Map.Entry<ItemId, ReviewMemory.Item>> ahead = Optional.empty();
        private boolean ended;

        private Items(BufferedReader lines, JsonNode head) {
            this.lines = lines;
            this.runId = head.path("run_id").asText();
            this.asOf = LocalDate.parse(head.path("as_of").asText());
            this.earlier = JsonNumbers.day(head, "previous_as_of")
                    .map(day -> new KeyFigureFile.Earlier(
                            head.path("previous_run_id").asText(), day));
        }

        /**
         * Opens the file of the run in a folder; empty if it has none.
         *
         * @throws java.io.UncheckedIOException if it cannot be read
         */
        public static Optional<Items> open(Path folder) {
            Path file = folder.resolve(RunFiles.REVIEW);
            try {
                BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                try {
                    String first = lines.readLine();
                    JsonNode head = new ObjectMapper().readTree(first == null ? "{}" : first);
                    if (head.path("schema").asText().equals(SCHEMA)) {
                        return Optional.of(new Items(lines, head));
                    }
                } catch (JsonProcessingException | DateTimeException notOurs) {
                    lines.close();
                    return Optional.empty();
                }
                lines.close();
                return Optional.empty();
            } catch (NoSuchFileException none) {
                return Optional.empty();
            } catch (IOException problem) {
                throw Disk.failed("read", file, problem);
            }
        }

        /** Name of the run. */
        public String runId() {
            return runId;
        }

        /** Its day. */
        public LocalDate asOf() {
            return asOf;
        }

        /** The run that it was compared with. */
        public Optional<KeyFigureFile.Earlier> earlier() {
            return earlier;
        }

        /**
         * An item; empty if it is not there. Items must be asked for in ascending order.
         *
         * @throws IOException if the file cannot be read
         */
        public Optional<ReviewMemory.Item> find(ItemId id) throws IOException {
            while (!ended && (ahead.isEmpty() || ahead.get().getKey().compareTo(id) < 0)) {
                pass();
            }
            if (ahead.isEmpty() || !ahead.get().getKey().equals(id)) {
                return Optional.empty();
            }
            ReviewMemory.Item found = ahead.get().getValue();
            ahead = Optional.empty();
            return Optional.of(found);
        }

        /** Goes on by a line; an item that nobody asked for is remembered. */
        private void pass() throws IOException {
            ahead.ifPresent(skipped::add);
            ahead = Optional.empty();
            String line = lines.readLine();
            JsonNode node = mapper.readTree(line == null ? "{}" : line);
            ended = !node.has("item");
            if (!ended) {
                ItemId id = new ItemId(
                        node.path("item").asText(), node.path("location").asText());
                ahead = Optional.of(Map.entry(id, item(id, node)));
            }
            for (; node.has(GONE); node = mapper.readTree(line == null ? "{}" : line)) {
                gone.add(new ItemId(
                        node.path(GONE).asText(), node.path("location").asText()));
                line = lines.readLine();
            }
        }

        /**
         * Items that nobody asked for, after the last was.
         *
         * @throws IOException if the file cannot be read
         */
        public List<Map.Entry<ItemId, ReviewMemory.Item>> skipped() throws IOException {
            while (!ended) {
                pass();
            }
            return List.copyOf(skipped);
        }

        /**
         * Items that were gone by then already, after the last was asked for.
         *
         * @throws IOException if the file cannot be read
         */
        public List<ItemId> gone() throws IOException {
            skipped();
            return List.copyOf(gone);
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    private static ReviewMemory.Item item(ItemId id, JsonNode node) {
        List<ManualOverride> overrides = new ArrayList<>();
        for (JsonNode override : node.path("overrides")) {
            overrides.add(new ManualOverride(
                    id,
                    override.path("field").asText(),
                    override.path("value").asText(),
                    override.path("reason_code").asText(),
                    override.path("rationale").asText(),
                    override.path("approved_by").asText(),
                    LocalDate.parse(override.path("approved_on").asText()),
                    LocalDate.parse(override.path("expires_on").asText()),
                    override.path("rows").asText()));
        }
        return new ReviewMemory.Item(
                facts(node.path("after")),
                node.has("before") ? Optional.of(facts(node.path("before"))) : Optional.empty(),
                node.path("critical_spare").asBoolean(),
                overrides);
    }

    private static ReviewMemory.Facts facts(JsonNode node) {
        Map<String, String> codes = new LinkedHashMap<>();
        Map<String, Double> numbers = new LinkedHashMap<>();
        Map<String, LocalDate> days = new LinkedHashMap<>();
        node.properties().stream()
                .filter(member -> member.getValue().isTextual() && !STANDING.contains(member.getKey()))
                .forEach(member -> codes.put(member.getKey(), member.getValue().asText()));
        node.path("numbers")
                .properties()
                .forEach(
                        number -> numbers.put(number.getKey(), number.getValue().asDouble()));
        node.path("days")
                .properties()
                .forEach(day ->
                        days.put(day.getKey(), LocalDate.parse(day.getValue().asText())));
        ReviewMemory.Standing standing = new ReviewMemory.Standing(
                node.path("level").asText(),
                node.path("reviews_below").asInt(),
                node.path("held").asDouble(),
                LocalDate.parse(node.path("reviewed_on").asText()));
        return new ReviewMemory.Facts(codes, standing, numbers, days);
    }

    private static ReviewMemory.SupplierFinding supplier(JsonNode node) {
        Map<String, String> evidence = new LinkedHashMap<>();
        node.path("evidence")
                .properties()
                .forEach(fact -> evidence.put(fact.getKey(), fact.getValue().asText()));
        return new ReviewMemory.SupplierFinding(
                node.path("supplier").asText(),
                node.path("reason").asText(),
                node.path("text").asText(),
                evidence);
    }
}
