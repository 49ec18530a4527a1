package io.posture.io.jsonl;

import io.posture.io.input.InputException;
import io.posture.io.input.InputFile;
import io.posture.io.input.Reject;
import io.posture.io.input.RejectCode;
import io.posture.io.source.RawRow;
import io.posture.io.source.RowHandler;
import io.posture.io.source.SourceTable;
import io.posture.io.text.FileScan;
import io.posture.io.text.TextKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file of JSON lines. Its columns are the keys of all rows in the order in which they first appear; a key that a row does not
 * have, and null, is an empty cell. Numbers stay as they are written. Can be read several times; every pass checks that the file
 * has not changed.
 */
final class JsonLinesTable implements SourceTable {

    private static final int MOST_KEYS = 1000;
    private static final int RAW_SHOWN = 1000;

    private final InputFile file;
    private final FileScan scan;
    private final Map<String, Integer> columns;

    /** Takes the lines that are not blank. */
    private interface LineHandler {

        void row(int line, Map<String, String> cells);

        void refused(int line, JsonRow.Refused why, String raw);
    }

    private JsonLinesTable(InputFile file, FileScan scan, Map<String, Integer> columns) {
        this.file = file;
        this.scan = scan;
        this.columns = columns;
    }

    /**
     * Looks at a file and collects its keys.
     *
     * @throws InputException if it is empty, a JSON array, or has no line that is a row
     */
    static JsonLinesTable open(InputFile file) {
        FileScan scan = FileScan.of(file, TextKind.JSON_LINES);
        Keys keys = new Keys(file.name());
        readLines(file, scan, keys);
        return new JsonLinesTable(file, scan, keys.found());
    }

    @Override
    public InputFile file() {
        return file;
    }

    @Override
    public List<String> header() {
        return List.copyOf(columns.keySet());
    }

    @Override
    public long bytes() {
        return scan.bytes();
    }

    @Override
    public String sha256() {
        return scan.sha256();
    }

    @Override
    public void hashAhead() {
        scan.hashAhead();
    }

    @Override
    public String encoding() {
        return scan.encoding().label();
    }

    @Override
    public boolean encodingCertain() {
        return scan.encoding().certain();
    }

    @Override
    public long read(RowHandler handler) {
        scan.requireUnchanged(file);
        Rows rows = new Rows(handler);
        readLines(file, scan, rows);
        scan.requireUnchanged(file);
        return rows.count;
    }

    private static void readLines(InputFile file, FileScan scan, LineHandler handler) {
        JsonRow.Reader reader = new JsonRow.Reader();
        try (LineReader lines = new LineReader(scan.text(file), JsonRow.Reader.LONGEST)) {
            while (lines.next()) {
                String line = lines.line();
                if (line.isBlank()) {
                    continue;
                }
                JsonRow row = lines.cut() ? tooLong() : reader.read(line);
                if (row instanceof JsonRow.Cells cells) {
                    handler.row(lines.number(), cells.byKey());
                } else if (row instanceof JsonRow.Refused refused) {
                    handler.refused(lines.number(), refused, lines.cut() ? line.substring(0, RAW_SHOWN) + "..." : line);
                }
            }
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot read " + file.path() + ": " + problem, problem);
        }
    }

    private static JsonRow tooLong() {
        return new JsonRow.Refused(
                RejectCode.NOT_AN_OBJECT,
                "",
                "",
                "is longer than " + JsonRow.Reader.LONGEST + " characters, so it is hardly one row");
    }

    private static String sentence(JsonRow.Refused why) {
        return why.key().isEmpty() ? "the line " + why.what() : "\"" + why.key() + "\" " + why.what();
    }

    /** Collects the keys. */
    private static final class Keys implements LineHandler {

        private final String name;
        private final Map<String, Integer> columns = new LinkedHashMap<>();
        private String firstProblem = "";

        Keys(String name) {
            this.name = name;
        }

        @Override
        public void row(int line, Map<String, String> cells) {
            for (String key : cells.keySet()) {
                columns.putIfAbsent(key, columns.size());
                if (columns.size() > MOST_KEYS) {
                    throw new InputException(name + " has more than " + MOST_KEYS + " different keys, the last is '"
                            + key + "' on line " + line
                            + ". Maybe values were written as keys; each row needs the same few keys.");
                }
            }
        }

        @Override
        public void refused(int line, JsonRow.Refused why, String raw) {
            if (!firstProblem.isEmpty() || !columns.isEmpty()) {
                return;
            }
            if (raw.stripLeading().startsWith("[")) {
                throw new InputException(name + " begins as a JSON array, need JSON lines: an object on each line,"
                        + " without brackets around them and commas between them. Maybe: jq -c '.[]' FILE.json >"
                        + " FILE.jsonl");
            }
            firstProblem = ". Line " + line + ": " + sentence(why);
        }

        Map<String, Integer> found() {
            if (columns.isEmpty()) {
                throw new InputException(name + " has no line that is a row, need JSON lines: an object on each line"
                        + firstProblem + ". Maybe its objects go over several lines: jq -c . FILE.json > FILE.jsonl");
            }
            return columns;
        }
    }

    /** Turns objects into rows. */
    private final class Rows implements LineHandler {

        private final RowHandler handler;
        private final String[] cells = new String[columns.size()];
        private long count;

        Rows(RowHandler handler) {
            this.handler = handler;
        }

        @Override
        public void row(int line, Map<String, String> byKey) {
            count++;
            Arrays.fill(cells, "");
            byKey.forEach((key, text) -> {
                Integer column = columns.get(key);
                if (column != null) {
                    cells[column] = text;
                }
            });
            handler.row(new RawRow(line, ',', cells));
        }

        @Override
        public void refused(int line, JsonRow.Refused why, String raw) {
            count++;
            handler.broken(Reject.of(
                    file.name(),
                    line,
                    columns.getOrDefault(why.key(), -1) + 1,
                    why.code(),
                    why.value(),
                    sentence(why),
                    why.code().remedy(),
                    raw));
        }
    }
}
