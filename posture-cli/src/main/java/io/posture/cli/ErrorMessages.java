package io.posture.cli;

import io.posture.core.plugin.PluginException;
import io.posture.io.input.InputException;
import io.posture.io.input.MappingException;
import io.posture.io.policy.PolicyException;
import io.posture.io.run.RunFolderBusyException;
import io.posture.io.run.RunFolderRefusedException;
import io.posture.io.scenario.ScenarioException;
import io.posture.io.source.StoreAddress;
import io.posture.io.writeback.ExportRefusedException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says what went wrong in words and gives the exit code; a stack trace goes to a report file only. */
final class ErrorMessages implements IExecutionExceptionHandler {

    private final List<Path> reportFolders;

    /** Reports are written to the first of these folders that takes them. */
    ErrorMessages(Path... reportFolders) {
        this.reportFolders = List.of(reportFolders);
    }

    @Override
    public int handleExecutionException(Exception problem, CommandLine command, ParseResult parsed) {
        Console console = new Console(command.getOut(), command.getErr(), false);
        int exitCode = exitCode(problem);
        if (exitCode == ExitCode.BUG) {
            return report(problem, console, parsed.originalArgs());
        }
        console.problem("posture: " + withoutSecrets(message(problem), parsed.originalArgs()));
        return exitCode;
    }

    /** A message without the secrets of the arguments that it may repeat. */
    static String withoutSecrets(String message, List<String> arguments) {
        String shown = message;
        for (String argument : arguments) {
            shown = argument.isEmpty() ? shown : shown.replace(argument, StoreAddress.withoutSecrets(argument));
        }
        return shown;
    }

    /** What is known to go wrong; everything else is a mistake in the program. */
    private static int exitCode(Throwable problem) {
        if (problem instanceof CommandException known) {
            return known.exitCode();
        }
        if (problem instanceof InvalidPathException
                || problem instanceof PolicyException
                || problem instanceof MappingException
                || problem instanceof ScenarioException
                || problem instanceof RunFolderRefusedException
                || problem instanceof ExportRefusedException) {
            return ExitCode.USAGE;
        }
        if (problem instanceof InputException) {
            return ExitCode.INPUT_UNUSABLE;
        }
        if (problem instanceof PluginException) {
            return ExitCode.PLUGIN_FAILED;
        }
        return problem instanceof UncheckedIOException || problem instanceof RunFolderBusyException
                ? ExitCode.IO
                : ExitCode.BUG;
    }

    private static String message(Throwable problem) {
        return problem.getMessage() == null ? problem.toString() : problem.getMessage();
    }

    /** Writes a report on a mistake in the program and says where it is. */
    int report(Throwable problem, Console console, List<String> arguments) {
        List<String> shown =
                arguments.stream().map(StoreAddress::withoutSecrets).toList();
        String where = CrashReport.write(problem, shown, Clock.systemUTC(), reportFolders)
                .map(file -> "A report is in " + file + ".")
                .orElse("The report could not be written.");
        boolean memory = problem instanceof OutOfMemoryError || problem.getCause() instanceof OutOfMemoryError;
        console.problem(
                memory
                        ? "posture: there is not enough memory. Maybe give it more: JAVA_TOOL_OPTIONS=-Xmx4g. " + where
                        : "posture: a mistake in the program: " + problem + ". " + where
                                + " Results on disk are as they were before.");
        return ExitCode.BUG;
    }
}
