package io.posture.io.run;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.posture.core.FailurePolicy;
import io.posture.core.PipelineSpec;
import io.posture.core.Step;
import io.posture.core.plugin.Kind;
import io.posture.core.plugin.LoadedPlugin;
import io.posture.core.plugin.PluginCatalog;
import io.posture.io.Import;
import io.posture.io.UsedMapping;
import io.posture.io.input.SourceAccount;
import io.posture.io.policy.Policy;
import io.posture.io.policy.ReviewPolicy;
import io.posture.profile.Period;
import io.posture.profile.ProfileSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Everything that decides what a run says: program, plugins, settings, inputs. The same facts give the same bytes. */
public final class RunFacts {

    static final String EARLIER = "earlier_run";

    private final String version;
    private final Import imported;
    private final Policy policy;
    private final List<LoadedPlugin> plugins;
    private final List<ResolvedStep> steps;
    private final FailurePolicy failures;
    private final long seed;
    private final Optional<EarlierRun> earlier;

    /** A step with all its settings. */
    private record ResolvedStep(Kind kind, Step step, JsonNode settings) {}

    private RunFacts(
            String version,
            Import imported,
            Policy policy,
            List<LoadedPlugin> plugins,
            List<ResolvedStep> steps,
            FailurePolicy failures,
            long seed,
            Optional<EarlierRun> earlier) {
        this.version = version;
        this.imported = imported;
        this.policy = policy;
        this.plugins = List.copyOf(plugins);
        this.steps = List.copyOf(steps);
        this.failures = failures;
        this.seed = seed;
        this.earlier = earlier;
    }

    /**
     * The facts of a run.
     *
     * @param version version of the program
     * @param imported the input
     * @param policy the policy in force
     * @param catalog the plugins
     * @param failures what becomes of an item on which a plugin fails
     * @param seed seed of everything random
     * @throws io.posture.core.plugin.PluginException if a step names nothing that exists, or has a setting that is
     *     unknown or refused
     */
    public static RunFacts of(
            String version, Import imported, Policy policy, PluginCatalog catalog, FailurePolicy failures, long seed) {
        PipelineSpec spec = policy.pipeline();
        List<ResolvedStep> steps = new ArrayList<>();
        spec.segmentations().forEach(step -> steps.add(resolved(catalog, Kind.SEGMENTATION, step)));
        steps.add(resolved(catalog, Kind.ORDER_QUANTITY, spec.orderQuantity()));
        steps.add(resolved(catalog, Kind.SAFETY_STOCK, spec.safetyStock()));
        spec.stockpile().ifPresent(step -> steps.add(resolved(catalog, Kind.STOCKPILE, step)));
        steps.add(resolved(catalog, Kind.STRATEGY, spec.strategy()));
        return new RunFacts(version, imported, policy, catalog.plugins(), steps, failures, seed, Optional.empty());
    }

    /** The same after a run of an earlier day, which it looks back to; empty for a first one. */
    public RunFacts after(Optional<EarlierRun> run) {
        return new RunFacts(version, imported, policy, plugins, steps, failures, seed, run);
    }

    /** The run of an earlier day that it looks back to; empty if there is none. */
    public Optional<EarlierRun> earlier() {
        return earlier;
    }

    /** Seed of everything random. */
    public long seed() {
        return seed;
    }

    /** The input. */
    public Import imported() {
        return imported;
    }

    /** The policy in force. */
    public Policy policy() {
        return policy;
    }

