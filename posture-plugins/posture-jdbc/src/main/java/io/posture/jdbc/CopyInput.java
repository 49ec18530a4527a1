package io.posture.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** The bytes of a COPY, hashed on the way. Closed before its end, it lets go of the connection. */
final class CopyInput extends InputStream {

    private final CopyOut copy;
    private final Session session;
    private final Fingerprint fingerprint;
    private final MessageDigest digest = Fingerprint.begin();
    private byte[] piece = {};
    private int at;
    private boolean done;
    private boolean hashing;

    private CopyInput(CopyOut copy, Session session, Fingerprint fingerprint) {
        this.copy = copy;
        this.session = session;
        this.fingerprint = fingerprint;
        this.hashing = fingerprint.wanted();
    }

    /**
     * Begins to read what a query selects.
     *
     * @param fingerprint takes the hash when all was read, if it wants one
     */
    static CopyInput open(Connection connection, String select, Session session, Fingerprint fingerprint)
            throws SQLException {
        String statement = "COPY (" + select + ") TO STDOUT (FORMAT csv, HEADER true, ENCODING 'UTF8')";
        CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(statement);
        return new CopyInput(copy, session, fingerprint);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int filled = 0;
        while (filled < length && (at < piece.length || next())) {
            int count = Math.min(length - filled, piece.length - at);
            System.arraycopy(piece, at, target, offset + filled, count);
            at += count;
            filled += count;
        }
        if (filled == 0) {
            complete();
            return -1;
        }
        if (hashing) {
            digest.update(target, offset, filled);
        }
        return filled;
    }

    @Override
    public void close() {
        if (!done) {
            done = true;
            session.close();
        }
    }

    /** Everything was read, and its bytes were taken. */
    void complete() {
        if (hashing) {
            hashing = false;
            fingerprint.complete(digest);
        }
    }

    private boolean next() throws IOException {
        if (done) {
            return false;
        }
        byte[] row = message();
        if (row.length == 0) {
            done = true;
        }
        piece = row;
        at = 0;
        return !done;
    }

    /**
     * The next row with its line end; empty at the end. Not to be mixed with the other ways of reading: its bytes are to be
     * {@link #took taken} in the order of the rows.
     */
    byte[] row() throws IOException {
        byte[] row = done ? piece : message();
        done = row.length == 0;
        return row;
    }

    /** Takes the bytes of rows for the hash. */
    void took(byte[] rows, int length) {
        if (hashing) {
            digest.update(rows, 0, length);
        }
    }

    /** The next message, a row; empty at the end. */
    private byte[] message() throws IOException {
        try {
            byte[] row = copy.readFromCopy();
            while (row != null && row.length == 0) {
                row = copy.readFromCopy();
            }
            return row == null ? new byte[0] : row;
        } catch (SQLException problem) {
            done = true;
            throw new IOException(problem);
        }
    }
}
