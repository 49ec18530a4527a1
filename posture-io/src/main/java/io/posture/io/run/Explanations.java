package io.posture.io.run;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.posture.api.ItemId;
import io.posture.io.input.NearestNames;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the reason tree of one item in a run folder without reading the others: the lines are in the order of the items,
 * so the right one is found by halving the file.
 */
public final class Explanations {

    private static final int CHUNK = 8192;
    private static final String AT_SITE = " @ ";

    private final Path folder;

    /** The explanations of the run in a folder. */
    public Explanations(Path folder) {
        this.folder = folder;
    }

    /** What a search found. */
    public sealed interface Search {

        /**
         * The one item that is meant.
         *
         * @param json its line of {@code explanations.jsonl}
         */
        record Found(String json) implements Search {}

        /**
         * Several items could be meant, or none has the text in its name.
         *
         * @param contained whether the names contain the text; else they are only near to it
         * @param names names of items
         */
        record Unclear(boolean contained, List<String> names) implements Search {

            /** Copies. */
            public Unclear {
                names = List.copyOf(names);
            }
        }
    }

    /**
     * Finds an item by its key, or {@code key @ site}, or else by a part of its key whatever the case.
     *
     * @throws java.io.UncheckedIOException if the run cannot be read
     */
    public Search find(String query) {
        List<String> exact = exact(query);
        if (exact.size() == 1) {
            return new Search.Found(exact.get(0));
        }
        List<ItemId> all = items();
        if (exact.size() > 1) {
            return new Search.Unclear(
                    true,
                    names(all.stream().filter(id -> id.sku().equals(query)).toList()));
        }
        String part = query.toLowerCase(Locale.ROOT);
        List<ItemId> containing = all.stream()
                .filter(id -> id.toString().toLowerCase(Locale.ROOT).contains(part))
                .toList();
        if (containing.size() == 1) {
            Optional<String> line = line(containing.get(0));
            if (line.isPresent()) {
                return new Search.Found(line.get());
            }
        }
        return containing.isEmpty()
                ? new Search.Unclear(false, NearestNames.of(query, names(all)))
                : new Search.Unclear(true, names(containing));
    }

    private static List<String> names(List<ItemId> ids) {
        return ids.stream().map(ItemId::toString).toList();
    }

    private List<String> exact(String query) {
        int at = query.lastIndexOf(AT_SITE);
        if (at > 0 && at + AT_SITE.length() < query.length()) {
            Optional<String> line = line(new ItemId(query.substring(0, at), query.substring(at + AT_SITE.length())));
            if (line.isPresent()) {
                return List.of(line.get());
            }
        }
        return query.isBlank() ? List.of() : linesOf(query);
    }

    private Optional<String> line(ItemId id) {
        return linesOf(id.sku()).stream().filter(line -> keyOf(line).equals(id)).findFirst();
    }

    /** All lines of an item's key, one for each site. */
    private List<String> linesOf(String sku) {
        Path file = folder.resolve(RunFiles.EXPLANATIONS);
        try (FileChannel lines = FileChannel.open(file)) {
            long low = 0;
            long high = lines.size();
            while (low < high) {
                long middle = (low + high) >>> 1;
                long start = lineStart(lines, middle);
                if (start >= lines.size() || keyAt(lines, start).sku().compareTo(sku) >= 0) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            List<String> found = new ArrayList<>();
            long start = lineStart(lines, low);
            while (start < lines.size() && keyAt(lines, start).sku().equals(sku)) {
                String line = lineAt(lines, start);
                found.add(line);
                start += line.getBytes(StandardCharsets.UTF_8).length + 1L;
            }
            return found;
        } catch (IOException problem) {
            throw Disk.failed("read", file, problem);
        }
    }

    /** Where the first line at or after a position begins. */
    private static long lineStart(FileChannel lines, long position) throws IOException {
        if (position == 0) {
            return 0;
        }
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        long at = position - 1;
        while (lines.read(chunk.clear(), at) > 0) {
            for (int i = 0; i < chunk.position(); i++) {
                if (chunk.get(i) == '\n') {
                    return at + i + 1;
                }
            }
            at += chunk.position();
        }
        return lines.size();
    }

    private static String lineAt(FileChannel lines, long start) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        long at = start;
        while (lines.read(chunk.clear(), at) > 0) {
            for (int i = 0; i < chunk.position(); i++) {
                if (chunk.get(i) == '\n') {
                    return line.toString(StandardCharsets.UTF_8);
                }
                line.write(chunk.get(i));
            }
            at += chunk.position();
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private static ItemId keyAt(FileChannel lines, long start) throws IOException {
        lines.position(start);
        JsonParser parser = JsonText.FACTORY.createParser(Channels.newInputStream(lines));
        return key(parser); // not closed: that would close the file
    }

    private static ItemId keyOf(String line) {
        try (JsonParser parser = JsonText.FACTORY.createParser(line)) {
            return key(parser);
        } catch (IOException broken) {
            throw new IllegalStateException("a line of " + RunFiles.EXPLANATIONS + " is broken", broken);
        }
    }

    private static ItemId key(JsonParser parser) throws IOException {
        String sku = "";
        parser.nextToken();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            String value = parser.nextTextValue();
            if (field.equals("item")) {
                sku = value;
            } else if (field.equals("location")) {
                return new ItemId(sku, value);
            }
        }
        throw new IOException("a line does not begin with the key of an item");
    }

    /** The items by the register. */
    private List<ItemId> items() {
        Path file = folder.resolve(RunFiles.REGISTER);
        List<ItemId> items = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file, StandardCharsets.UTF_8)) {
            for (NamedCsvRecord row : rows) {
                items.add(new ItemId(unsafe(row.getField("item_id")), unsafe(row.getField("location_id"))));
            }
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException problem) {
            throw Disk.failed("read", file, problem);
        }
        return items;
    }

    /** A text without the apostrophe that keeps spreadsheets from running it. */
    private static String unsafe(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && RegisterWriter.guarded(cell.substring(1))
                ? cell.substring(1)
                : cell;
    }
}
