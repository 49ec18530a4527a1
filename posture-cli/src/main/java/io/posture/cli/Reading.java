package io.posture.cli;

import io.posture.io.DataSet;
import io.posture.io.Import;
import io.posture.io.Importer;
import io.posture.io.input.FileChangedException;
import io.posture.io.policy.Policy;
import java.util.function.Supplier;

/** Reads data; once more if a file changes under it. */
final class Reading {

    private static final long PAUSE_MILLIS = 1000;

    private Reading() {}

    /**
     * Reads data.
     *
     * @param found the files
     * @param again finds them afresh
     * @throws FileChangedException if a file changed twice
     */
    static Import of(DataSet found, Supplier<DataSet> again, Policy policy, Console console) {
        try {
            return once(found, policy, console);
        } catch (FileChangedException changed) {
            console.note(changed.getMessage() + " Reading it once more.");
            pause(changed);
            return once(again.get(), policy, console);
        }
    }

    private static Import once(DataSet files, Policy policy, Console console) {
        return Importer.read(
                files.inCurrency(policy.currency()),
                policy.profile(),
                console::reading,
                policy.review().emergencyDays());
    }

    /** Whoever writes the file may be done in a moment. */
    private static void pause(FileChangedException changed) {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw changed;
        }
    }
}
