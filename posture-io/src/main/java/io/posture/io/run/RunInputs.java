package io.posture.io.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.posture.io.input.FileNotation;
import io.posture.io.source.StoreAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a run was asked to read, so that it can be asked again without repeating it. Holds paths of this machine and is
 * therefore kept apart from the results.
 *
 * @param demo whether it was the bundled data
 * @param data folders, files and stores; the secrets in them are not kept
 * @param profile id of a shipped profile, if one was named
 * @param mapping a mapping file, if one was named
 * @param notation how files are written where the mapping leaves it open
 * @param add files of rejects that were put right
 * @param formats formats beside CSV that results were written in
 * @param rules by which rules it decided
 */
public record RunInputs(
        boolean demo,
        List<String> data,
        Optional<String> profile,
        Optional<Path> mapping,
        FileNotation notation,
        List<Path> add,
        List<String> formats,
        Rules rules) {

    /**
     * By which rules a run decided, as far as the command line said it.
     *
     * @param policy the policy file; empty for the defaults
     * @param asOf the day of the run; empty if policy, mapping or data told it
     * @param plugins the folder of further plugins
     */
    public record Rules(Optional<Path> policy, Optional<LocalDate> asOf, Optional<Path> plugins) {

        /** Nothing was said. */
        public static final Rules NONE = new Rules(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Copies. */
    public RunInputs {
        data = List.copyOf(data);
        add = List.copyOf(add);
        formats = List.copyOf(formats);
    }

    /** With results as CSV alone. */
    public RunInputs(
            boolean demo,
            List<String> data,
            Optional<String> profile,
            Optional<Path> mapping,
            FileNotation notation,
            List<Path> add) {
        this(demo, data, profile, mapping, notation, add, List.of(), Rules.NONE);
    }

    /** The bundled data. */
    public static RunInputs ofDemo() {
        return new RunInputs(true, List.of(), Optional.empty(), Optional.empty(), FileNotation.OPEN, List.of());
    }

    /**
     * What the run in a folder was asked to read; empty if there is no run.
     *
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public static Optional<RunInputs> of(Path folder) {
        Path file = folder.resolve(RunFiles.INPUTS);
        try {
            JsonNode root = new ObjectMapper().readTree(Files.readString(file, StandardCharsets.UTF_8));
            List<String> data = new ArrayList<>();
            root.path("data").forEach(path -> data.add(path.asText()));
            List<Path> add = new ArrayList<>();
            root.path("add").forEach(path -> add.add(Path.of(path.asText())));
            List<String> formats = new ArrayList<>();
            root.path("formats").forEach(format -> formats.add(format.asText()));
            Optional<Path> mapping = path(root, "mapping");
            Optional<String> profile =
                    Optional.of(root.path("profile").asText()).filter(id -> !id.isEmpty());
            return Optional.of(new RunInputs(
                    root.path("demo").asBoolean(),
                    data,
                    profile,
                    mapping,
                    notation(root),
                    add,
                    formats,
                    new Rules(path(root, "policy"), day(root), path(root, "plugins"))));
        } catch (NoSuchFileException | JsonProcessingException none) {
            return Optional.empty();
        } catch (IOException problem) {
            throw Disk.failed("read", file, problem);
        }
    }

    private static FileNotation notation(JsonNode root) {
        List<String> dates = new ArrayList<>();
        root.path("dates").forEach(pattern -> dates.add(pattern.asText()));
        String decimal = root.path("decimal").asText();
        return new FileNotation(decimal.isEmpty() ? Optional.empty() : Optional.of(decimal.charAt(0)), dates);
    }

    private static Optional<Path> path(JsonNode root, String member) {
        return Optional.of(root.path(member).asText())
                .filter(path -> !path.isEmpty())
                .map(Path::of);
    }

    private static Optional<LocalDate> day(JsonNode root) {
        return Optional.of(root.path("as_of").asText())
                .filter(day -> !day.isEmpty())
                .map(LocalDate::parse);
    }

    /** The same with more rejects that were put right. */
    public RunInputs adding(List<Path> more) {
        List<Path> all = new ArrayList<>(add);
        more.stream().filter(path -> !all.contains(path)).forEach(all::add);
        return new RunInputs(demo, data, profile, mapping, notation, all, formats, rules);
    }

    /** The same with results in these formats beside CSV. */
    public RunInputs in(List<String> others) {
        return new RunInputs(demo, data, profile, mapping, notation, add, others, rules);
    }

    /** The same decided by these rules. */
    public RunInputs by(Rules others) {
        return new RunInputs(demo, data, profile, mapping, notation, add, formats, others);
    }

    String text() {
        return JsonText.indented(json -> {
            json.writeStartObject();
            json.writeBooleanField("demo", demo);
            JsonText.texts(
                    json,
                    "data",
                    data.stream().map(StoreAddress::withoutSecrets).toList());
            json.writeStringField("profile", profile.orElse(""));
            json.writeStringField("mapping", mapping.map(Path::toString).orElse(""));
            json.writeStringField(
                    "decimal", notation.decimal().map(String::valueOf).orElse(""));
            JsonText.texts(json, "dates", notation.dates());
            JsonText.texts(json, "add", add.stream().map(Path::toString).toList());
            JsonText.texts(json, "formats", formats);
            json.writeStringField("policy", rules.policy().map(Path::toString).orElse(""));
            json.writeStringField("as_of", rules.asOf().map(LocalDate::toString).orElse(""));
            json.writeStringField("plugins", rules.plugins().map(Path::toString).orElse(""));
            json.writeEndObject();
        });
    }
}
