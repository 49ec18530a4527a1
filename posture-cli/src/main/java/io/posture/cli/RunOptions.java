package io.posture.cli;

import io.posture.core.FailurePolicy;
import io.posture.io.OutputFormats;
import io.posture.io.run.RunInputs;
import io.posture.io.sink.OutputFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What commands that decide take. */
final class RunOptions {

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "out",
            description = "the run folder, default: ${DEFAULT-VALUE}")
    private Path out = Path.of("out");

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "seed of everything random, default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(names = "--threads", paramLabel = "N", description = "threads that decide; never changes a result")
    private Optional<Integer> threads = Optional.empty();

    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            description = "folder with further plugins and JDBC drivers: jars, or a sub-folder of jars for each")
    private Optional<Path> plugins = Optional.empty();

    @Option(
            names = "--plugin-errors",
            paramLabel = "fail|isolate",
            converter = OnError.class,
            defaultValue = "fail",
            description = "an item on which a plugin fails is FAILED (exit code 4), or its result is unknown; "
                    + "default: ${DEFAULT-VALUE}")
    private FailurePolicy pluginErrors = FailurePolicy.FAIL;

    @Option(
            names = "--formats",
            paramLabel = "FORMAT",
            split = ",",
            description = "formats that results are also written in beside CSV, for example jsonl,xlsx,parquet; without"
                    + " DATA those of the last run, csv for none")
    private List<String> formats = List.of();

    RunOptions() {}

    /** What to do on a plugin's failure, as an argument. */
    static final class OnError implements ITypeConverter<FailurePolicy> {

        OnError() {}

        @Override
        public FailurePolicy convert(String text) {
            for (FailurePolicy policy : FailurePolicy.values()) {
                if (policy.name().toLowerCase(Locale.ROOT).equals(text)) {
                    return policy;
                }
            }
            throw new TypeConversionException("'" + text + "' is neither fail nor isolate");
        }
    }

    Path out() {
        return out;
    }

    long seed() {
        return seed;
    }

    int threads() {
        int number = threads.orElseGet(() -> Runtime.getRuntime().availableProcessors());
        if (number < 1) {
            throw new CommandException(ExitCode.USAGE, "--threads must be at least 1, was " + number);
        }
        return number;
    }

    Optional<Path> plugins() {
        return existing(plugins);
    }

    /** Takes over the plugins folder of a run, unless the command line names one; the option if it was taken. */
    List<String> inherit(RunInputs.Rules before) {
        if (plugins.isPresent() || before.plugins().isEmpty()) {
            return List.of();
        }
        plugins = before.plugins();
        return List.of("--plugins " + plugins.get());
    }

    /** A plugins folder that is there. */
    static Optional<Path> existing(Optional<Path> plugins) {
        plugins.filter(folder -> !Files.isDirectory(folder)).ifPresent(folder -> {
            throw new CommandException(
                    ExitCode.USAGE,
                    "there is no plugins folder " + folder
                            + ". Maybe it is misspelt, or has to be created with a sub-folder for each plugin.");
        });
        return plugins;
    }

    /**
     * The formats beside CSV: those that were asked for, else those of the run that is repeated.
     *
     * @param before formats of that run
     */
    List<OutputFormat> formats(List<String> before) {
        try {
            return OutputFormats.installed().named(formats.isEmpty() ? before : formats);
        } catch (IllegalArgumentException unknown) {
            throw new CommandException(ExitCode.USAGE, "--formats: " + unknown.getMessage(), unknown);
        }
    }

    FailurePolicy pluginErrors() {
        return pluginErrors;
    }
}
