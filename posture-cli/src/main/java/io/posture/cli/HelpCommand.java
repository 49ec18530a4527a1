package io.posture.cli;

import io.posture.io.input.NearestNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Help on a command, or on the code of a message. */
@Command(
        name = "help",
        description =
                "Explains a command, or the code of a message: what it means, what became of the row, how to repair it.",
        footer = {"", "Example:", "  posture help E-NUM-003", "  posture help codes", "  posture help assess"})
final class HelpCommand implements Callable<Integer> {

    private static final String ALL_CODES = "codes";

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Parameters(
            paramLabel = "COMMAND|CODE",
            arity = "0..*",
            description = "a command, a code as messages show it, or 'codes' for a list of them")
    private List<String> words = List.of();

    // set by the command line before the command runs
    @SuppressWarnings("NullAway.Init")
    @Spec
    private CommandSpec spec;

    HelpCommand() {}

    @Override
    public Integer call() {
        Console console = common.console();
        Optional<CommandLine> command = command();
        if (command.isPresent()) {
            String usage = command.get().getUsageMessage();
            console.result(common.json() ? HelpPages.json(String.join(" ", words), usage) : usage);
            return ExitCode.DONE;
        }
        if (words.equals(List.of(ALL_CODES))) {
            console.result(common.json() ? HelpPages.json(MessageCode.all()) : HelpPages.text(MessageCode.all()));
            return ExitCode.DONE;
        }
        MessageCode code = words.size() == 1 ? MessageCode.find(words.get(0)).orElseThrow(this::unknown) : failed();
        console.result(common.json() ? HelpPages.json(code) : HelpPages.text(code));
        return ExitCode.DONE;
    }

    /** The command that the words lead to, the program itself without any. */
    private Optional<CommandLine> command() {
        CommandLine at = spec.parent().commandLine();
        for (String word : words) {
            CommandLine next = at.getSubcommands().get(word);
            if (next == null) {
                return Optional.empty();
            }
            at = next;
        }
        return Optional.of(at);
    }

    private MessageCode failed() {
        throw unknown();
    }

    private CommandException unknown() {
        String written = String.join(" ", words);
        List<String> names = new ArrayList<>(spec.parent().subcommands().keySet());
        MessageCode.all().forEach(code -> names.add(code.id()));
        return new CommandException(
                ExitCode.USAGE,
                "'" + written + "' is neither a command nor a code." + NearestNames.maybe(written, names)
                        + " All codes: posture help codes");
    }
}
