package io.posture.io.run;

import java.nio.file.Path;

/**
 * What lies beside a run folder and outlives the runs in it: what people wrote down for the next run, and what was decided in
 * all of them.
 */
public final class BesideRun {

    private BesideRun() {}

    /** Values set by hand: {@code NAME.overrides.csv}, a canonical table. */
    public static Path overrides(Path runFolder) {
        return sibling(runFolder, ".overrides.csv");
    }

    /** Reviews that were done: {@code NAME.reviews.csv}, a canonical table. */
    public static Path reviews(Path runFolder) {
        return sibling(runFolder, ".reviews.csv");
    }

    /** The audit records of all runs: a folder {@code NAME.audit}. */
    public static Path audit(Path runFolder) {
        return sibling(runFolder, ".audit");
    }

    private static Path sibling(Path runFolder, String ending) {
        Path absolute = RunFolder.at(runFolder).path();
        String name = String.valueOf(absolute.getFileName());
        // an earlier run has what lies beside the one that took its place
        String own = name.endsWith(RunFolder.PREVIOUS)
                ? name.substring(0, name.length() - RunFolder.PREVIOUS.length())
                : name;
        return absolute.resolveSibling(own + ending);
    }
}
