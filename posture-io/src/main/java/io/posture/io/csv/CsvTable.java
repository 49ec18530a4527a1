package io.posture.io.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.posture.io.input.InputException;
import io.posture.io.input.InputFile;
import io.posture.io.input.Reject;
import io.posture.io.input.RejectCode;
import io.posture.io.source.ByteRows;
import io.posture.io.source.ByteRowsHandler;
import io.posture.io.source.RawRow;
import io.posture.io.source.RowHandler;
import io.posture.io.source.SourceTable;
import io.posture.io.text.FileScan;
import io.posture.io.text.TextKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A delimited text file with a header line: UTF-8 with or without byte order mark, UTF-16 with one, or windows-1252; lines
 * end with LF, CRLF or CR; cells are separated by comma, semicolon or tab, whichever the header has most of; gzip is
 * recognised by content. Can be read several times; every pass checks that the file has not changed.
 */
public final class CsvTable implements SourceTable {

    private static final int MOST_BROKEN_QUOTES = 200;

    private final InputFile file;
    private final FileScan scan;
    private final char delimiter;
    private final List<String> header;
    private final Position position = new Position();

    private CsvTable(InputFile file, FileScan scan, char delimiter, List<String> header) {
        this.file = file;
        this.scan = scan;
        this.delimiter = delimiter;
        this.header = header;
    }

    /**
     * Looks at a file and reads its header.
     *
     * @throws InputException if it is empty or not a delimited text file
     */
    public static CsvTable open(InputFile file) {
        FileScan scan = FileScan.of(file, TextKind.DELIMITED);
        char delimiter = HeaderLine.delimiter(scan.start());
        return new CsvTable(file, scan, delimiter, HeaderLine.columns(file.name(), scan.start(), delimiter));
    }

