package io.posture.cli;

import io.posture.analysis.budget.BudgetResults;
import io.posture.analysis.exposure.ExposureResults;
import io.posture.analysis.review.RunKeyFigures;
import io.posture.analysis.review.RunReview;
import io.posture.analysis.stress.StressResults;
import io.posture.core.Parallelism;
import io.posture.core.PostureEngine;
import io.posture.core.RunListener;
import io.posture.core.plugin.PluginCatalog;
import io.posture.core.plugin.PluginException;
import io.posture.io.DataSet;
import io.posture.io.Import;
import io.posture.io.policy.Policy;
import io.posture.io.run.EarlierDay;
import io.posture.io.run.EarlierRun;
import io.posture.io.run.KeyFigureFile;
import io.posture.io.run.ReviewMemoryFile;
import io.posture.io.run.RunAudit;
import io.posture.io.run.RunClock;
import io.posture.io.run.RunCompanion;
import io.posture.io.run.RunFacts;
import io.posture.io.run.RunFolder;
import io.posture.io.run.RunInputs;
import io.posture.io.run.RunWriter;
import io.posture.io.run.Summary;
import io.posture.io.sink.OutputFormat;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** One run from files to a run folder: what {@code demo} and {@code assess} have in common. */
final class Assessment {

    private final PolicyOptions policies;
    private final RunOptions options;
    private final Console console;
    private final Clock clock;

    Assessment(PolicyOptions policies, RunOptions options, Console console, Clock clock) {
        this.policies = policies;
        this.options = options;
        this.console = console;
        this.clock = clock;
    }

    /**
     * A finished run.
     *
     * @param summary its result
     * @param folder where it lies
     * @param exitCode how the command ends
     */
    record Finished(Summary summary, Path folder, int exitCode) {}

    /** Reads, decides and writes. */
    Finished run(RunInputs inputs) {
        Instant started = clock.instant();
        Policy policy = policies.policy();
        int threads = options.threads();
        List<OutputFormat> formats = options.formats(inputs.formats());
        RunInputs remembered =
                inputs.in(formats.stream().map(OutputFormat::id).toList()).by(policies.rules(options.plugins()));
        try (PluginCatalog catalog = Plugins.sound(options.plugins())) {
            DataSet dataSet = DataOptions.dataSet(inputs, catalog.libraries(), options.out());
            try (RunFolder.Claim claim = RunFolder.at(options.out()).claim(console::note)) {
                Thread onInterrupt = new Thread(() -> {
                    console.silence("interrupted: the run was given up, " + claim.path() + " is as it was");
                    claim.giveUp();
                });
                Runtime.getRuntime().addShutdownHook(onInterrupt);
                try {
                    FailedItems failures = new FailedItems();
                    Progress progress = new Progress(console);
                    Policy seeded = seeded(policy, catalog);
                    PostureEngine engine = engine(seeded, catalog, threads, failures, progress);
                    Import read = Reading.of(
                            dataSet,
                            () -> DataOptions.dataSet(inputs, catalog.libraries(), options.out()),
                            policy,
                            console);
                    Import imported = EarlierDay.in(claim.path(), read, policy.review());
                    RejectNotes.refuseTooMany(imported, policy.maxRejectRate());
                    imported.mapping().ifPresent(mapping -> console.note(mapping.text()));
                    console.note(RejectNotes.oneLine(imported));
                    RejectNotes.examples(imported, options.out()).forEach(console::note);
                    progress.expect(imported.population().size());
                    RunFacts facts = RunFacts.of(
                                    Version.TEXT, imported, seeded, catalog, options.pluginErrors(), options.seed())
                            .after(EarlierRun.before(
                                    claim.path(), imported.population().asOf()));
                    Summary summary;
                    try (RunReview review = new RunReview(facts, ReviewMemoryFile.Items.open(claim.path()));
                            RunAudit audit = new RunAudit(claim.path(), facts, started).with(review);
                            RunWriter writer = RunWriter.begin(
                                    claim, facts, formats, companions(claim, facts, review, audit, threads))) {
                        engine.assess(imported::items, outcome -> writer.accept(imported.settled(outcome)));
                        summary = writer.finish(new RunClock(started, clock.instant(), threads), remembered);
                        audit.publish();
                    }
                    failures.tell(console);
                    return new Finished(
                            summary,
                            claim.path(),
                            summary.counts().failed() == 0 ? ExitCode.DONE : ExitCode.PLUGIN_FAILED);
                } finally {
                    forget(onInterrupt);
                }
            }
        }
    }

    /** What else a run tells. */
    private static List<RunCompanion> companions(
            RunFolder.Claim claim, RunFacts facts, RunReview review, RunAudit audit, int threads) {
        return List.of(
                new BudgetResults(),
                new StressResults(facts.imported(), facts.policy().profile().carryingRate(), threads),
                new ExposureResults(facts.imported(), facts.policy().profile().carryingRate()),
                review,
                audit,
                new RunKeyFigures(facts, KeyFigureFile.find(claim.path())));
    }

    private PostureEngine engine(
            Policy policy, PluginCatalog catalog, int threads, RunListener failures, RunListener progress) {
        return started(() -> PostureEngine.builder(policy.pipeline(), catalog)
                .onFailure(options.pluginErrors())
                .parallelism(new Parallelism(threads))
                .listener(failures)
                .listener(progress)
                .build());
    }

    private Policy seeded(Policy policy, PluginCatalog catalog) {
        return started(() -> policy.withSeed(catalog, options.seed()));
    }

    /** What asks plugins to start; their refusal ends the command in words. */
    static <T> T started(Supplier<T> asking) {
        try {
            return asking.get();
        } catch (PluginException problem) {
            throw refused(problem);
        }
    }

    /** A step with wrong settings is the user's mistake; a plugin that cannot start with right ones is the plugin's. */
    private static CommandException refused(PluginException problem) {
        boolean settings = problem.getCause() == null || problem.getCause() instanceof IllegalArgumentException;
        return new CommandException(
                settings ? ExitCode.USAGE : ExitCode.PLUGIN_FAILED, String.join("\n", problem.problems()), problem);
    }

    private static void forget(Thread onInterrupt) {
        try {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        } catch (IllegalStateException stopping) {
            return; // it is running already
        }
    }
}
