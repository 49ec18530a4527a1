package io.posture.jdbc;

import io.posture.io.input.InputFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash of all rows of a table, which must be the same in every reading. */
final class Fingerprint {

    private final InputFile table;
    private boolean wanted;
    private String sha256 = "";

    /** Nothing read yet. */
    Fingerprint(InputFile table) {
        this.table = table;
    }

    /** Says that every reading from now on is to be hashed. */
    void want() {
        wanted = true;
    }

    /** Whether a reading is to be hashed. */
    boolean wanted() {
        return wanted;
    }

    /** The hash, hexadecimal; empty before the first reading of all rows that is hashed. */
    String sha256() {
        return sha256;
    }

    /**
     * Takes the hash of a reading of all rows.
     *
     * @throws UncheckedIOException if it is not that of the reading before
     */
    void complete(MessageDigest digest) {
        String found = HexFormat.of().formatHex(digest.digest());
        if (!sha256.isEmpty() && !sha256.equals(found)) {
            throw new UncheckedIOException(
                    table.name() + " changed while it was read, or does not keep the order of its rows. Maybe another"
                            + " program is writing it; start again when it has finished, or give a view an ORDER BY.",
                    new IOException("hash " + found + ", was " + sha256));
        }
        sha256 = found;
    }

    /** A hash of nothing yet. */
    static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
