package io.posture.cli;

import io.posture.core.Parallelism;
import io.posture.core.PostureEngine;
import io.posture.core.plugin.PluginCatalog;
import io.posture.io.Import;
import io.posture.io.input.InputException;
import io.posture.io.policy.Policy;
import io.posture.io.run.EarlierDay;
import io.posture.io.run.RunFacts;
import io.posture.io.run.RunFolder;
import io.posture.io.run.RunInputs;
import io.posture.io.run.RunManifest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a finished run was made of, read again and found unchanged: the same inputs through the same mapping, the same policy,
 * plugins and program. For commands that decide anew, such as {@code whatif}. Nothing is written.
 */
final class Rerun implements AutoCloseable {

    private static final int MOST_SHOWN = 6;

    private final RunFolder folder;
    private final RunManifest manifest;
    private final PluginCatalog catalog;
    private final RunFacts facts;

    private Rerun(RunFolder folder, RunManifest manifest, PluginCatalog catalog, RunFacts facts) {
        this.folder = folder;
        this.manifest = manifest;
        this.catalog = catalog;
        this.facts = facts;
    }

    /**
     * Reads the inputs of a run again.
     *
     * @param run its folder
     * @param command the command that asks, for messages
     * @param console is told how far the reading is
     * @throws CommandException if there is no run, if it does not say what it read, or if anything that it was made of has
     *     changed since
     */
    static Rerun of(Path run, String command, Console console) {
        RunFolder folder = RunOption.run(run, command, console);
        RunManifest manifest = RunOption.manifest(run, command);
        RunInputs inputs = RunInputs.of(folder.path())
                .orElseThrow(() -> new CommandException(
                        ExitCode.USAGE,
                        "the run in " + run
                                + " does not say where its inputs are, so they cannot be read again. Maybe: "
                                + "posture assess DATA --out " + run));
        Policy policy =
                PolicyOptions.policy(inputs.rules().policy(), inputs.rules().asOf());
        PluginCatalog catalog = Plugins.sound(RunOptions.existing(inputs.rules().plugins()));
        try {
            Policy seeded = Assessment.started(() -> policy.withSeed(catalog, manifest.seed()));
            RunFacts facts = RunFacts.of(
                            Version.TEXT,
                            imported(run, inputs, catalog, policy, console),
                            seeded,
                            catalog,
                            manifest.pluginErrors(),
                            manifest.seed())
                    .after(manifest.earlier());
            refuseChanged(run, manifest.differences(facts));
            return new Rerun(folder, manifest, catalog, facts);
        } catch (RuntimeException refused) {
            catalog.close();
            throw refused;
        }
    }

    private static Import imported(Path run, RunInputs inputs, PluginCatalog catalog, Policy policy, Console console) {
        try {
            Import read = Reading.of(
                    DataOptions.dataSet(inputs, catalog.libraries(), run),
                    () -> DataOptions.dataSet(inputs, catalog.libraries(), run),
                    policy,
                    console);
            return EarlierDay.in(run, read, policy.review());
        } catch (InputException gone) {
            throw new CommandException(
                    ExitCode.INPUT_UNUSABLE,
                    "the inputs of the run in " + run + " cannot be read again: " + gone.getMessage(),
                    gone);
        }
    }

    private static void refuseChanged(Path run, List<String> differences) {
        if (differences.isEmpty()) {
            return;
        }
        List<String> lines = new ArrayList<>();
        lines.add("what the run in " + run + " was made of has changed since:");
        differences.stream().limit(MOST_SHOWN).forEach(difference -> lines.add("  " + difference));
        if (differences.size() > MOST_SHOWN) {
            lines.add("  and " + (differences.size() - MOST_SHOWN) + " more");
        }
        lines.add("Its figures would no longer come out. Decide on the data as they are now: posture assess"
                + RunOption.suffix("--out", run));
        throw new CommandException(ExitCode.USAGE, lines);
    }

    /** The folder of the run, as an absolute path. */
    Path folder() {
        return folder.path();
    }

    /** The manifest of the run. */
    RunManifest manifest() {
        return manifest;
    }

    /** The input, as the run read it. */
    Import imported() {
        return facts.imported();
    }

    /** The policy in force, with the seed of the run. */
    Policy policy() {
        return facts.policy();
    }

    /** The installed plugins; open until this is closed. */
    PluginCatalog catalog() {
        return catalog;
    }

    /** Everything that the run was made of. */
    RunFacts facts() {
        return facts;
    }

    /**
     * An engine as that of the run.
     *
     * @param threads threads that decide; never changes a result
     */
    PostureEngine engine(int threads) {
        return Assessment.started(() -> PostureEngine.builder(policy().pipeline(), catalog)
                .onFailure(manifest.pluginErrors())
                .parallelism(new Parallelism(threads))
                .build());
    }

    /** Lets the plugins go. */
    @Override
    public void close() {
        catalog.close();
    }
}
