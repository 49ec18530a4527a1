package io.posture.cli;

import io.posture.io.input.FileNotation;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How files are written where their mapping leaves it open. */
final class NotationOptions {

    @Option(
            names = "--decimal",
            paramLabel = "SIGN",
            description =
                    "the sign before the fraction, a comma or a point, in files whose mapping leaves it open; else it is"
                            + " decided from all values of a column")
    private Optional<Character> decimal = Optional.empty();

    @Option(
            names = "--dates",
            paramLabel = "PATTERN",
            description = "how dates are written in such files, for example d/M/yyyy; may be repeated")
    private List<String> dates = List.of();

    NotationOptions() {}

    FileNotation notation() {
        try {
            return new FileNotation(decimal, dates);
        } catch (IllegalArgumentException bad) {
            throw new CommandException(ExitCode.USAGE, "--decimal: " + bad.getMessage(), bad);
        }
    }
}
