package io.posture.io.sink;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A result being written. Its bytes depend on what is written alone: no clock, no machine. */
public interface OutputTable extends Closeable {

    /**
     * Writes a row.
     *
     * @param cells as many as there are columns, in their order; empty text for unknown
     */
    void row(List<String> cells) throws IOException;
}
