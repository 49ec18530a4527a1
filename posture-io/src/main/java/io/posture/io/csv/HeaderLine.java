package io.posture.io.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.posture.io.input.InputException;
import io.posture.io.source.RawRow;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The first line of a file that is not blank: column names, and by which sign they are separated. */
final class HeaderLine {

    private static final char[] DELIMITERS = {',', ';', '\t'};

    private HeaderLine() {}

    /** The sign among comma, semicolon and tab that the header has most of outside quotes; comma if it has none. */
    static char delimiter(String start) {
        int[] counts = new int[DELIMITERS.length];
        boolean quoted = false;
        boolean begun = false;
        for (int i = 0; i < start.length(); i++) {
            char c = start.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            }
            boolean lineEnd = c == '\n' || c == '\r';
            if (lineEnd && begun && !quoted) {
                break;
            }
            begun |= !lineEnd;
            for (int d = 0; d < DELIMITERS.length; d++) {
                if (!quoted && c == DELIMITERS[d]) {
                    counts[d]++;
                }
            }
        }
        int best = 0;
        for (int d = 1; d < DELIMITERS.length; d++) {
            best = counts[d] > counts[best] ? d : best;
        }
        return DELIMITERS[best];
    }

    /**
     * The column names, trimmed.
     *
     * @throws InputException if there is no header
     */
    static List<String> columns(String file, String start, char delimiter) {
        try {
            Iterator<RawRow> rows = CsvReader.builder()
                    .fieldSeparator(delimiter)
                    .allowUnclosedQuote(false)
                    .build(new RowParser(0, delimiter), start)
                    .iterator();
            if (!rows.hasNext()) {
                throw new InputException(file + " is empty: it has no header line and no rows");
            }
            RawRow row = rows.next();
            List<String> names = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                names.add(row.cell(i).strip());
            }
            return List.copyOf(names);
        } catch (CsvParseException problem) {
            throw new InputException(
                    file + " has a header line that cannot be read: " + problem.getMessage()
                            + ". Maybe a quote is missing in it.",
                    problem);
        }
    }

    /** 1-based column in which a quote opens that does not close on the line; 0 if every quote closes. */
    static int columnOfOpenQuote(String line, char delimiter) {
        int column = 1;
        int opened = 0;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
                opened = column;
            } else if (c == delimiter && !quoted) {
                column++;
            }
        }
        return quoted ? opened : 0;
    }
}