    /** Name of the run: the same facts have the same name, 64 hexadecimal digits. */
    public String runId() {
        return Sha256.of(JsonText.compact(json -> {
            json.writeStartObject();
            writeIdentity(json);
            json.writeArrayFieldStart("inputs");
            for (SourceAccount source : imported.sources()) {
                json.writeStartObject();
                writeFile(json, source);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }));
    }

    /** Program, dates, plugins and settings as fields of a document. */
    void writeIdentity(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeStringField("name", "posture");
        json.writeStringField("version", version);
        json.writeEndObject();
        json.writeStringField("as_of", imported.population().asOf().toString());
        json.writeNumberField("seed", seed);
        json.writeStringField("locale", "ROOT");
        json.writeStringField("zone", "UTC");
        JsonText.textOrNull(json, "currency", policy.currency());
        if (earlier.isPresent()) {
            json.writeObjectFieldStart(EARLIER);
            earlier.get().write(json);
            json.writeEndObject();
        }
        writePlugins(json);
        writeSettings(json);
        if (imported.mapping().isPresent()) {
            UsedMapping mapping = imported.mapping().get();
            json.writeObjectFieldStart("mapping");
            json.writeStringField("name", mapping.name());
            JsonText.textOrNull(json, "status", mapping.status());
            JsonText.textOrNull(json, "notation", mapping.notation());
            json.writeBooleanField("shipped", mapping.shipped());
            json.writeBooleanField("detected", mapping.detected());
            json.writeNumberField("bytes", mapping.bytes());
            json.writeStringField("sha256", mapping.sha256());
            json.writeEndObject();
        } else {
            json.writeNullField("mapping");
        }
    }

    /** Name, size and hash of an input; a path says something of the machine and is left out. */
    static void writeFile(JsonGenerator json, SourceAccount source) throws IOException {
        json.writeStringField("name", source.name());
        json.writeNumberField("bytes", source.bytes());
        json.writeStringField("sha256", source.sha256());
    }

    private void writePlugins(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("plugins");
        for (LoadedPlugin plugin : plugins) {
            json.writeStartObject();
            json.writeStringField("id", plugin.info().id());
            json.writeStringField("version", plugin.info().version());
            JsonText.textOrNull(json, "sha256", plugin.sha256());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeSettings(JsonGenerator json) throws IOException {
        ProfileSettings profile = policy.profile();
        json.writeObjectFieldStart("settings");
        json.writeStringField("plugin_errors", failures.name().toLowerCase(Locale.ROOT));
        JsonText.number(json, "max_reject_rate", policy.maxRejectRate());
        json.writeObjectFieldStart("profile");
        json.writeNumberField("windowMonths", profile.windowMonths());
        JsonText.number(json, "completeShare", profile.completeShare());
        json.writeNumberField("lateToleranceDays", profile.lateToleranceDays());
        JsonText.number(json, "priorStrength", profile.priorStrength());
        JsonText.number(json, "priorDegrees", profile.priorDegrees());
        json.writeNumberField("poolLines", profile.poolLines());
        JsonText.number(json, "carryingRate", profile.carryingRate());
        json.writeBooleanField("winsorise", profile.winsorise());
        json.writeArrayFieldStart("periods");
        for (Period period : profile.periods()) {
            json.writeStartObject();
            json.writeStringField("regime", period.regime().name());
            json.writeStringField("from", period.from().toString());
            json.writeStringField("to", period.to().toString());
            json.writeStringField("note", period.note());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        writeReview(json);
        json.writeArrayFieldStart("steps");
        for (ResolvedStep resolved : steps) {
            json.writeStartObject();
            json.writeStringField("name", resolved.step().name());
            json.writeStringField("kind", resolved.kind().contract());
            json.writeStringField("use", resolved.step().use());
            json.writeFieldName("settings");
            json.writeRawValue(resolved.settings().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeReview(JsonGenerator json) throws IOException {
        ReviewPolicy review = policy.review();
        json.writeObjectFieldStart("review");
        json.writeNumberField("everyDays", review.everyDays());
        json.writeNumberField("jicAndVitalDays", review.jicAndVitalDays());
        JsonText.number(json, "deadband", review.deadband());
        JsonText.number(json, "enter", review.enter());
        JsonText.number(json, "exit", review.exit());
        json.writeNumberField("confirm", review.confirm());
        JsonText.number(json, "riskIndexUp", review.riskIndexUp());
        JsonText.number(json, "leadTimeUp", review.leadTimeUp());
        JsonText.number(json, "priceChange", review.priceChange());
        JsonText.number(json, "trackingSignal", review.trackingSignal());
        json.writeBooleanField("classChange", review.classChange());
        json.writeNumberField("emergencyDays", review.emergencyDays());
        JsonText.number(json, "otifTarget", review.otifTarget());
        json.writeObjectFieldStart("targets");
        for (Map.Entry<String, Double> target : review.targets().entrySet()) {
            JsonText.number(json, target.getKey(), target.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static ResolvedStep resolved(PluginCatalog catalog, Kind kind, Step step) {
        return new ResolvedStep(kind, step, catalog.settings(kind, step));
    }
}
