package io.posture.cli;

import io.posture.io.Import;
import io.posture.io.input.Reject;
import io.posture.io.input.RejectCode;
import io.posture.io.input.SourceAccount;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What became of the input, in sentences. */
final class RejectNotes {

    private static final int EXAMPLES = 3;

    private RejectNotes() {}

    /**
     * Refuses an input of which too many rows were rejected.
     *
     * @throws CommandException with the tables concerned and the first rejects of each kind
     */
    static void refuseTooMany(Import imported, double maxRejectRate) {
        List<String> tooMany = imported.tooManyRejects(maxRejectRate);
        if (!tooMany.isEmpty()) {
            List<String> messages = new ArrayList<>(tooMany);
            messages.addAll(examples(imported.rejects(), RejectNotes::help));
            messages.add("Nothing was written. Maybe repair the file, or raise max_reject_rate in the policy.");
            throw new CommandException(ExitCode.INPUT_UNUSABLE, messages);
        }
    }

    /** How much was read. */
    static String oneLine(Import imported) {
        long rows = imported.sources().stream().mapToLong(SourceAccount::rows).sum();
        int rejects = imported.rejects().size();
        return String.format(
                Locale.ROOT,
                "read %,d rows of %d files: %,d items, %,d rows set aside%s",
                rows,
                imported.sources().size(),
                imported.population().size(),
                rejects,
                rejects == 0 ? "" : " in rejects.csv");
    }

    /** The first rejects of each kind, and how many more there are, of an input that no run is made of. */
    static List<String> examples(Import imported) {
        return examples(imported.rejects());
    }

    /** The same of rows that were set aside without a run. */
    static List<String> examples(List<Reject> rejected) {
        return examples(rejected, RejectNotes::help);
    }

    /** The first rejects of each kind, and how many more there are in a run folder. */
    static List<String> examples(Import imported, Path runFolder) {
        String run = RunOption.suffix("--run", runFolder);
        return examples(imported.rejects(), code -> "posture rejects show " + code.id() + run);
    }

    private static String help(RejectCode code) {
        return "posture help " + code.id();
    }

    private static List<String> examples(List<Reject> rejected, Function<RejectCode, String> command) {
        Map<RejectCode, List<Reject>> byCode =
                rejected.stream().collect(Collectors.groupingBy(Reject::code, TreeMap::new, Collectors.toList()));
        List<String> lines = new ArrayList<>();
        byCode.forEach((code, rejects) -> {
            rejects.stream().limit(EXAMPLES).map(Reject::text).forEach(lines::add);
            if (rejects.size() > EXAMPLES) {
                lines.add(String.format(
                        Locale.ROOT,
                        "... and %,d more like this (%s)",
                        rejects.size() - EXAMPLES,
                        command.apply(code)));
            }
        });
        return lines;
    }
}
