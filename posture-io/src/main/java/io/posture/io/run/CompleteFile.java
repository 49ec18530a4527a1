package io.posture.io.run;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is complete under its name, or not there: it is written beside it first. */
public final class CompleteFile {

    private CompleteFile() {}

    /** Writes the content; the stream is closed by it or afterwards. */
    @FunctionalInterface
    public interface Content {

        /** Writes all of it. */
        void to(OutputStream out) throws IOException;
    }

    /**
     * Writes a file, in the place of one that is there.
     *
     * @throws UncheckedIOException if it cannot be written; what was there is as it was
     */
    public static void write(Path file, Content content) {
        Path draft = file.resolveSibling(
                file.getFileName() + ".tmp-" + ProcessHandle.current().pid());
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft))) {
                content.to(out);
            }
            Disk.force(draft);
            Disk.rename(draft, file);
        } catch (IOException problem) {
            remove(draft);
            throw Disk.failed("write", file, problem);
        } catch (UncheckedIOException problem) {
            remove(draft);
            throw problem;
        }
    }

    private static void remove(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException staysBehind) {
            return; // under a name that says what it is
        }
    }
}
