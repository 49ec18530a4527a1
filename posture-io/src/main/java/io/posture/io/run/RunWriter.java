package io.posture.io.run;

import io.posture.api.Outcome;
import io.posture.io.input.Reject;
import io.posture.io.input.RejectWriter;
import io.posture.io.sink.OutputColumn;
import io.posture.io.sink.OutputFormat;
import io.posture.io.sink.OutputTable;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes a run outcome by outcome and keeps none of them, only what ranks them. Nothing has its final name before {@link #finish}. Not
 * thread-safe.
 */
public final class RunWriter implements Consumer<Outcome>, AutoCloseable {

    private final RunFolder.Claim claim;
    private final RunFacts facts;
    private final RunDraft draft;
    private final List<OutputFormat> further;
    private final LeanCandidates candidates = new LeanCandidates();
    private final RiskPareto pareto = new RiskPareto();
    private final SummaryTally tally = new SummaryTally(candidates, pareto);
    private final List<RunCompanion> companions;
    private final RegisterWriter register;
    private final ExplanationWriter explanations;
    private final ProposalWriter proposals;
    private final Place place = new Place();
    private boolean tablesClosed;

    private RunWriter(RunFolder.Claim claim, RunFacts facts, List<OutputFormat> further, List<RunCompanion> companions)
            throws IOException {
        this.claim = claim;
        this.facts = facts;
        this.draft = claim.begin(facts.runId());
        this.further = List.copyOf(further);
        this.companions = List.copyOf(companions);
        this.register = new RegisterWriter(table(RunFiles.REGISTER, RegisterWriter.columns()));
        this.explanations = new ExplanationWriter(draft.open(RunFiles.EXPLANATIONS));
        this.proposals = new ProposalWriter(draft.open(RunFiles.PROPOSALS));
        for (RunCompanion companion : this.companions) {
            companion.begin(place);
        }
    }

    /**
     * Begins a run.
     *
     * @param claim the folder
     * @param facts what decides what it says
     * @param further formats beside CSV in which its results are written
     * @throws java.io.UncheckedIOException if the disk refuses
     */
    public static RunWriter begin(RunFolder.Claim claim, RunFacts facts, List<OutputFormat> further) {
        return begin(claim, facts, further, List.of());
    }

    /**
     * Begins a run that tells more.
     *
     * @param claim the folder
     * @param facts what decides what it says
     * @param further formats beside CSV in which its results are written
     * @param companions what else it tells
     * @throws java.io.UncheckedIOException if the disk refuses
     */
    public static RunWriter begin(
            RunFolder.Claim claim, RunFacts facts, List<OutputFormat> further, List<RunCompanion> companions) {
        try {
            return new RunWriter(claim, facts, further, companions);
        } catch (IOException problem) {
            throw Disk.failed("begin a run with", claim.path(), problem);
        }
    }

    /**
     * Writes one item.
     *
     * @throws java.io.UncheckedIOException if the disk refuses
     */
    @Override
    public void accept(Outcome outcome) {
        ItemResult result = ItemResult.of(
                outcome,
                facts.imported(),
                facts.policy(),
                companions.stream()
                        .flatMap(companion -> companion.reviewDue(outcome).stream())
                        .findFirst());
        companions.forEach(companion -> companion.accept(outcome));
        tally.add(result);
        try {
            register.write(result);
        } catch (IOException problem) {
            throw Disk.failed("write " + RunFiles.REGISTER + " of", claim.path(), problem);
        }
        try {
            explanations.write(result);
        } catch (IOException problem) {
            throw Disk.failed("write " + RunFiles.EXPLANATIONS + " of", claim.path(), problem);
        }
        try {
            ItemEconomics economics = ItemEconomics.of(result);
            proposals.write(result, economics);
            companions.forEach(companion -> companion.add(economics));
        } catch (IOException problem) {
            throw Disk.failed("write " + RunFiles.PROPOSALS + " of", claim.path(), problem);
        }
    }

    /**
     * Writes what is left, the manifest last, and gives the run its name.
     *
     * @param clock when it took place
     * @param inputs where the inputs were, for a rerun on this machine; see {@link RunInputs}
     * @throws java.io.UncheckedIOException if the disk refuses; the earlier run is then untouched
     */
    public Summary finish(RunClock clock, RunInputs inputs) {
        Summary summary;
        try {
            closeTables();
            try (ResultTable table = table(RunFiles.LEAN_CANDIDATES, LeanCandidates.COLUMNS)) {
                candidates.write(table);
            }
            try (ResultTable table = table(RunFiles.PARETO, RiskPareto.COLUMNS)) {
                pareto.write(table);
            }
            try (RejectWriter rejects = new RejectWriter(table(RunFiles.REJECTS, RejectWriter.COLUMNS))) {
                for (Reject reject : facts.imported().rejects()) {
                    rejects.write(reject);
                }
            }
            for (RunCompanion companion : companions) {
                companion.finish(place);
            }
            summary = tally.summary(facts, place.sections);
            write(RunFiles.SUMMARY, summary.text());
            Map<String, RunDraft.Stamp> outputs = new LinkedHashMap<>(draft.stamps());
            write(RunFiles.INPUTS, inputs.text());
            write(RunFiles.MANIFEST, ManifestWriter.write(facts, tally.counts(), outputs, clock, place.audit));
        } catch (IOException problem) {
            throw Disk.failed("finish the run of", claim.path(), problem);
        }
        claim.publish();
        return summary;
    }

    /** Where companions write. */
    private final class Place implements RunCompanion.Place {

        private final List<Summary.Section> sections = new ArrayList<>();
        private Optional<AuditTrail.Link> audit = Optional.empty();

        @Override
        public String runId() {
            return facts.runId();
        }

        @Override
        public Writer open(String name) {
            if (!RunFiles.isOutput(name)) {
                throw new IllegalArgumentException("'" + name + "' cannot be a file of a run");
            }
            return draft.open(name);
        }

        @Override
        public OutputTable table(String csvName, List<OutputColumn> columns) throws IOException {
            return RunWriter.this.table(csvName, columns);
        }

        @Override
        public void audit(String name, String sha256) {
            audit = Optional.of(new AuditTrail.Link(name, sha256));
        }

        @Override
        public void section(Summary.Section section) {
            sections.add(section);
        }
    }

    private ResultTable table(String csvName, List<OutputColumn> columns) throws IOException {
        return ResultTable.begin(draft, csvName, columns, further);
    }

    private void write(String name, String text) throws IOException {
        try (Writer file = draft.open(name)) {
            file.write(text);
        }
    }

    /** Closes the files; a run that was not finished is removed with its claim. */
    @Override
    public void close() {
        try {
            closeTables();
        } catch (IOException problem) {
            throw Disk.failed("close the run of", claim.path(), problem);
        }
    }

    private void closeTables() throws IOException {
        if (!tablesClosed) {
            tablesClosed = true;
            try {
                register.close();
            } finally {
                try {
                    explanations.close();
                } finally {
                    proposals.close();
                }
            }
        }
    }
}
