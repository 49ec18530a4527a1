package io.posture.parquet;

import io.posture.io.input.InputFile;
import io.posture.io.input.Reject;
import io.posture.io.source.RawRow;
import io.posture.io.source.RowHandler;
import io.posture.io.source.SourceTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The rows of a file, cells separated by bars. */
final class Rows implements RowHandler {

    private final List<String> rows = new ArrayList<>();

    private Rows() {}

    static List<String> of(Path file) {
        return of(new ParquetFormat().open(InputFile.of(file)));
    }

    static List<String> of(SourceTable table) {
        Rows rows = new Rows();
        long count = table.read(rows);
        if (count != rows.rows.size()) {
            throw new AssertionError("said " + count + " rows, gave " + rows.rows.size());
        }
        return rows.rows;
    }

    @Override
    public void row(RawRow row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            cells.add(row.cell(i));
        }
        rows.add(String.join("|", cells));
        if (row.line() != rows.size()) {
            throw new AssertionError("row " + rows.size() + " says that it is " + row.line());
        }
    }

    @Override
    public void broken(Reject reject) {
        throw new AssertionError(reject.text());
    }
}
