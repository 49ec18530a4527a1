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
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The file {@link RunFiles#REVIEW}. */
public final class ReviewMemoryFile implements Closeable {

    static final String SCHEMA = "posture/review/v1";

    private static final String GONE = "gone_item";
    private static final String WATCHED = "watched_supplier";
    private static final String PREVIOUS = "previous";

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
    public ReviewMemoryFile(Writer target, String runId, LocalDate asOf, Optional<EarlierRun> earlier)
            throws IOException {
        this.target = target;
        line(json -> {
            json.writeStringField("schema", SCHEMA);
            json.writeStringField("run_id", runId);
            json.writeStringField("as_of", asOf.toString());
            if (earlier.isPresent()) {
                json.writeObjectFieldStart(PREVIOUS);
                earlier.get().write(json);
                json.writeEndObject();
            } else {
                json.writeNullField(PREVIOUS);
            }
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
        json.writeStringField("counted_on", standing.countedOn().toString());
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

    /**
     * Writes since when a supplier is watched.
     *
     * @throws IOException if the disk refuses
     */
    public void write(String supplier, ReviewMemory.Watch watch) throws IOException {
        line(json -> {
            json.writeStringField(WATCHED, supplier);
            json.writeStringField("since", watch.since().toString());
            JsonText.textOrNull(
                    json, "before", watch.before().map(LocalDate::toString).orElse(""));
        });
    }

    @Override
    public void close() throws IOException {
        target.close();
    }

    /** The first line of a file. */
    record Head(String runId, LocalDate asOf, Optional<EarlierRun> earlier) {

        /** The head in a line; empty if it is none. */
        static Optional<Head> of(@Nullable String line) {
            try {
                JsonNode head = new ObjectMapper().readTree(line == null ? "{}" : line);
                return head.path("schema").asText().equals(SCHEMA)
                        ? Optional.of(new Head(
                                head.path("run_id").asText(),
                                LocalDate.parse(head.path("as_of").asText()),
                                EarlierRun.read(head.path(PREVIOUS))))
                        : Optional.empty();
            } catch (JsonProcessingException | DateTimeException notOurs) {
                return Optional.empty();
            }
        }
    }

    /** The first line of the file in a folder; empty if there is none. */
    static Optional<Head> head(Path folder) {
        Optional<Items> items = Items.open(folder);
        try {
            if (items.isPresent()) {
                items.get().close();
            }
        } catch (IOException problem) {
            throw Disk.failed("read", folder.resolve(RunFiles.REVIEW), problem);
        }
        return items.map(opened -> opened.head);
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
            Optional<Head> head = Head.of(first);
            if (head.isEmpty()) {
                return Optional.empty();
            }
            Map<ItemId, ReviewMemory.Item> items = new LinkedHashMap<>();
            List<ItemId> gone = new ArrayList<>();
            List<ReviewMemory.SupplierFinding> suppliers = new ArrayList<>();
            Map<String, ReviewMemory.Watch> watched = new LinkedHashMap<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode node = mapper.readTree(line);
                if (node.has("item")) {
                    ItemId id = new ItemId(
                            node.path("item").asText(), node.path("location").asText());
                    items.put(id, ReviewMemoryRows.item(id, node));
                } else if (node.has(GONE)) {
                    gone.add(new ItemId(
                            node.path(GONE).asText(), node.path("location").asText()));
                } else if (node.has(WATCHED)) {
                    watched.put(node.path(WATCHED).asText(), ReviewMemoryRows.watch(node));
                } else {
                    suppliers.add(ReviewMemoryRows.supplier(node));
                }
            }
            return Optional.of(new ReviewMemory(
                    head.get().runId(), head.get().asOf(), head.get().earlier(), items, gone, suppliers, watched));
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
        private final Head head;
        private final List<Map.Entry<ItemId, ReviewMemory.Item>> skipped = new ArrayList<>();
        private final List<ItemId> gone = new ArrayList<>();
        private final Map<String, ReviewMemory.Watch> watched = new LinkedHashMap<>();
        private Optional<Map.Entry<ItemId, ReviewMemory.Item>> ahead = Optional.empty();
        private boolean ended;

        private Items(BufferedReader lines, Head head) {
            this.lines = lines;
            this.head = head;
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
                Optional<Head> head = Head.of(lines.readLine());
                if (head.isEmpty()) {
                    lines.close();
                }
                return head.map(found -> new Items(lines, found));
            } catch (NoSuchFileException none) {
                return Optional.empty();
            } catch (IOException problem) {
                throw Disk.failed("read", file, problem);
            }
        }

        /** Name of the run. */
        public String runId() {
            return head.runId();
        }

        /** The run that it was compared with. */
        public Optional<EarlierRun> earlier() {
            return head.earlier();
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
                ahead = Optional.of(Map.entry(id, ReviewMemoryRows.item(id, node)));
            }
            for (; !node.has("item") && line != null; line = lines.readLine()) {
                node = mapper.readTree(line);
                if (node.has(GONE)) {
                    gone.add(new ItemId(
                            node.path(GONE).asText(), node.path("location").asText()));
                } else if (node.has(WATCHED)) {
                    watched.put(node.path(WATCHED).asText(), ReviewMemoryRows.watch(node));
                }
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

        /**
         * Since when suppliers are watched, after the last item was asked for.
         *
         * @throws IOException if the file cannot be read
         */
        public Map<String, ReviewMemory.Watch> watched() throws IOException {
            skipped();
            return Map.copyOf(watched);
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
