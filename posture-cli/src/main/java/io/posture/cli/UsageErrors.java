package io.posture.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, and what may be meant. */
final class UsageErrors implements IParameterExceptionHandler {

    UsageErrors() {}

    @Override
    public int handleParseException(ParameterException problem, String[] arguments) {
        CommandLine command = problem.getCommandLine();
        Console console = new Console(command.getOut(), command.getErr(), false);
        console.problem(
                "posture: " + ErrorMessages.withoutSecrets(String.valueOf(problem.getMessage()), List.of(arguments)));
        UnmatchedArgumentException.printSuggestions(problem, command.getErr());
        console.problem("Maybe " + command.getCommandSpec().qualifiedName() + " --help shows what is meant.");
        return ExitCode.USAGE;
    }
}
