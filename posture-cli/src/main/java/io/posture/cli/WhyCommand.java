package io.posture.cli;

import io.posture.io.run.RunManifest;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

    @Mixin
    private final RunOption run = new RunOption();

    @Mixin
    private final ItemArgument item = new ItemArgument();

    @Option(names = "--receipts", description = "shows all receipts behind the lead times, not a few of every supplier")
    private boolean receipts;

    WhyCommand() {}

    @Override
    public Integer call() {
        Console console = common.console();
        FoundItem found = FoundItem.in(run.folder(), item.name(), "why ITEM", console);
        console.result(common.json() ? found.json() : page(found.json()));
        return ExitCode.DONE;
    }

    private String page(String json) {
        List<String> leftOut = RunManifest.find(run.folder())
                .map(manifest -> manifest.leftOut("receipts"))
                .orElse(List.of());
        return ReasonPage.of(json, receipts ? Integer.MAX_VALUE : RECEIPTS_SHOWN, leftOut);
    }
}
