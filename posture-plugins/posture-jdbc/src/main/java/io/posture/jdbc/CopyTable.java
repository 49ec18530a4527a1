package io.posture.jdbc;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.posture.io.input.InputException;
import io.posture.io.input.InputFile;
import io.posture.io.input.Note;
import io.posture.io.source.ByteRowsHandler;
import io.posture.io.source.RawRow;
import io.posture.io.source.RowHandler;
import io.posture.io.source.SourceTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table or view of a PostgreSQL database, read by COPY as the CSV that {@code psql} would export. Its rows are counted from 1. The
 * hash is that of the CSV with its header.
 */
final class CopyTable implements SourceTable {

    private final InputFile table;
    private final Session session;
    private final Relations.Relation relation;
    private final List<CopyColumn> columns;
    private final Fingerprint fingerprint;

    CopyTable(InputFile table, Session session, Relations.Relation relation, List<CopyColumn> columns) {
        this.table = table;
        this.session = session;
        this.relation = relation;
        this.columns = List.copyOf(columns);
        this.fingerprint = new Fingerprint(table);
    }

    @Override
    public InputFile file() {
        return table;
    }

    @Override
    public List<String> header() {
        return columns.stream().map(column -> column.name().strip()).toList();
    }

    @Override
    public long bytes() {
        return 0;
    }

    @Override
    public String sha256() {
        if (fingerprint.sha256().isEmpty()) {
            hashAhead();
            try (InputStream rows = copy()) {
                rows.transferTo(OutputStream.nullOutputStream());
            } catch (IOException problem) {
                throw failed(problem);
            }
        }
        return fingerprint.sha256();
    }

    @Override
    public void hashAhead() {
        fingerprint.want();
    }

    @Override
    public String encoding() {
        return "postgresql";
    }

    @Override
    public List<Note> notes() {
        return Moments.notes(
                table,
                columns.stream().filter(CopyColumn::timed).map(CopyColumn::name).toList());
    }

    @Override
    public long read(RowHandler handler) {
        if (handler instanceof ByteRowsHandler bytes) {
            return readBytes(bytes);
        }
        long rows = -1; // the header
        try (CsvReader<RawRow> csv = CsvReader.builder()
                .skipEmptyLines(false)
                .build(new NumberedRows(), new InputStreamReader(copy(), StandardCharsets.UTF_8))) {
            for (RawRow row : csv) {
                if (++rows > 0) {
                    handler.row(row);
                }
            }
            return rows;
        } catch (CsvParseException problem) {
            if (problem.getCause() instanceof UncheckedIOException changed) {
                throw changed;
            }
            throw new InputException(
                    table.name() + ": row " + (rows + 1) + " cannot be read (" + problem.getMessage()
                            + "). Maybe a text in it is too long.",
                    problem);
        } catch (UncheckedIOException problem) {
            IOException cause = problem.getCause();
            throw cause != null && cause.getCause() instanceof SQLException ? failed(cause) : problem;
        } catch (IOException problem) {
            throw failed(problem);
        }
    }

    private long readBytes(ByteRowsHandler handler) {
        try (CopyInput copy = copy()) {
            return CopyRows.read(copy, columns.size(), handler);
        } catch (IOException problem) {
            throw failed(problem);
        }
    }

    private CopyInput copy() {
        String select =
                columns.stream().map(CopyColumn::selected).collect(Collectors.joining(", ", "SELECT ", " FROM "))
                        + CopyColumn.quoted(relation.schema())
                        + "."
                        + CopyColumn.quoted(relation.name());
        return session.read(table.name(), connection -> CopyInput.open(connection, select, session, fingerprint));
    }

    private RuntimeException failed(IOException problem) {
        if (problem.getCause() instanceof SQLException cause) {
            return session.failed(table.name(), cause);
        }
        return new UncheckedIOException("cannot read " + table.name() + ": " + problem.getMessage(), problem);
    }
}
