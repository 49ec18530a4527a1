package io.posture.xlsx;

import io.posture.io.input.InputException;
import io.posture.io.input.InputFile;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The archive that a workbook is: parts by their names. Nothing of it is ever unpacked to disk. Not thread-safe. */
final class WorkbookFile implements Closeable {

    private static final String REFUSED_TYPE = "Maybe save it as an Excel workbook (.xlsx) or as CSV.";

    private final String file;
    private final ZipFile zip;
    private final Limits limits;
    private final Map<String, ZipEntry> parts = new HashMap<>();
    private Optional<BoundedInput> latest = Optional.empty();
    private long bytesBefore;

    private WorkbookFile(String file, ZipFile zip, Limits limits) {
        this.file = file;
        this.zip = zip;
        this.limits = limits;
        for (ZipEntry entry : Collections.list(zip.entries())) {
            if (parts.putIfAbsent(key(entry.getName()), entry) != null) {
                throw new InputException(file + " is damaged: it holds the part " + entry.getName() + " twice");
            }
        }
    }

    /**
     * Opens the archive.
     *
     * @throws InputException if it is no archive, damaged, locked by a password, in another format, or a threat
     */
    static WorkbookFile open(InputFile file, Limits limits) {
        Path path = file.onDisk()
                .orElseThrow(() -> new InputException(file.name() + " is a workbook, which must be a file on disk"));
        FileKind.requireArchive(file);
        try {
            ZipFile zip = new ZipFile(path.toFile());
            try {
                if (zip.size() > limits.entries()) {
                    throw new InputException(file.name() + " is refused, because its archive holds " + zip.size()
                            + " parts, more than " + limits.entries() + ". Maybe it was made to do harm.");
                }
                return new WorkbookFile(file.name(), zip, limits);
            } catch (RuntimeException problem) {
                zip.close();
                throw problem;
            }
        } catch (ZipException | EOFException damage) {
            throw damaged(file.name(), damage);
        } catch (IllegalArgumentException badName) {
            throw damaged(file.name(), badName);
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot read " + file.path() + ": " + problem, problem);
        }
    }

    /** A message for a workbook that cannot be taken apart. */
    static InputException damaged(String file, Exception cause) {
        return new InputException(
                file + " is a workbook that is cut off or damaged (" + cause.getMessage()
                        + "). Maybe the download or copy was interrupted.",
                cause);
    }

    /** Name of the workbook, for messages. */
    String file() {
        return file;
    }

    /** What is still read. */
    Limits limits() {
        return limits;
    }

    /** Whether there is a part. */
    boolean has(String part) {
        return parts.containsKey(key(part));
    }

    /**
     * The bytes of a part. Only one part is open at a time as far as limits are concerned.
     *
     * @throws InputException if there is no such part
     */
    BoundedInput open(String part) {
        ZipEntry entry = parts.get(key(part));
        if (entry == null) {
            throw new InputException(file + " is damaged: it lacks its part " + part + ". " + REFUSED_TYPE);
        }
        try {
            InputStream inflated = zip.getInputStream(entry);
            latest.ifPresent(before -> bytesBefore += before.bytes());
            BoundedInput opened = new BoundedInput(inflated, file, entry, limits, bytesBefore);
            latest = Optional.of(opened);
            return opened;
        } catch (IOException problem) {
            throw damaged(file, problem);
        }
    }

    /** A part as XML, at its beginning. */
    XmlPart xml(String part) {
        return new XmlPart(file, part, open(part), limits);
    }

    /**
     * Whether the stored text of a part has a word; true as well if that cannot be told quickly.
     *
     * @param word ASCII letters
     */
    boolean mentions(String part, String word) {
        try (BoundedInput in = open(part)) {
            return WordSearch.finds(in, word);
        } catch (IOException problem) {
            throw damaged(file, problem);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Programs differ in case and slashes. */
    private static String key(String part) {
        String slashed = part.replace('\\', '/').toLowerCase(Locale.ROOT);
        return slashed.startsWith("/") ? slashed.substring(1) : slashed;
    }
}
