package io.posture.cli;

import io.posture.analysis.review.ReviewReport;
import io.posture.io.DoneReview;
import io.posture.io.input.NearestNames;
import io.posture.io.run.RecordFile;
import io.posture.io.run.ReviewMemory;
import io.posture.io.run.ReviewMemoryFile;
import io.posture.io.run.RunFolder;
import io.posture.io.run.RunManifest;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is due, drifted or triggered since the run before. */
@Command(
        name = "review",
        description =
                "Compares a run with the one before, and lists what is due, what drifted and what calls for a look at"
                        + " once, each with its evidence. With --done it writes down in DIR.reviews.csv what was looked at.",
        footer = {
            "",
            "Example:",
            "  posture review --due",
            "  posture review --since runs/2026-08 --json",
            "  posture review --done --by planning 4711-X V-2031"
        })
final class ReviewCommand implements Callable<Integer> {

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final RunOption run = new RunOption();

    @Option(names = "--due", description = "only what needs somebody to do something, not what is merely noted")
    private boolean due;

    @Option(
            names = "--since",
            paramLabel = "DIR",
            description = "the run to compare with; default: the last one of an earlier day")
    private Optional<Path> since = Optional.empty();

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "10",
            description = "findings shown of each kind, default: ${DEFAULT-VALUE}; --json has all")
    private int top;

    @Option(
            names = "--done",
            description =
                    "writes down that the items and suppliers named were reviewed, or all that need somebody if none is")
    private boolean done;

    @Option(names = "--by", paramLabel = "NAME", description = "who reviewed them")
    private Optional<String> by = Optional.empty();

    @Option(names = "--note", paramLabel = "TEXT", description = "what was found")
    private Optional<String> note = Optional.empty();

    @Option(
            names = "--on",
            paramLabel = "DATE",
            converter = PolicyOptions.Day.class,
            description = "the day of the review; default: the day of the run")
    private Optional<LocalDate> on = Optional.empty();

    @Parameters(paramLabel = "SUBJECT", arity = "0..*", description = "with --done: items and suppliers")
    private List<String> subjects = List.of();

    ReviewCommand() {}

    @Override
    public Integer call() {
        Console console = common.console();
        if (top < 1) {
            throw new CommandException(ExitCode.USAGE, "--top must be at least 1, was " + top);
        }
        RunFolder finished = run.run("review", console);
        RunManifest manifest = run.manifest("review");
        ReviewMemory now = memory(finished.path())
                .orElseThrow(() -> new CommandException(
                        ExitCode.USAGE,
                        run.folder()
                                + " has no review.jsonl that can be read: the run is of an earlier version, or the file was"
                                + " changed. Maybe: posture assess --out " + run.folder()));
        ReviewReport report = since.map(ReviewCommand::asked)
                .map(before -> ReviewReport.of(before, now, manifest.review()))
                .orElseGet(() -> ReviewReport.of(now, manifest.review()));
        if (done) {
            return writeDown(report, now, console);
        }
        if (!subjects.isEmpty()) {
            throw new CommandException(
                    ExitCode.USAGE,
                    subjects + " are named, but only --done takes names. Maybe: posture review --done --by NAME "
                            + String.join(" ", subjects));
        }
        List<ReviewReport.Entry> shown = due ? report.due() : report.findings();
        console.result(common.json() ? ReviewPages.json(report, shown) : ReviewPages.text(report, shown, top));
        return ExitCode.DONE;
    }

    private static ReviewMemory asked(Path other) {
        return memory(other)
                .orElseThrow(() -> new CommandException(
                        ExitCode.USAGE,
                        "--since " + other + " is no folder of a run with a review.jsonl that can be read"));
    }

    private static Optional<ReviewMemory> memory(Path run) {
        return ReviewMemoryFile.find(run);
    }

    private Integer writeDown(ReviewReport report, ReviewMemory now, Console console) {
        String name = by.filter(text -> !text.isBlank())
                .orElseThrow(() -> new CommandException(
                        ExitCode.USAGE, "--done needs --by NAME: who reviewed them. Nothing was written."));
        OverrideCommand.requirePlain("--by", name);
        note.ifPresent(text -> OverrideCommand.requirePlain("--note", text));
        LocalDate day = on.orElse(now.asOf());
        OverrideCommand.requireDay("--on", day, now.asOf());
        List<DoneReview> reviews = new ArrayList<>();
        for (Subject subject : wanted(report, now)) {
            reviews.add(new DoneReview(subject.supplier(), subject.name(), day, name, note.orElse("")));
        }
        if (reviews.isEmpty()) {
            console.result("Nothing needs a review, so nothing was written down. Maybe name items or suppliers.");
            return ExitCode.DONE;
        }
        Path file = RecordFile.append(run.folder(), reviews, console::note);
        console.result(
                common.json()
                        ? ReviewPages.done(reviews, file)
                        : reviews.size() + " reviewed on " + day + " by " + name + ". Added to " + file + ".");
        console.note(OverrideCommand.next(run.folder()));
        return ExitCode.DONE;
    }

    private record Subject(boolean supplier, String name) {}

    private Set<Subject> wanted(ReviewReport report, ReviewMemory now) {
        Set<Subject> wanted = new LinkedHashSet<>();
        if (subjects.isEmpty()) {
            report.due().forEach(entry -> wanted.add(new Subject(entry.supplier(), entry.subject())));
            return wanted;
        }
        Set<String> items =
                now.items().keySet().stream().map(Object::toString).collect(Collectors.toCollection(TreeSet::new));
        Set<String> suppliers = report.findings().stream()
                .filter(ReviewReport.Entry::supplier)
                .map(ReviewReport.Entry::subject)
                .collect(Collectors.toCollection(TreeSet::new));
        for (String subject : subjects) {
            if (!items.contains(subject) && !suppliers.contains(subject)) {
                Set<String> known = new TreeSet<>(items);
                known.addAll(suppliers);
                throw new CommandException(
                        ExitCode.USAGE,
                        "'" + subject + "' is neither an item of the run nor a supplier that the review found something"
                                + " about." + NearestNames.maybe(subject, known) + " Nothing was written.");
            }
            if (items.contains(subject)) {
                wanted.add(new Subject(false, subject));
            }
            if (suppliers.contains(subject)) {
                wanted.add(new Subject(true, subject));
            }
        }
        return wanted;
    }
}
