package io.posture.parquet;

import io.posture.io.sink.OutputColumn;
import io.posture.io.sink.OutputFormat;
import io.posture.io.sink.OutputTable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Parquet for machines: a text column is a string, a number a double, a day a date and a flag a boolean, all of them nullable;
 * pages are compressed with Snappy. Texts are exact.
 */
public final class ParquetOutput implements OutputFormat {

    /** The format. */
    public ParquetOutput() {}

    @Override
    public String id() {
        return "parquet";
    }

    @Override
    public OutputTable begin(OutputStream out, String name, List<OutputColumn> columns) throws IOException {
        return new ParquetFile(out, name, columns);
    }
}
