package io.posture.io.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.posture.io.input.RejectWriter;
import io.posture.io.sink.OutputColumn;
import io.posture.io.sink.OutputFormat;
import io.posture.io.sink.OutputTable;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * CSV for people: UTF-8, lines end with LF, and a text that a spreadsheet would take for a formula gets a leading apostrophe.
 */
public final class CsvOutput implements OutputFormat {

    /** The format. */
    public CsvOutput() {}

    @Override
    public String id() {
        return "csv";
    }

    @Override
    public OutputTable begin(OutputStream out, String name, List<OutputColumn> columns) throws IOException {
        return to(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)), columns);
    }

    /** Writes the header; the target is closed with the table. */
    public static OutputTable to(Writer target, List<OutputColumn> columns) throws IOException {
        Rows rows = new Rows(CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(target), List.copyOf(columns));
        rows.write(columns.stream().map(OutputColumn::name).toList());
        return rows;
    }

    private record Rows(CsvWriter csv, List<OutputColumn> columns) implements OutputTable {

        @Override
        public void row(List<String> cells) throws IOException {
            List<String> guarded = new ArrayList<>(cells.size());
            for (int i = 0; i < columns.size(); i++) {
                boolean text = columns.get(i).kind() == OutputColumn.Kind.TEXT;
                guarded.add(text ? RejectWriter.safe(cells.get(i)) : cells.get(i));
            }
            write(guarded);
        }

        @Override
        public void close() throws IOException {
            csv.close();
        }

        private void write(List<String> cells) throws IOException {
            try {
                csv.writeRecord(cells);
            } catch (UncheckedIOException problem) {
                throw new IOException(problem.getCause());
            }
        }
    }
}
