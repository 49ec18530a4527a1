package io.posture.io.policy;

import io.posture.core.PipelineSpec;
import io.posture.core.Step;
import io.posture.core.plugin.Kind;
import io.posture.core.plugin.PluginCatalog;
import io.posture.io.Import;
import io.posture.profile.ProfileSettings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a run is asked to do: the pipeline, the profiles before it, and the limits round it.
 *
 * @param name name of the policy file; empty for the defaults
 * @param currency the currency of all money, ISO 4217; empty if it is not said
 * @param pipeline the steps with their settings
 * @param profile settings of the profiles
 * @param maxRejectRate share of a table's rows that may be rejected, 0 to 1
 * @param review how often decisions are looked at again, and what calls for it earlier
 */
public record Policy(
        String name,
        String currency,
        PipelineSpec pipeline,
        ProfileSettings profile,
        double maxRejectRate,
        ReviewPolicy review) {

    private static final String SEED = "seed";

    /**
     * Checks.
     *
     * @throws IllegalArgumentException if the rate is outside [0, 1]
     */
    public Policy {
        if (!(maxRejectRate >= 0 && maxRejectRate <= 1)) {
            throw new IllegalArgumentException("max_reject_rate must be in [0, 1], was " + maxRejectRate);
        }
    }

    /** A policy that reviews by default. */
    public Policy(String name, String currency, PipelineSpec pipeline, ProfileSettings profile, double maxRejectRate) {
        this(name, currency, pipeline, profile, maxRejectRate, ReviewPolicy.DEFAULTS);
    }

    /** The defaults. */
    public static Policy standard() {
        return new Policy("", "", PipelineSpec.standard(), ProfileSettings.DEFAULTS, Import.MAX_REJECT_RATE);
    }

    /**
     * The policy of a file; what it does not name keeps its default.
     *
     * @throws PolicyException if there is no such file, or it says something that cannot be meant
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public static Policy read(Path file) {
        return PolicyReader.read(file);
    }

    /**
     * This policy with a seed for every step that draws random numbers and has no {@code seed} of its own.
     *
     * @param catalog the plugins, which know their settings
     * @throws io.posture.core.plugin.PluginException if a step names nothing that exists, or has a setting that is
     *     unknown or refused
     */
    public Policy withSeed(PluginCatalog catalog, long seed) {
        PipelineSpec spec = pipeline;
        for (Step step : pipeline.segmentations()) {
            spec = spec.withSegmentation(seeded(catalog, Kind.SEGMENTATION, step, seed));
        }
        spec = spec.withOrderQuantity(seeded(catalog, Kind.ORDER_QUANTITY, spec.orderQuantity(), seed));
        spec = spec.withSafetyStock(seeded(catalog, Kind.SAFETY_STOCK, spec.safetyStock(), seed));
        if (spec.stockpile().isPresent()) {
            spec = spec.withStockpile(
                    seeded(catalog, Kind.STOCKPILE, spec.stockpile().get(), seed));
        }
        spec = spec.withStrategy(seeded(catalog, Kind.STRATEGY, spec.strategy(), seed));
        return new Policy(name, currency, spec, profile, maxRejectRate, review);
    }

    private static Step seeded(PluginCatalog catalog, Kind kind, Step step, long seed) {
        if (step.settings().containsKey(SEED) || !catalog.settings(kind, step).has(SEED)) {
            return step;
        }
        Map<String, Object> settings = new LinkedHashMap<>(step.settings());
        settings.put(SEED, seed);
        return new Step(step.name(), step.use(), settings);
    }

    /** This policy with other settings of the profiles. */
    public Policy withProfile(ProfileSettings settings) {
        return new Policy(name, currency, pipeline, settings, maxRejectRate, review);
    }
}
