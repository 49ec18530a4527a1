package io.posture.jdbc;

import io.posture.io.input.InputFile;
import io.posture.io.input.Note;
import io.posture.io.source.RawRow;
import io.posture.io.source.RowHandler;
import io.posture.io.source.SourceTable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A table or view of a database, read by a cursor. Its rows are counted from 1. The hash is that of its rows as CSV with a header, as
 * PostgreSQL would write it.
 */
final class CursorTable implements SourceTable {

    private static final int ROWS_AT_ONCE = 5_000;

    private final InputFile table;
    private final Session session;
    private final Relations.Relation relation;
    private final List<String> columns;
    private final List<String> timed;
    private final Fingerprint fingerprint;

    /** A row while the cursor is on it. */
    private interface RowReader {
        void row(String[] cells);
    }

    private CursorTable(
            InputFile table, Session session, Relations.Relation relation, List<String> columns, List<String> timed) {
        this.table = table;
        this.session = session;
        this.relation = relation;
        this.columns = List.copyOf(columns);
        this.timed = List.copyOf(timed);
        this.fingerprint = new Fingerprint(table);
    }

    /** Looks at the columns. */
    static CursorTable open(InputFile table, Session session, Relations.Relation relation) {
        return session.read(table.name(), connection -> {
            List<String> columns = new ArrayList<>();
            List<String> timed = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet none = statement.executeQuery(select(connection, relation) + " WHERE 1 = 0")) {
                ResultSetMetaData about = none.getMetaData();
                for (int i = 1; i <= about.getColumnCount(); i++) {
                    columns.add(about.getColumnLabel(i));
                    if (CellText.timed(about.getColumnType(i))) {
                        timed.add(about.getColumnLabel(i));
                    }
                }
            }
            return new CursorTable(table, session, relation, columns, timed);
        });
    }

    @Override
    public InputFile file() {
        return table;
    }

    @Override
    public List<String> header() {
        return columns.stream().map(String::strip).toList();
    }

    @Override
    public long bytes() {
        return 0;
    }

    @Override
    public String sha256() {
        if (fingerprint.sha256().isEmpty()) {
            rows(cells -> {});
        }
        return fingerprint.sha256();
    }

    @Override
    public String encoding() {
        return "jdbc";
    }

    @Override
    public List<Note> notes() {
        return Moments.notes(table, timed);
    }

    @Override
    public long read(RowHandler handler) {
        long[] rows = {0};
        return rows(cells -> {
            rows[0]++;
            handler.row(new RawRow(Math.toIntExact(rows[0]), ',', cells));
        });
    }

    private long rows(RowReader reader) {
        return session.read(table.name(), connection -> {
            CsvDigest digest = new CsvDigest();
            String[] cells = columns.toArray(String[]::new);
            digest.row(cells);
            long rows = 0;
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(ROWS_AT_ONCE);
                try (ResultSet found = statement.executeQuery(select(connection, relation))) {
                    ResultSetMetaData about = found.getMetaData();
                    CellText[] texts = new CellText[cells.length];
                    for (int i = 0; i < texts.length; i++) {
                        texts[i] = new CellText(i + 1, about.getColumnType(i + 1));
                    }
                    while (found.next()) {
                        for (int i = 0; i < texts.length; i++) {
                            cells[i] = texts[i].read(found);
                        }
                        digest.row(cells);
                        rows++;
                        reader.row(cells);
                    }
                }
            }
            fingerprint.complete(digest.digest());
            return rows;
        });
    }

    private static String select(Connection connection, Relations.Relation relation) throws SQLException {
        String quote = connection.getMetaData().getIdentifierQuoteString().strip();
        String schema = relation.schema().isEmpty() ? "" : quoted(relation.schema(), quote) + ".";
        return "SELECT * FROM " + schema + quoted(relation.name(), quote);
    }

    private static String quoted(String name, String quote) {
        return quote.isEmpty() ? name : quote + name.replace(quote, quote + quote) + quote;
    }
}
