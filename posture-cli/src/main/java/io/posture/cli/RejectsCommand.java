package io.posture.cli;

import io.posture.io.input.NearestNames;
import io.posture.io.run.RejectedRows;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The rows that a run set aside, by code. */
@Command(
        name = "rejects",
        description = "Lists the rows that a run set aside, by code, with examples.",
        synopsisSubcommandLabel = "[COMMAND]",
        footer = {"", "Example:", "  posture rejects --run out", "  posture rejects show E-NUM-003"},
        subcommands = RejectsCommand.ShowCommand.class)
final class RejectsCommand implements Callable<Integer> {

    private static final int EXAMPLES = 2;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final RunOption run = new RunOption();

    RejectsCommand() {}

    @Override
    public Integer call() {
        Console console = common.console();
        RejectedRows rejects = read(run, console, EXAMPLES);
        console.result(common.json() ? RejectPages.json(rejects) : RejectPages.list(rejects));
        rejects.codes().stream()
                .findFirst()
                .ifPresent(first -> console.note("Next: posture rejects show " + first.code() + run.suffix()
                        + " | posture help " + first.code()));
        return ExitCode.DONE;
    }

    private static RejectedRows read(RunOption run, Console console, int examples) {
        return RejectedRows.of(run.run("rejects", console).path(), examples);
    }

    /** The rows of one code. */
    @Command(
            name = "show",
            description = "Shows the rows that were set aside with a code, by file and column.",
            footer = {"", "Example:", "  posture rejects show E-NUM-003 --top 500"})
    static final class ShowCommand implements Callable<Integer> {

        @Mixin
        private final CommonOptions common = new CommonOptions();

        @Mixin
        private final RunOption run = new RunOption();

        @Parameters(paramLabel = "CODE", description = "the code, for example E-NUM-003")
        private String code = "";

        @Option(
                names = "--top",
                paramLabel = "N",
                defaultValue = "20",
                description = "rows shown of a file and column, default: ${DEFAULT-VALUE}")
        private int top;

        ShowCommand() {}

        @Override
        public Integer call() {
            Console console = common.console();
            if (top < 0) {
                throw new CommandException(ExitCode.USAGE, "--top must be at least 0, was " + top);
            }
            RejectedRows rejects = read(run, console, top);
            Optional<RejectedRows.OfCode> found = rejects.codes().stream()
                    .filter(one -> one.code().equalsIgnoreCase(code))
                    .findFirst();
            RejectedRows.OfCode rows = found.orElseGet(() -> none(rejects));
            console.result(common.json() ? RejectPages.json(rows) : RejectPages.rows(rows));
            return ExitCode.DONE;
        }

        /** A known code under which nothing was set aside. */
        private RejectedRows.OfCode none(RejectedRows rejects) {
            List<String> there =
                    rejects.codes().stream().map(RejectedRows.OfCode::code).toList();
            MessageCode known = MessageCode.find(code)
                    .filter(MessageCode::reject)
                    .orElseThrow(() -> new CommandException(
                            ExitCode.USAGE,
                            "there is no code '" + code + "' of rejects." + NearestNames.maybe(code, there)
                                    + " Codes of this run: " + there));
            return new RejectedRows.OfCode(known.id(), 0, List.of());
        }
    }
}
