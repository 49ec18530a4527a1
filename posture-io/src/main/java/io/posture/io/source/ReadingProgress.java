package io.posture.io.source;

import java.util.OptionalDouble;

/** Is told now and then how far the reading of files is. */
@FunctionalInterface
public interface ReadingProgress {

    /** Does not care. */
    ReadingProgress NONE = (file, rows, share) -> {};

    /**
     * So many rows of a file have been read.
     *
     * @param file its name
     * @param rows rows of this reading of the file, at least 1
     * @param share share of the file that was read, 0 to 1; empty if nobody knows
     */
    void rows(String file, long rows, OptionalDouble share);
}
