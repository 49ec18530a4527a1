package io.posture.xlsx;

import io.posture.io.sink.OutputColumn;
import io.posture.io.sink.OutputFormat;
import io.posture.io.sink.OutputTable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes results as workbooks: typed cells, the header frozen, every column with a filter. */
public final class XlsxOutput implements OutputFormat {

    private final int rowsPerSheet;

    /** For the service loader. */
    public XlsxOutput() {
        this(Limits.ROWS);
    }

    /**
     * A format whose sheets are full earlier.
     *
     * @param rowsPerSheet rows of a sheet, the header included
     */
    XlsxOutput(int rowsPerSheet) {
        this.rowsPerSheet = rowsPerSheet;
    }

    @Override
    public String id() {
        return XlsxFormat.ID;
    }

    @Override
    public OutputTable begin(OutputStream out, String name, List<OutputColumn> columns) throws IOException {
        return new WorkbookWriter(out, name, columns, rowsPerSheet);
    }
}
