package io.posture.cli;

import io.posture.analysis.review.WhatIf;
import io.posture.api.ItemId;
import io.posture.io.manual.Fact;
import io.posture.io.manual.FactChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One item decided again with other facts. */
@Command(
        name = "whatif",
        description =
                "Decides one item again with facts changed, and shows it beside the decision of today. The inputs of the"
                        + " run are read again; nothing is written.",
        footer = {
            "",
            "Example:",
            "  posture whatif 4711-X --set lead_time_sd=2",
            "  posture whatif 4711-X --set qualified_sources=2 --set lead_time_mean=30 --json",
            "Facts: posture whatif ITEM --facts"
        })
final class WhatIfCommand implements Callable<Integer> {

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final RunOption run = new RunOption();

    @Mixin
    private final ItemArgument item = new ItemArgument();

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "a fact and the value to decide with; unknown as if nobody knew it; may be repeated")
    private List<String> changes = List.of();

    @Option(
            names = "--location",
            paramLabel = "PLACE",
            description = "the place, where the run knows several of the item")
    private Optional<String> location = Optional.empty();

    @Option(names = "--facts", description = "lists the facts that can be changed, with what this item has")
    private boolean facts;

    WhatIfCommand() {}

    @Override
    public Integer call() {
        Console console = common.console();
        List<FactChange> wanted = new ArrayList<>();
        for (String change : changes) {
            try {
                wanted.add(FactChange.parse(change));
            } catch (IllegalArgumentException unclear) {
                throw new CommandException(ExitCode.USAGE, "--set: " + unclear.getMessage(), unclear);
            }
        }
        if (wanted.isEmpty() && !facts) {
            throw new CommandException(
                    ExitCode.USAGE, "say what would be different: --set NAME=VALUE. Facts: " + Fact.ids());
        }
        String name = location.filter(place -> !place.equals(ItemId.DEFAULT_SITE))
                .map(place -> item.name() + " @ " + place)
                .orElse(item.name());
        FoundItem found = FoundItem.in(run.folder(), name, "whatif ITEM --set NAME=VALUE", console);
        try (Rerun rerun = Rerun.of(run.folder(), "whatif ITEM --set NAME=VALUE", console)) {
            if (facts) {
                console.result(WhatIfPages.facts(found.id(), rerun.imported(), common.json()));
                return ExitCode.DONE;
            }
            WhatIf answer;
            try {
                answer = WhatIf.of(rerun.imported(), rerun.engine(1), found.id(), wanted);
            } catch (IllegalArgumentException nothingToChange) {
                throw new CommandException(
                        ExitCode.USAGE, String.valueOf(nothingToChange.getMessage()), nothingToChange);
            }
            WhatIfPages pages = new WhatIfPages(answer, rerun.imported(), rerun.policy(), rerun.manifest());
            console.result(common.json() ? pages.json() : pages.text());
            return ExitCode.DONE;
        }
    }
}
