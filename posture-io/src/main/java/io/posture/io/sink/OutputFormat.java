package io.posture.io.sink;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * A format that results are written in beside CSV: a service, one line in
 * {@code META-INF/services/io.posture.io.sink.OutputFormat} or in {@code module-info.java}.
 */
public interface OutputFormat {

    /** Name, which is the ending of its files, for example {@code xlsx}. */
    String id();

    /**
     * Begins a result.
     *
     * @param out takes the bytes; closed with the table
     * @param name name of the result, for example {@code register}
     * @param columns its columns
     */
    OutputTable begin(OutputStream out, String name, List<OutputColumn> columns) throws IOException;
}
