package io.posture.io.run;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** What folders that are complete or absent ask of the disk, with errors that name the path. */
public final class Disk {

    private static final long NEARLY_FULL = 1L << 20;

    private Disk() {}

    /**
     * The entries of a folder, by name; none if it does not exist.
     *
     * @throws UncheckedIOException if it cannot be listed
     */
    public static List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException problem) {
            throw failed("list", folder, problem);
        }
    }

    /**
     * Renames within one file system, in one step.
     *
     * @throws UncheckedIOException if that is not possible
     */
    public static void rename(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException problem) {
            throw failed("rename to " + to, from, problem);
        }
    }

    /**
     * Removes a flat folder.
     *
     * @throws UncheckedIOException if it cannot be removed
     */
    public static void remove(Path folder) {
        try {
            for (Path entry : entries(folder)) {
                Files.deleteIfExists(entry);
            }
            Files.deleteIfExists(folder);
        } catch (IOException problem) {
            throw failed("remove", folder, problem);
        }
    }

    /** Gives a file back to the system; what could not be written is lost already. */
    static void closeQuietly(OutputStream file) {
        try {
            file.close();
        } catch (IOException alreadyLost) {
            return;
        }
    }

    /**
     * Waits until a file is on the disk and not only on its way.
     *
     * @throws UncheckedIOException if the disk refuses
     */
    public static void force(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (IOException problem) {
            throw failed("finish", file, problem);
        }
    }

    /** Waits until the names in a folder are on the disk, where the system can be asked to. */
    public static void forceNames(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notOfferedHere) {
            // Windows cannot open a folder; renames are safe there without it
            return;
        }
    }

    /**
     * What went wrong, with the path, and a hint where the disk is full.
     *
     * @param what what could not be done, a verb
     */
    public static UncheckedIOException failed(String what, Path path, IOException problem) {
        return new UncheckedIOException(
                "cannot " + what + " " + path + ": " + describe(problem) + space(path), problem);
    }

    /** A hint where the disk is as good as full; empty where it is not, or nobody can tell. */
    private static String space(Path path) {
        Path there = path.toAbsolutePath();
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        try {
            return there == null ? "" : space(Files.getFileStore(there).getUsableSpace());
        } catch (IOException nobodyCanTell) {
            return "";
        }
    }

    /** What to say of a disk with so many bytes left; empty if they are enough. */
    static String space(long usableBytes) {
        return usableBytes >= NEARLY_FULL
                ? ""
                : ". The disk has " + Page.grouped(usableBytes)
                        + " bytes left. Maybe free some space, or choose a folder"
                        + " on another disk; results that were there are as they were.";
    }

    /** What the system said; some of its exceptions hold no more than the path, and say it with their name alone. */
    private static String describe(IOException problem) {
        boolean plain = problem.getClass() == IOException.class || problem.getClass() == FileSystemException.class;
        String name = problem.getClass().getSimpleName().replace("Exception", "");
        String message = problem.getMessage();
        return message == null ? name : plain ? message : name + ": " + message;
    }
}
