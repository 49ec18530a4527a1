package io.posture.cli;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.posture.core.plugin.PluginCatalog;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A file of questions to calculations, read and answered piece by piece, in order. */
final class CalculationFile {

    private static final String STANDARD_INPUT = "-";
    private static final String ENTRIES = "vectors";
    private static final int PIECE = 256;

    private final String name;
    private final PluginCatalog catalog;
    private final Consumer<CalculationEntry> answers;
    private final List<JsonNode> piece = new ArrayList<>(PIECE);

    private CalculationFile(String name, PluginCatalog catalog, Consumer<CalculationEntry> answers) {
        this.name = name;
        this.catalog = catalog;
        this.answers = answers;
    }

    /**
     * Answers all entries of a file: an array of them, or an object whose {@code vectors} is such an array.
     *
     * @param file a path, or {@code -} for standard input
     * @param answers receives the answers in the order of the entries
     * @throws CommandException if the file is missing, or is not what it should be; entries before the place have been
     *     answered then
     */
    static void answer(String file, PluginCatalog catalog, Consumer<CalculationEntry> answers) {
        if (file.equals(STANDARD_INPUT)) {
            answer("standard input", System.in, catalog, answers);
            return;
        }
        Path path = Path.of(file);
        if (!Files.isRegularFile(path)) {
            throw new CommandException(
                    ExitCode.INPUT_UNUSABLE, "there is no file " + file + ". Maybe the path is misspelt.");
        }
        try (InputStream in = Files.newInputStream(path)) {
            answer(file, in, catalog, answers);
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot read " + file + ": " + problem, problem);
        }
    }

    /** As {@link #answer(String, PluginCatalog, Consumer)}, from a stream that messages call by a name. */
    static void answer(String name, InputStream in, PluginCatalog catalog, Consumer<CalculationEntry> answers) {
        try (JsonParser parser = new ObjectMapper().createParser(in)) {
            new CalculationFile(name, catalog, answers).read(parser);
        } catch (JsonProcessingException problem) {
            int line = problem.getLocation() == null ? 1 : problem.getLocation().getLineNr();
            int column =
                    problem.getLocation() == null ? 1 : problem.getLocation().getColumnNr();
            throw new CommandException(
                    ExitCode.INPUT_UNUSABLE,
                    name + ":" + line + ":" + column + " is no valid JSON: " + problem.getOriginalMessage(),
                    problem);
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot read " + name + ": " + problem, problem);
        }
    }

    private void read(JsonParser parser) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw unusable("is empty");
        }
        if (first == JsonToken.START_ARRAY) {
            entries(parser);
        } else if (first == JsonToken.START_OBJECT) {
            members(parser);
        } else {
            throw unusable("holds a single value");
        }
        if (parser.nextToken() != null) {
            throw unusable("goes on after its end in line "
                    + parser.currentTokenLocation().getLineNr());
        }
        answerPiece();
    }

    private void members(JsonParser parser) throws IOException {
        boolean found = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            boolean entries = parser.currentName().equals(ENTRIES);
            if (parser.nextToken() == JsonToken.START_ARRAY && entries) {
                found = true;
                entries(parser);
            } else {
                parser.skipChildren();
            }
        }
        if (!found) {
            throw unusable("is an object without an array '" + ENTRIES + "'");
        }
    }

    private void entries(JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            piece.add(parser.readValueAsTree());
            if (piece.size() == PIECE) {
                answerPiece();
            }
        }
    }

    /** Calculations are pure: a piece is answered on all cores, and told in order. */
    private void answerPiece() {
        piece.parallelStream()
                .map(question -> CalculationEntry.answer(catalog, question))
                .toList()
                .forEach(answers);
        piece.clear();
    }

    private CommandException unusable(String what) {
        return new CommandException(
                ExitCode.INPUT_UNUSABLE,
                name + " " + what + "; it should be an array [{id, topic, inputs}], or an object whose '" + ENTRIES
                        + "' is one.");
    }
}
