package io.posture.io.source;

import io.posture.io.input.InputException;
import io.posture.io.input.InputFile;
import java.util.List;

/**
 * A format that tables come in: a service, one line in {@code META-INF/services/io.posture.io.source.TableFormat} or in
 * {@code module-info.java}. Delimited text and JSON lines are built in.
 */
public interface TableFormat {

    /** Name, for example {@code xlsx}. */
    String id();

    /** Endings of its file names without the dot, lower case, for example {@code xlsx}. */
    List<String> endings();

    /**
     * Whether a file is of this format, by its content.
     *
     * @param start its first bytes, up to 64
     */
    boolean recognises(byte[] start);

    /**
     * Names of the tables in a file that holds several, such as the sheets of a workbook; empty if the file is one table.
     *
     * @throws InputException if the file is damaged, locked by a password or a threat
     */
    List<String> parts(InputFile file);

    /**
     * Opens a table and reads its header.
     *
     * @param file the file; {@link InputFile#part()} says which of its tables
     * @throws InputException if it is empty or cannot be read as a table
     */
    SourceTable open(InputFile file);
}
