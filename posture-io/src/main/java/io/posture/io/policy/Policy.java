package io.posture.io.policy;

import io.posture.core.PipelineSpec;
import io.posture.io.Import;
import io.posture.profile.ProfileSettings;
import java.nio.file.Path;

/**
 * What a run is asked to do: the pipeline, the profiles before it, and the limits round it.
 *
 * @param name name of the policy file; empty for the defaults
 * @param currency the currency of all money, ISO 4217; empty if it is not said
 * @param pipeline the steps with their settings
 * @param profile settings of the profiles
 * @param maxRejectRate share of a table's rows that may be rejected, 0 to 1
 */
public record Policy(
        String name, String currency, PipelineSpec pipeline, ProfileSettings profile, double maxRejectRate) {

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

    /** This policy with other settings of the profiles. */
    public Policy withProfile(ProfileSettings settings) {
        return new Policy(name, currency, pipeline, settings, maxRejectRate);
    }
}
