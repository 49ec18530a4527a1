package io.posture.cli;

import ch.qos.logback.classic.Level;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What every command takes. */
final class CommonOptions {

    @Option(names = "--json", description = "print one JSON document instead of text")
    private boolean json;

    @Option(names = "--quiet", description = "print results and errors only")
    private boolean quiet;

    @Option(names = "--verbose", description = "log what is done to standard error")
    private boolean verbose;

    // set by the command line before the command runs
    @SuppressWarnings("NullAway.Init")
    @Spec(Target.MIXEE)
    private CommandSpec command;

    CommonOptions() {}

    boolean json() {
        return json;
    }

    /** Opens the console, and turns the log up if asked to. */
    Console console() {
        if (verbose
                && LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)
                        instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(Level.INFO);
        }
        return new Console(command.commandLine().getOut(), command.commandLine().getErr(), quiet);
    }
}
