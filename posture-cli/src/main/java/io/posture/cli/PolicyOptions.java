package io.posture.cli;

import io.posture.io.policy.Policy;
import io.posture.io.run.RunInputs;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** By which rules to read and decide. */
final class PolicyOptions {

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "settings that differ from the defaults (posture.yaml)")
    private Optional<Path> policy = Optional.empty();

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            converter = Day.class,
            description = "look at nothing later than this day, YYYY-MM-DD; default: that of the policy, that of the "
                    + "mapping, or the newest date in the data")
    private Optional<LocalDate> asOf = Optional.empty();

    PolicyOptions() {}

    /** A day as an argument. */
    static final class Day implements ITypeConverter<LocalDate> {

        Day() {}

        @Override
        public LocalDate convert(String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException bad) {
                throw new TypeConversionException("'" + text + "' is not a day written YYYY-MM-DD");
            }
        }
    }

    /**
     * Takes over by what rules a run decided, as far as the command line does not say otherwise.
     *
     * @return what was taken over, as options; empty if nothing was
     */
    List<String> inherit(RunInputs.Rules before) {
        List<String> taken = new ArrayList<>();
        if (policy.isEmpty() && before.policy().isPresent()) {
            policy = before.policy();
            taken.add("--policy " + policy.get());
        }
        if (asOf.isEmpty() && before.asOf().isPresent()) {
            asOf = before.asOf();
            taken.add("--as-of " + asOf.get());
        }
        return taken;
    }

    /** The policy in force: that of the file, with the day of the command line. */
    Policy policy() {
        return policy(policy, asOf);
    }

    /** The policy of a file, or the defaults; on a day if one was said. */
    static Policy policy(Optional<Path> file, Optional<LocalDate> asOf) {
        Policy read = file.map(Policy::read).orElseGet(Policy::standard);
        return asOf.map(day -> read.withProfile(read.profile().withAsOf(day))).orElse(read);
    }

    /** What was said, with paths that hold from any folder. */
    RunInputs.Rules rules(Optional<Path> plugins) {
        return new RunInputs.Rules(policy.map(Path::toAbsolutePath), asOf, plugins.map(Path::toAbsolutePath));
    }
}
