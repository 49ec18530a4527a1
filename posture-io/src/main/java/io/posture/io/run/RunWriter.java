package io.posture.io.run;

import io.posture.api.Outcome;
import io.posture.io.input.Reject;
import io.posture.io.input.RejectWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Writes a run outcome by outcome and keeps none of them, only what ranks them. Nothing has its final name before {@link #finish}. Not
 * thread-safe.
 */
public final class RunWriter implements Consumer<Outcome>, AutoCloseable {

    private final RunFolder.Claim claim;
    private final RunFacts facts;
    private final RunDraft draft;
    private final LeanCandidates candidates = new LeanCandidates();
    private final RiskPareto pareto = new RiskPareto();
    private final SummaryTally tally = new SummaryTally(candidates, pareto);
    private final RegisterWriter register;
    private final ExplanationWriter explanations;
    private final ProposalWriter proposals;
    private boolean tablesClosed;

    private RunWriter(RunFolder.Claim claim, RunFacts facts) throws IOException {
        this.claim = claim;
        this.facts = facts;
        this.draft = claim.begin(facts.runId());
        this.register = new RegisterWriter(draft.open(RunFiles.REGISTER));
        this.explanations = new ExplanationWriter(draft.open(RunFiles.EXPLANATIONS));
        this.proposals = new ProposalWriter(draft.open(RunFiles.PROPOSALS));
    }

    /**
     * Begins a run.
     *
     * @throws java.io.UncheckedIOException if the disk refuses
     */
    public static RunWriter begin(RunFolder.Claim claim, RunFacts facts) {
        try {
            return new RunWriter(claim, facts);
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
        ItemResult result = new ItemResult(
                outcome,
                facts.policy().profile().carryingRate(),
                facts.imported().locations().of(outcome.id()));
        tally.add(result);
        try {
            register.write(result);
        } catch (UncheckedIOException problem) {
            throw Disk.failed(
                    "write " + RunFiles.REGISTER + " of", claim.path(), Objects.requireNonNull(problem.getCause()));
        }
        try {
            explanations.write(result);
        } catch (IOException problem) {
            throw Disk.failed("write " + RunFiles.EXPLANATIONS + " of", claim.path(), problem);
        }
        try {
            proposals.write(result);
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
        Summary summary = tally.summary(facts);
        try {
            closeTables();
            candidates.write(draft.open(RunFiles.LEAN_CANDIDATES));
            pareto.write(draft.open(RunFiles.PARETO));
            try (RejectWriter rejects = new RejectWriter(draft.open(RunFiles.REJECTS))) {
                for (Reject reject : facts.imported().rejects()) {
                    rejects.write(reject);
                }
            }
            write(RunFiles.SUMMARY, summary.text());
            Map<String, RunDraft.Stamp> outputs = new LinkedHashMap<>(draft.stamps());
            write(RunFiles.INPUTS, inputs.text());
            write(RunFiles.MANIFEST, ManifestWriter.write(facts, tally.counts(), outputs, clock));
        } catch (IOException problem) {
            throw Disk.failed("finish the run of", claim.path(), problem);
        }
        claim.publish();
        return summary;
    }

    private void write(String name, String text) throws IOException {
        try (Writer file = draft.open(name)) {
            file.write(text);
        }
    }

    /** Closes the files; a run that was not finished is removed with its claim. */
    @Override
    public void close() {
        closeTables();
    }

    private void closeTables() {
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
