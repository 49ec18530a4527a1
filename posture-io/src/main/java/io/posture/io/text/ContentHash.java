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

/** The SHA-256 of a file's stored bytes, taken when it is asked for, or ahead of that in a thread of its own. */
final class ContentHash {

    private static final int BLOCK = 1 << 16;

    private final FutureTask<String> task;
    private final String threadName;

    private ContentHash(FutureTask<String> task, String threadName) {
        this.task = task;
        this.threadName = threadName;
    }

    /** One that is known already. */
    static ContentHash of(MessageDigest digest) {
        String known = HexFormat.of().formatHex(digest.digest());
        FutureTask<String> task = new FutureTask<>(() -> known);
        task.run();
        return new ContentHash(task, "known hash");
    }

    /** One that is not taken yet. */
    static ContentHash of(InputFile file) {
        return new ContentHash(new FutureTask<>(() -> taken(file)), "hash of " + file.name());
    }

    /** Begins to take it. */
    void ahead() {
        if (!task.isDone()) {
            Thread thread = new Thread(task, threadName);
            thread.setDaemon(true);
            thread.start();
        }
    }

    /**
     * The hash, hexadecimal; takes it, or waits for it.
     *
     * @throws UncheckedIOException if the file cannot be read, or the waiting is interrupted
     */
    String text() {
        task.run(); // at most once, by whoever comes first
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
