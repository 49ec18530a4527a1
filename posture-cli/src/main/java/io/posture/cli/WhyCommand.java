package io.posture.cli;

import io.posture.io.run.Explanations;
import io.posture.io.run.RunFolder;
import io.posture.io.run.RunManifest;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The reasons of one decision. */
@Command(
        name = "why",
        description =
                "Shows why an item was decided as it was, down to the rows of the input, and what would change it.",
        footer = {"", "Example:", "  posture why 4711-X --run out", "  posture why 4711-X --receipts"})
final class WhyCommand implements Callable<Integer> {

    private static final int SHOWN = 10;
    private static final int RECEIPTS_SHOWN = 3;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Parameters(
            paramLabel = "ITEM",
            description = "the item's key, KEY @ LOCATION, or a part of the key that no other item has")
    private String item = "";

    @Option(
            names = "--run",
            paramLabel = "DIR",
            defaultValue = "out",
            description = "the run folder, default: ${DEFAULT-VALUE}")
    private Path folder = Path.of("out");

    @Option(names = "--receipts", description = "shows all receipts behind the lead times, not a few of every supplier")
    private boolean receipts;

    WhyCommand() {}

    @Override
    public Integer call() {
        Console console = common.console();
        RunFolder run = RunFolder.at(folder);
        run.recover(console::note);
        if (!run.holdsRun()) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "there is no run in " + folder + ". Maybe: posture demo, or posture why ITEM --run DIR");
        }
        Explanations.Search search = new Explanations(run.path()).find(item);
        if (search instanceof Explanations.Search.Found found) {
            console.result(common.json() ? found.json() : page(run, found.json()));
            return ExitCode.DONE;
        }
        throw new CommandException(ExitCode.USAGE, unclear((Explanations.Search.Unclear) search));
    }

    private String page(RunFolder run, String json) {
        List<String> leftOut = RunManifest.find(run.path())
                .map(manifest -> manifest.leftOut("receipts"))
                .orElse(List.of());
        return ReasonPage.of(json, receipts ? Integer.MAX_VALUE : RECEIPTS_SHOWN, leftOut);
    }

    private String unclear(Explanations.Search.Unclear search) {
        List<String> names = search.names();
        String shown = names.stream().limit(SHOWN).map(name -> "\n  " + name).collect(Collectors.joining());
        String more = names.size() > SHOWN ? "\n  and " + (names.size() - SHOWN) + " more" : "";
        if (search.contained()) {
            return names.size() + " items have '" + item + "' in their key. Maybe one of:" + shown + more;
        }
        return "no item '" + item + "' in " + folder + "."
                + (names.isEmpty()
                        ? " Its items are in the column item_id of register.csv."
                        : " Maybe one of:" + shown);
    }
}
