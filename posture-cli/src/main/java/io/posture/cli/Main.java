package io.posture.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;

/** Starts the command line. */
public final class Main {

    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        ErrorMessages errors = new ErrorMessages(Path.of(""), Path.of(System.getProperty("java.io.tmpdir", "")));
        CommandLine commands = commands(errors);
        commands.setOut(writer(FileDescriptor.out));
        commands.setErr(writer(FileDescriptor.err));
        int exitCode = run(commands, errors, args);
        commands.getOut().flush();
        commands.getErr().flush();
        System.exit(exitCode);
    }

    /** Runs one command; whatever goes wrong, even in the JVM, ends in words and an exit code. */
    static int run(CommandLine commands, ErrorMessages errors, String... args) {
        try {
            return commands.execute(args);
        } catch (Error broken) {
            return errors.report(broken, new Console(commands.getOut(), commands.getErr(), false), List.of(args));
        }
    }

    /** All commands. */
    static CommandLine commands(ErrorMessages errors) {
        return new CommandLine(new PostureCommand())
                .setExecutionExceptionHandler(errors)
                .setParameterExceptionHandler(new UsageErrors())
                .setAbbreviatedOptionsAllowed(false);
    }

    // whatever the locale says, names of items must come out as they are
    private static PrintWriter writer(FileDescriptor stream) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), false);
    }
}