    @Override
    public InputFile file() {
        return file;
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
    public char delimiter() {
        return delimiter;
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public OptionalDouble share() {
        return position.share(scan.bytes());
    }

    @Override
    public long read(RowHandler handler) {
        scan.requireUnchanged(file);
        Pass pass = new Pass(handler);
        if (handler instanceof ByteRowsHandler bytes && scan.encoding().singleBytes()) {
            pass.readPlain(bytes);
        }
        int broken = 0;
        while (pass.readFrom()) {
            if (++broken > MOST_BROKEN_QUOTES) {
                throw new InputException(file.name() + " has more than " + MOST_BROKEN_QUOTES
                        + " rows with broken quotes, the last on line " + pass.linesDone
                        + ". Maybe it does not quote texts the way CSV does.");
            }
        }
        scan.requireUnchanged(file);
        return pass.rows;
    }

    /**
     * The cells of one row.
     *
     * @param row a row as text
     * @throws InputException if its quotes do not match
     */
    public static List<String> cells(String row, char delimiter) {
        try {
            Iterator<RawRow> rows =
                    parsing(delimiter).build(new RowParser(0, delimiter), row).iterator();
            List<String> cells = new ArrayList<>();
            RawRow first = rows.hasNext() ? rows.next() : new RawRow(1, delimiter);
            for (int i = 0; i < first.size(); i++) {
                cells.add(first.cell(i));
            }
            return cells;
        } catch (CsvParseException problem) {
            throw new InputException("the quotes of this row do not match: " + row, problem);
        }
    }

    /** One reading of all rows, which starts afresh behind every row that cannot be parsed. */
    private final class Pass {

        private final RowHandler handler;
        private int linesDone;
        private boolean headerDone;
        private boolean finished;
        private long rows;

        Pass(RowHandler handler) {
            this.handler = handler;
        }

        /** Reads plain rows as bytes, and others on one line through the parser, up to a row that goes over several lines. */
        void readPlain(ByteRowsHandler bytes) {
            try (InputStream plain = position.begin(scan, file);
                    LinesAhead lines = new LinesAhead(new ByteLines(
                            plain, header.size(), delimiter, scan.encoding().charset()))) {
                ByteLines.Kind kind = lines.advance();
                while (kind == ByteLines.Kind.PLAIN || kind == ByteLines.Kind.ODD) {
                    if (kind == ByteLines.Kind.PLAIN && headerDone) {
                        take(lines.rows(), bytes);
                    } else if (kind == ByteLines.Kind.PLAIN) {
                        headerDone = true;
                    } else if (!parsed(lines)) {
                        return;
                    }
                    linesDone = lines.line();
                    kind = lines.advance();
                }
                finished = kind == ByteLines.Kind.NONE;
            } catch (IOException problem) {
                throw new UncheckedIOException("cannot read " + file.path() + ": " + problem, problem);
            }
        }

        private void take(ByteRows plain, ByteRowsHandler bytes) {
            long taken = bytes.take(plain);
            for (int row = 0; row < plain.count(); row++) {
                if ((taken & (1L << row)) == 0) {
                    handler.row(plain.raw(row, delimiter));
                }
            }
            rows += plain.count();
        }

        /** Takes a row that is not plain; false if its quotes do not close on its line. */
        private boolean parsed(LinesAhead lines) {
            try {
                for (RawRow row : parsing(delimiter).build(new RowParser(lines.line() - 1, delimiter), lines.text())) {
                    take(row);
                }
                return true;
            } catch (CsvParseException severalLines) {
                return false;
            }
        }

        private void take(RawRow row) {
            if (!headerDone) {
                headerDone = true;
                return;
            }
            rows++;
            if (row.size() == header.size()) {
                handler.row(row);
            } else {
                handler.broken(wrongCount(row));
            }
        }

        /** Reads on behind the lines that are done; true if that ended at a row that cannot be parsed. */
        boolean readFrom() {
            if (finished) {
                return false;
            }
            RowParser parser = new RowParser(linesDone, delimiter);
            try (BufferedReader text = scan.text(position.begin(scan, file))) {
                for (int i = 0; i < linesDone; i++) {
                    text.readLine();
                }
                CsvReader<RawRow> csv = parsing(delimiter).build(parser, text);
                for (RawRow row : csv) {
                    if (headerDone && row.size() != header.size() && spansLines(row)) {
                        return brokenQuote(row.line(), "a quoted text begins that goes over several lines");
                    }
                    take(row);
                }
                return false;
            } catch (CsvParseException problem) {
                return brokenQuote(parser.begunOn(), reason(problem));
            } catch (IOException problem) {
                throw new UncheckedIOException("cannot read " + file.path() + ": " + problem, problem);
            }
        }

        private boolean brokenQuote(int line, String what) {
            String raw = physicalLine(line);
            int column = HeaderLine.columnOfOpenQuote(raw, delimiter);
            rows++;
            linesDone = line;
            headerDone = true;
            handler.broken(Reject.of(
                    file.name(),
                    line,
                    column,
                    RejectCode.BROKEN_QUOTE,
                    "",
                    "the quotes of this row do not match: " + what,
                    RejectCode.BROKEN_QUOTE.remedy(),
                    raw));
            return true;
        }
    }

    private static CsvReader.CsvReaderBuilder parsing(char delimiter) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false);
    }

    private Reject wrongCount(RawRow row) {
        boolean few = row.size() < header.size();
        RejectCode code = few ? RejectCode.TOO_FEW_CELLS : RejectCode.TOO_MANY_CELLS;
        int column = Math.min(row.size(), header.size()) + 1;
        String what = "the row has " + row.size() + (row.size() == 1 ? " cell" : " cells") + ", the header has "
                + header.size();
        String where = few ? ": '" + header.get(row.size()) + "' and what follows is missing" : "";
        String value = few ? "" : row.cell(header.size());
        return Reject.of(file.name(), row.line(), column, code, value, what + where, code.remedy(), row.text());
    }

    private String physicalLine(int line) {
        try (BufferedReader text = scan.text(file)) {
            String found = "";
            for (int i = 0; i < line; i++) {
                String next = text.readLine();
                found = next == null ? "" : next;
            }
            return found;
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot read " + file.path() + ": " + problem, problem);
        }
    }

    private static boolean spansLines(RawRow row) {
        for (int i = 0; i < row.size(); i++) {
            if (row.cell(i).indexOf('\n') >= 0 || row.cell(i).indexOf('\r') >= 0) {
                return true;
            }
        }
        return false;
    }

    private static String reason(CsvParseException problem) {
        String message = String.valueOf(problem.getMessage());
        return message.startsWith("Unexpected character after closing quote")
                ? "a quoted text goes on after its closing quote"
                : "a quoted text begins that does not end";
    }
}
