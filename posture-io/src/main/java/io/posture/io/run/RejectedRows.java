package io.posture.io.run;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.posture.io.input.RejectWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rows that a run set aside, as its {@code rejects.csv} has them, counted by code and place.
 *
 * @param rows how many there are
 * @param codes by code, the most rows first
 */
public record RejectedRows(long rows, List<OfCode> codes) {

    /** Messages show long values shortened. */
    private static final int BEGINNING = 70;

    /** Copies. */
    public RejectedRows {
        codes = List.copyOf(codes);
    }

    /**
     * Rows of one code.
     *
     * @param code the code, which a later version may not know any more
     * @param rows how many there are
     * @param places by file and column, in the order of the file
     */
    public record OfCode(String code, long rows, List<Place> places) {

        /** Copies. */
        public OfCode {
            places = List.copyOf(places);
        }
    }

    /**
     * Rows of one code that were refused for the same column of the same file.
     *
     * @param file name of the file
     * @param sheet sheet of a workbook; empty for other files
     * @param column name of the column where the message begins with it, else its number; empty for the row as a whole
     * @param rows how many there are
     * @param examples the first of them
     */
    public record Place(String file, String sheet, String column, long rows, List<Row> examples) {

        /** Copies. */
        public Place {
            examples = List.copyOf(examples);
        }
    }

    /**
     * One row, its texts as they were read.
     *
     * @param line line of the file
     * @param column column of the file; empty when the row as a whole is meant
     * @param value the cell
     * @param message what is wrong
     * @param fix what to do
     * @param raw the row
     */
    public record Row(String line, String column, String value, String message, String fix, String raw) {}

    /**
     * Reads the rejects of a run.
     *
     * @param folder the run folder
     * @param examples how many rows of a place are kept, 0 or more
     * @throws java.io.UncheckedIOException if they cannot be read
     */
    public static RejectedRows of(Path folder, int examples) {
        Path file = folder.resolve(RunFiles.REJECTS);
        Map<String, Map<List<String>, Counted>> codes = new TreeMap<>();
        long rows = 0;
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : csv) {
                rows++;
                List<String> place = List.of(cell(row, "file"), cell(row, "sheet"), columnOf(row));
                codes.computeIfAbsent(cell(row, "code"), code -> new LinkedHashMap<>())
                        .computeIfAbsent(place, key -> new Counted())
                        .add(row, examples);
            }
        } catch (IOException problem) {
            throw Disk.failed("read", file, problem);
        }
        List<OfCode> counted = new ArrayList<>();
        codes.forEach((code, places) -> counted.add(ofCode(code, places)));
        counted.sort(Comparator.comparingLong(OfCode::rows).reversed().thenComparing(OfCode::code));
        return new RejectedRows(rows, counted);
    }

    /** Rows of a place while they are read. */
    private static final class Counted {
        private final List<Row> examples = new ArrayList<>();
        private long rows;

        void add(NamedCsvRecord row, int limit) {
            rows++;
            if (examples.size() < limit) {
                examples.add(new Row(
                        cell(row, "line"),
                        cell(row, "column"),
                        cell(row, "value"),
                        cell(row, "message"),
                        cell(row, "fix"),
                        cell(row, "raw")));
            }
        }
    }

    private static OfCode ofCode(String code, Map<List<String>, Counted> places) {
        List<Place> list = new ArrayList<>();
        places.forEach((place, counted) ->
                list.add(new Place(place.get(0), place.get(1), place.get(2), counted.rows, counted.examples)));
        return new OfCode(code, list.stream().mapToLong(Place::rows).sum(), list);
    }

    /** Messages about a cell begin with the name of its column and the cell in quotes. */
    private static String columnOf(NamedCsvRecord row) {
        String message = cell(row, "message");
        String value = cell(row, "value");
        String beginning = value.substring(0, Math.min(BEGINNING, value.length()));
        int quote = message.indexOf(" \"" + beginning);
        boolean named = !cell(row, "column").isEmpty() && quote > 0;
        return named ? message.substring(0, quote) : cell(row, "column");
    }

    private static String cell(NamedCsvRecord row, String column) {
        return RejectWriter.unsafe(row.findField(column).orElse(""));
    }
}
