package io.posture.xlsx;

import io.posture.io.input.FileChangedException;
import io.posture.io.input.InputFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file as it is stored.
 *
 * @param stamp size and time of last change before it was read
 * @param bytes its size, bytes
 * @param sha256 hash of its bytes, hexadecimal
 */
record StoredFile(String stamp, long bytes, String sha256) {

    private static final int BLOCK = 1 << 16;

    /** Reads a file once. */
    static StoredFile of(InputFile file) {
        String stamp = file.stamp();
        MessageDigest digest = newDigest();
        long bytes = 0;
        try (InputStream in = file.open()) {
            byte[] block = new byte[BLOCK];
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                digest.update(block, 0, read);
                bytes += read;
            }
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot read " + file.path() + ": " + problem, problem);
        }
        return new StoredFile(stamp, bytes, HexFormat.of().formatHex(digest.digest()));
    }

    /**
     * Checks that the file is what it was.
     *
     * @throws FileChangedException if it has changed
     */
    void requireUnchanged(InputFile file) {
        String now = file.stamp();
        if (!now.equals(stamp)) {
            throw new FileChangedException(file, stamp, now);
        }
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
