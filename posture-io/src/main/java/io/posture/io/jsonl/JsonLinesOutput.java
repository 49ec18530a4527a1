package io.posture.io.jsonl;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import io.posture.io.sink.OutputColumn;
import io.posture.io.sink.OutputFormat;
import io.posture.io.sink.OutputTable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.regex.Pattern;

/**
 * JSON lines: an object for each row with all columns as keys in their order, an unknown as null, a number with the digits of the
 * CSV, a day as a text, a flag as true or false. Texts are exact.
 */
public final class JsonLinesOutput implements OutputFormat {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");

    /** The format. */
    public JsonLinesOutput() {}

    @Override
    public String id() {
        return "jsonl";
    }

    @Override
    public OutputTable begin(OutputStream out, String name, List<OutputColumn> columns) throws IOException {
        JsonGenerator json = new JsonFactory().createGenerator(out);
        json.setRootValueSeparator(new SerializedString(""));
        return new Rows(json, List.copyOf(columns));
    }

    private record Rows(JsonGenerator json, List<OutputColumn> columns) implements OutputTable {

        @Override
        public void row(List<String> cells) throws IOException {
            json.writeStartObject();
            for (int i = 0; i < columns.size(); i++) {
                json.writeFieldName(columns.get(i).name());
                value(columns.get(i), cells.get(i));
            }
            json.writeEndObject();
            json.writeRaw('\n');
        }

        @Override
        public void close() throws IOException {
            json.close();
        }

        private void value(OutputColumn column, String cell) throws IOException {
            if (cell.isEmpty()) {
                json.writeNull();
                return;
            }
            switch (column.kind()) {
                case TEXT, DATE -> json.writeString(cell);
                case FLAG -> json.writeBoolean(flag(column, cell));
                case NUMBER -> json.writeNumber(number(column, cell));
            }
        }

        private static boolean flag(OutputColumn column, String cell) {
            if (!cell.equals("true") && !cell.equals("false")) {
                throw new IllegalArgumentException(column.name() + " \"" + cell + "\" is neither true nor false");
            }
            return cell.equals("true");
        }

        private static String number(OutputColumn column, String cell) {
            if (!NUMBER.matcher(cell).matches()) {
                throw new IllegalArgumentException(column.name() + " \"" + cell + "\" is not a finite number");
            }
            return cell;
        }
    }
}
