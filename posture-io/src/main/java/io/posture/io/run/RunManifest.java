package io.posture.io.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.posture.core.FailurePolicy;
import io.posture.io.policy.ReviewPolicy;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The manifest of a run, read back. */
public final class RunManifest {

    private final String text;
    private final JsonNode root;

    private RunManifest(String text, JsonNode root) {
        this.text = text;
        this.root = root;
    }

    /**
     * The manifest of the run in a folder; empty if there is none, or it is not one of this format.
     *
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public static Optional<RunManifest> find(Path folder) {
        Path file = folder.resolve(RunFiles.MANIFEST);
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            JsonNode root = new ObjectMapper().readTree(text);
            return root.path("schema").asText().equals(ManifestWriter.SCHEMA)
                    ? Optional.of(new RunManifest(text, root))
                    : Optional.empty();
        } catch (NoSuchFileException | JsonProcessingException | CharacterCodingException none) {
            return Optional.empty();
        } catch (IOException problem) {
            throw Disk.failed("read", file, problem);
        }
    }

    /** Name of the run, 64 hexadecimal digits. */
    public String runId() {
        return root.path("run_id").asText();
    }

    /** The day of the run. */
    public LocalDate asOf() {
        return LocalDate.parse(root.path("as_of").asText());
    }

    /** Its currency, ISO 4217; empty if it was not said. */
    public Optional<String> currency() {
        return Optional.of(root.path("currency").asText("")).filter(code -> !code.isEmpty());
    }

    /** Seed of everything random in it. */
    public long seed() {
        return root.path("seed").asLong();
    }

    /** The run of an earlier day that it looked back to; empty if there was none. */
    public Optional<EarlierRun> earlier() {
        return EarlierRun.read(root.path(RunFacts.EARLIER));
    }

    /** Its audit record; empty if none was written. */
    Optional<AuditTrail.Link> audit() {
        JsonNode audit = root.path("clock").path("audit");
        return audit.isObject()
                ? Optional.of(new AuditTrail.Link(
                        audit.path("name").asText(), audit.path("sha256").asText()))
                : Optional.empty();
    }

    /** What became of an item on which a plugin failed. */
    public FailurePolicy pluginErrors() {
        return root.path("settings").path("plugin_errors").asText().equals("isolate")
                ? FailurePolicy.ISOLATE
                : FailurePolicy.FAIL;
    }

    /** How its decisions are to be looked at again; the defaults where it does not say. */
    public ReviewPolicy review() {
        JsonNode review = root.path("settings").path("review");
        ReviewPolicy base = ReviewPolicy.DEFAULTS;
        if (!review.isObject()) {
            return base;
        }
        Map<String, Double> targets = new LinkedHashMap<>();
        review.path("targets")
                .properties()
                .forEach(
                        target -> targets.put(target.getKey(), target.getValue().asDouble()));
        return new ReviewPolicy(
                review.path("everyDays").asInt(base.everyDays()),
                review.path("jicAndVitalDays").asInt(base.jicAndVitalDays()),
                review.path("deadband").asDouble(base.deadband()),
                review.path("enter").asDouble(base.enter()),
                review.path("exit").asDouble(base.exit()),
                review.path("confirm").asInt(base.confirm()),
                review.path("riskIndexUp").asDouble(base.riskIndexUp()),
                review.path("leadTimeUp").asDouble(base.leadTimeUp()),
                review.path("priceChange").asDouble(base.priceChange()),
                review.path("trackingSignal").asDouble(base.trackingSignal()),
                review.path("classChange").asBoolean(base.classChange()),
                review.path("emergencyDays").asInt(base.emergencyDays()),
                review.path("otifTarget").asDouble(base.otifTarget()),
                targets);
    }

    /**
     * What is different now from what the run was made of, a sentence for each difference: inputs, program, plugins,
     * settings, mapping, day. Empty if a rerun would be the same run.
     */
    public List<String> differences(RunFacts now) {
        return new RunDifferences(root, now).sentences();
    }

    /** What became of the rows of a table that were not used, in one sentence for each of its files; none if all were used. */
    public List<String> leftOut(String table) {
        List<String> sentences = new ArrayList<>();
        for (JsonNode input : root.path("inputs")) {
            for (JsonNode account : input.path("tables")) {
                List<String> reasons = new ArrayList<>();
                account.path("filtered")
                        .properties()
                        .forEach(rule -> reasons.add(rule.getValue().asText() + " by filter " + rule.getKey()));
                long rejected = account.path("rejected").asLong();
                if (rejected > 0) {
                    reasons.add(rejected + " set aside, see " + RunFiles.REJECTS);
                }
                if (account.path("table").asText().equals(table) && !reasons.isEmpty()) {
                    sentences.add(
                            "Of all rows of " + PlainText.of(input.path("name").asText()) + " were left out: "
                                    + String.join(", ", reasons));
                }
            }
        }
        return sentences;
    }

    /** The whole document as it was written. */
    public String text() {
        return text;
    }

    /** The files of the run with sizes and hashes. */
    Map<String, RunDraft.Stamp> outputs() {
        Map<String, RunDraft.Stamp> outputs = new LinkedHashMap<>();
        for (JsonNode output : root.path("outputs")) {
            outputs.put(
                    output.path("name").asText(),
                    new RunDraft.Stamp(
                            output.path("bytes").asLong(), output.path("sha256").asText()));
        }
        return outputs;
    }

    /** Whether nothing above the clock was changed since it was written. */
    boolean unchanged() {
        int clock = text.indexOf(ManifestWriter.CLOCK);
        return clock >= 0
                && Sha256.of(text.substring(0, clock))
                        .equals(root.path("sha256_above_clock").asText());
    }
}
