package io.posture.cli;

import io.posture.api.Outcome;
import io.posture.core.RunListener;

/** Shows how many items are decided. */
final class Progress implements RunListener {

    private final Console console;
    private long all;
    private long done;

    Progress(Console console) {
        this.console = console;
    }

    void expect(long items) {
        all = items;
    }

    @Override
    public void ended(Outcome outcome) {
        done++;
        console.progress(done, all);
    }
}
