package io.posture.io.text;

import io.posture.io.input.InputFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The SHA-256 of a file's stored bytes. That of a large file is taken in a thread of its own, which ends with it. */
final class ContentHash {

    private static final int BLOCK = 1 << 16;

    private final FutureTask<String> task;

    private ContentHash(FutureTask<String> task) {
        this.task = task;
    }

    /** One that is known already. */
    static ContentHash of(MessageDigest digest) {
        String known = HexFormat.of().formatHex(digest.digest());
        FutureTask<String> task = new FutureTask<>(() -> known);
        task.run();
        return new ContentHash(task);
    }

    /** Begins to take one. */
    static ContentHash begun(InputFile file) {
        FutureTask<String> task = new FutureTask<>(() -> taken(file));
        Thread thread = new Thread(task, "hash of " + file.name());
        thread.setDaemon(true);
        thread.start();
        return new ContentHash(task);
    }

    /**
     * The hash, hexadecimal; waits for it.
     *
     * @throws UncheckedIOException if the file cannot be read, or the waiting is interrupted
     */
    String text() {
        try {
            return task.get();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            InterruptedIOException problem = new InterruptedIOException("interrupted while a file was hashed");
            problem.initCause(stop);
            throw new UncheckedIOException(problem);
        } catch (ExecutionException failed) {
            IOException problem = failed.getCause() instanceof IOException io ? io : new IOException(failed.getCause());
            throw new UncheckedIOException("cannot read a file: " + problem.getMessage(), problem);
        }
    }

    /** A SHA-256 of nothing yet. */
    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static String taken(InputFile file) throws IOException {
        MessageDigest digest = digest();
        try (InputStream in = file.open()) {
            byte[] block = new byte[BLOCK];
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                digest.update(block, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
