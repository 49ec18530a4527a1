package io.posture.io.run;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of a run while they are written. Not thread-safe. */
public final class RunDraft {

    private final Path folder;
    private final Map<String, Stamp> stamps = new LinkedHashMap<>();
    private final List<OutputStream> opened = new ArrayList<>();

    private RunDraft(Path folder) {
        this.folder = folder;
    }

    /**
     * Size and hash of a file.
     *
     * @param bytes its size
     * @param sha256 its hash, lower case hexadecimal
     */
    public record Stamp(long bytes, String sha256) {}

    static RunDraft in(Path folder) {
        try {
            Files.createDirectory(folder);
        } catch (IOException problem) {
            throw Disk.failed("create", folder, problem);
        }
        return new RunDraft(folder);
    }

    Path folder() {
        return folder;
    }

    /** Size and hash of the files that were written and closed, by name, in that order. */
    Map<String, Stamp> stamps() {
        return new LinkedHashMap<>(stamps);
    }

    /**
     * Opens a new text file in UTF-8. Closing it waits until it is on the disk and records its size and hash.
     *
     * @throws UncheckedIOException if it cannot be created
     */
    Writer open(String name) {
        return new BufferedWriter(new OutputStreamWriter(stream(name), StandardCharsets.UTF_8));
    }

    /**
     * Opens a new file. Closing it waits until it is on the disk and records its size and hash.
     *
     * @throws UncheckedIOException if it cannot be created
     */
    OutputStream stream(String name) {
        Path file = folder.resolve(name);
        try {
            OutputStream disk = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            opened.add(disk);
            return new Recorded(name, file, disk, Sha256.digest());
        } catch (IOException problem) {
            throw Disk.failed("create", file, problem);
        }
    }

    /** Removes all files, also those whose writing failed and that nobody could close. */
    void discard() {
        opened.forEach(Disk::closeQuietly);
        Disk.remove(folder);
    }

    /** A file that is on the disk, and known by its hash, once it is closed. */
    private final class Recorded extends BufferedOutputStream {

        private final String name;
        private final Path file;
        private final MessageDigest digest;
        private boolean closed;

        Recorded(String name, Path file, OutputStream disk, MessageDigest digest) {
            super(new DigestOutputStream(disk, digest), 1 << 16);
            this.name = name;
            this.file = file;
            this.digest = digest;
        }

        @Override
        public void close() throws IOException {
            if (closed) {
                return;
            }
            closed = true;
            super.close();
            Disk.force(file);
            stamps.put(name, new Stamp(Files.size(file), HexFormat.of().formatHex(digest.digest())));
        }
    }
}
