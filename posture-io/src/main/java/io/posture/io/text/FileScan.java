package io.posture.io.text;

import io.posture.io.input.FileChangedException;
import io.posture.io.input.InputException;
import io.posture.io.input.InputFile;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * What one pass over the bytes of a file tells before its rows are read.
 */
public final class FileScan {

    private static final int BLOCK = 1 << 16;
    private static final int GZIP_MAGIC = 0x1f8b;

    /** From this size on a file is hashed while it is read. */
    private static final long LARGE = 1L << 25;

    private final InputFile file;
    private final String stamp;
    private final long bytes;
    private final ContentHash hash;
    private final boolean gzip;
    private final TextEncoding encoding;
    private final String start;

    private FileScan(
            InputFile file,
            String stamp,
            long bytes,
            ContentHash hash,
            boolean gzip,
            TextEncoding encoding,
            String start) {
        this.file = file;
        this.stamp = stamp;
        this.bytes = bytes;
        this.hash = hash;
        this.gzip = gzip;
        this.encoding = encoding;
        this.start = start;
    }

    /**
     * Passes over a file.
     *
     * @param file the file
     * @param kind what it is opened as
     * @throws InputException if it is empty or not a text of that kind, saying what it is
     */
    public static FileScan of(InputFile file, TextKind kind) {
        String stamp = file.stamp();
        boolean large = isLarge(file);
        MessageDigest digest = ContentHash.digest();
        try (InputStream opened = file.open();
                CountedInput stored = new CountedInput(large ? opened : new DigestInputStream(opened, digest))) {
            BufferedInputStream buffered = new BufferedInputStream(stored, BLOCK);
            boolean gzip = startsAsGzip(buffered);
            TextProbe probe = new TextProbe(file.name(), kind);
            try {
                InputStream text = gzip ? new GZIPInputStream(buffered, BLOCK) : buffered;
                byte[] block = new byte[BLOCK];
                for (int n = text.readNBytes(block, 0, BLOCK); n > 0; n = text.readNBytes(block, 0, BLOCK)) {
                    probe.accept(block, n);
                }
            } catch (EOFException | ZipException broken) {
                throw new InputException(
                        file.name() + " is gzip, but its compressed data is cut off or damaged (" + broken.getMessage()
                                + "). Maybe the download or copy was interrupted.",
                        broken);
            }
            buffered.transferTo(OutputStream.nullOutputStream());
            TextEncoding encoding = probe.encoding();
            return new FileScan(
                    file,
                    stamp,
                    stored.count(),
                    large ? ContentHash.of(file) : ContentHash.of(digest),
                    gzip,
                    encoding,
                    probe.start(encoding));
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot read " + file.path() + ": " + problem, problem);
        }
    }

    /** Size as stored, bytes. */
    public long bytes() {
        return bytes;
    }

    /** Begins to take the hash, which will be asked for. */
    public void hashAhead() {
        hash.ahead();
    }

    /**
     * Hash of the stored bytes, hexadecimal.
     *
     * @throws UncheckedIOException if the file cannot be read, or changed before it was hashed
     */
    public String sha256() {
        String text = hash.text();
        requireUnchanged(file);
        return text;
    }

    /** How the text is encoded. */
    public TextEncoding encoding() {
        return encoding;
    }

    /** The first characters of the text, enough for the header. */
    public String start() {
        return start;
    }

    /** The text of the same file from its first character, without the byte order mark. */
    public BufferedReader text(InputFile file) throws IOException {
        return text(plain(file.open()));
    }

    /** The text behind the bytes of {@link #plain}. */
    public BufferedReader text(InputStream plain) {
        return new BufferedReader(new InputStreamReader(plain, encoding.charset()), BLOCK);
    }

    /**
     * The bytes of the text without the byte order mark; closes the stored ones if it fails, and when it is closed.
     *
     * @param stored the bytes of the same file from its first one
     */
    public InputStream plain(InputStream stored) throws IOException {
        try {
            InputStream buffered = gzip ? new BufferedInputStream(stored, BLOCK) : stored;
            InputStream plain = gzip ? new GZIPInputStream(buffered, BLOCK) : buffered;
            plain.skipNBytes(encoding.markBytes());
            return plain;
        } catch (IOException | RuntimeException problem) {
            stored.close();
            throw problem;
        }
    }

    /**
     * Checks that the file is as it was during the pass.
     *
     * @throws FileChangedException if it is not
     */
    public void requireUnchanged(InputFile file) {
        String now = file.stamp();
        if (!now.equals(stamp)) {
            throw new FileChangedException(file, stamp, now);
        }
    }

    private static boolean startsAsGzip(BufferedInputStream bytes) throws IOException {
        bytes.mark(2);
        int first = bytes.read();
        int second = bytes.read();
        bytes.reset();
        return (first << 8 | second) == GZIP_MAGIC;
    }

    private static boolean isLarge(InputFile file) {
        try {
            return file.onDisk().isPresent() && Files.size(file.onDisk().get()) >= LARGE;
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot look at " + file.path() + ": " + problem, problem);
        }
    }
}
