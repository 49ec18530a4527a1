package io.posture.jdbc;

import de.siegmar.fastcsv.reader.CsvReader;
import io.posture.io.source.ByteRows;
import io.posture.io.source.ByteRowsHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Rows of a COPY on the way to a handler of bytes. The server sends every row in a message of its own, so a row without quotes
 * needs no parser.
 */
final class CopyRows {

    private final CopyInput copy;
    private final ByteRowsHandler handler;
    private final ByteRows rows;
    private byte[] buffer = new byte[1 << 14];
    private int filled;
    private int number;

    private CopyRows(CopyInput copy, int columns, ByteRowsHandler handler) {
        this.copy = copy;
        this.handler = handler;
        this.rows = new ByteRows(columns, StandardCharsets.UTF_8);
    }

    /**
     * Reads all rows behind the header.
     *
     * @return how many there were
     */
    static long read(CopyInput copy, int columns, ByteRowsHandler handler) throws IOException {
        CopyRows reading = new CopyRows(copy, columns, handler);
        byte[] header = copy.row();
        copy.took(header, header.length);
        for (byte[] row = header.length == 0 ? header : copy.row(); row.length > 0; row = copy.row()) {
            reading.take(row);
        }
        reading.flush();
        copy.complete();
        return reading.number;
    }

    private void take(byte[] row) {
        number = Math.incrementExact(number);
        if (filled + row.length > buffer.length) {
            flush();
            buffer = row.length > buffer.length ? new byte[row.length * 2] : buffer;
        }
        System.arraycopy(row, 0, buffer, filled, row.length);
        if (split(filled, filled + row.length - 1)) {
            rows.add(buffer, number);
            filled += row.length;
            if (rows.count() == ByteRows.MOST) {
                flush();
            }
        } else {
            flush();
            copy.took(row, row.length);
            String text = new String(row, StandardCharsets.UTF_8);
            NumberedRows parser = new NumberedRows(number);
            CsvReader.builder().skipEmptyLines(false).build(parser, text).forEach(handler::row);
        }
    }

    /** Says where the cells of a row are; false if one is quoted. */
    private boolean split(int from, int to) {
        byte[] bytes = buffer;
        int cell = 0;
        int start = from;
        for (int at = from; at < to; at++) {
            byte b = bytes[at];
            if (b > ',') {
                continue; // most of them
            }
            if (b == '"') {
                return false;
            }
            if (b == ',') {
                rows.cell(cell++, start, at);
                start = at + 1;
            }
        }
        rows.cell(cell, start, to);
        return true;
    }

    private void flush() {
        long taken = rows.count() == 0 ? 0 : handler.take(rows);
        for (int row = 0; row < rows.count(); row++) {
            if ((taken & (1L << row)) == 0) {
                handler.row(rows.raw(row, ','));
            }
        }
        copy.took(buffer, filled);
        rows.clear();
        filled = 0;
    }
}
