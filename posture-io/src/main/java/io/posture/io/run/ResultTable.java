package io.posture.io.run;

import io.posture.io.csv.CsvOutput;
import io.posture.io.sink.OutputColumn;
import io.posture.io.sink.OutputFormat;
import io.posture.io.sink.OutputTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** A result of a run: a CSV file, and one for each further format, all from the same rows. Not thread-safe. */
final class ResultTable implements OutputTable {

    private final List<OutputTable> files = new ArrayList<>();
    private final int columns;

    private ResultTable(int columns) {
        this.columns = columns;
    }

    /**
     * Begins a result.
     *
     * @param draft takes the files
     * @param csvName name of the CSV file; the others have their format's ending in its place
     * @param columns its columns
     * @param further formats beside CSV
     */
    static ResultTable begin(RunDraft draft, String csvName, List<OutputColumn> columns, List<OutputFormat> further)
            throws IOException {
        ResultTable table = new ResultTable(columns.size());
        String name = RunFiles.resultOf(csvName);
        try {
            table.files.add(new CsvOutput().begin(draft.stream(csvName), name, columns));
            for (OutputFormat format : further) {
                table.files.add(format.begin(draft.stream(RunFiles.of(name, format.id())), name, columns));
            }
            return table;
        } catch (IOException | RuntimeException problem) {
            table.closeAfter(problem);
            throw problem;
        }
    }

    @Override
    public void row(List<String> cells) throws IOException {
        if (cells.size() != columns) {
            throw new IllegalArgumentException("need " + columns + " cells, got " + cells.size());
        }
        for (OutputTable file : files) {
            file.row(cells);
        }
    }

    @Override
    public void close() throws IOException {
        List<OutputTable> open = new ArrayList<>(files);
        files.clear();
        close(open.iterator());
    }

    /** Closes in order, the rest also if one cannot be closed. */
    private static void close(Iterator<OutputTable> files) throws IOException {
        if (files.hasNext()) {
            try {
                files.next().close();
            } finally {
                close(files);
            }
        }
    }

    private void closeAfter(Exception problem) {
        try {
            close();
        } catch (IOException | RuntimeException another) {
            problem.addSuppressed(another);
        }
    }
}
