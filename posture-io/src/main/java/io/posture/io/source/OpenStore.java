package io.posture.io.source;

import io.posture.io.input.InputFile;
import java.util.List;

/**
 * A store of tables that was looked at: what a workbook with several sheets is among files. All its tables are read in one state
 * until it is closed. Not thread-safe.
 */
public interface OpenStore extends AutoCloseable {

    /** Short name, as messages and manifests show it, for example that of a database. */
    String name();

    /** Names of its tables, in a fixed order; others may be there that can be named. */
    List<String> tables();

    /**
     * A table with its header.
     *
     * @param table {@link InputFile#part()} is its name
     * @throws io.posture.io.input.InputException if there is none, naming what is near
     * @throws java.io.UncheckedIOException if the store cannot be read
     */
    SourceTable open(InputFile table);

    /** Lets go of the connection. A later reading connects again and sees the state of then. */
    @Override
    void close();
}
