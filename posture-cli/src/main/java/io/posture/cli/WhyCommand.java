package io.posture.cli;

import io.posture.io.run.RunFolder;
import io.posture.io.run.RunManifest;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
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
        FoundItem found = FoundItem.in(folder, item, "why ITEM", console);
        console.result(common.json() ? found.json() : page(RunFolder.at(folder), found.json()));
        return ExitCode.DONE;
    }

    private String page(RunFolder run, String json) {
        List<String> leftOut = RunManifest.find(run.path())
                .map(manifest -> manifest.leftOut("receipts"))
                .orElse(List.of());
        return ReasonPage.of(json, receipts ? Integer.MAX_VALUE : RECEIPTS_SHOWN, leftOut);
    }
}
