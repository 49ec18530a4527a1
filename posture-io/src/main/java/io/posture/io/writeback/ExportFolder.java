package io.posture.io.writeback;

import io.posture.io.run.Disk;
import io.posture.io.run.RunLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The folder of an export: complete or absent. It is written beside its place as {@code NAME.tmp} and renamed when it is
 * whole. Not thread-safe.
 */
final class ExportFolder implements AutoCloseable {

    private final String name;
    private final Path folder;
    private final Path previous;
    private final Path tmp;
    private final RunLock lock;
    private boolean published;

    private ExportFolder(Path out, String name, RunLock lock) {
        this.name = name;
        this.folder = out.resolve(name);
        this.previous = out.resolve(name + ".previous");
        this.tmp = out.resolve(name + ".tmp");
        this.lock = lock;
    }

    /**
     * Begins an export, and tidies up what an earlier one left that was stopped half-way.
     *
     * @param out folder of exports
     * @param name name of this one, which its files begin with
     * @param replace whether an earlier export of the name gives way
     * @param notices is told what was tidied up
     * @throws ExportRefusedException if there is such an export, or something else in its place
     * @throws java.io.UncheckedIOException if the disk refuses
     */
    static ExportFolder begin(Path out, String name, boolean replace, Consumer<String> notices) {
        Path place = out.toAbsolutePath().normalize();
        try {
            Files.createDirectories(place);
        } catch (IOException problem) {
            throw Disk.failed("create", place, problem);
        }
        RunLock lock = RunLock.take(place.resolve(FileName.of(name) + ".lock"), place.resolve(name), notices);
        ExportFolder begun = new ExportFolder(place, name, lock);
        try {
            begun.tidyUp(notices);
            begun.refuse(replace);
            Files.createDirectory(begun.tmp);
            return begun;
        } catch (IOException problem) {
            lock.close();
            throw Disk.failed("create", begun.tmp, problem);
        } catch (RuntimeException refused) {
            lock.close();
            throw refused;
        }
    }

    /** The folder that the export will have. */
    Path path() {
        return folder;
    }

    /**
     * Writes a file and waits until it is on the disk.
     *
     * @throws java.io.UncheckedIOException if the disk refuses
     */
    void write(String file, byte[] content) {
        Path path = tmp.resolve(FileName.of(file));
        try {
            Files.write(path, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException problem) {
            throw Disk.failed("write", path, problem);
        }
        Disk.force(path);
    }

    /** Gives the export its name; an earlier one of the name is removed. */
    void publish() {
        Disk.forceNames(tmp);
        boolean replaces = Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
        if (replaces) {
            Disk.rename(folder, previous);
        }
        Disk.rename(tmp, folder);
        Disk.forceNames(Objects.requireNonNull(folder.getParent()));
        published = true;
        if (replaces) {
            Disk.remove(previous);
        }
    }

    /** Removes what was begun and not published. */
    @Override
    public void close() {
        try {
            if (!published) {
                Disk.remove(tmp);
            }
        } finally {
            lock.close();
        }
    }

    private void tidyUp(Consumer<String> notices) {
        if (own(tmp)) {
            Disk.remove(tmp);
            notices.accept("removed " + tmp.getFileName() + ", the rest of an export that was stopped");
        }
        if (own(previous)) {
            if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                Disk.remove(previous);
            } else {
                Disk.rename(previous, folder);
                notices.accept(
                        "put back the earlier export " + folder + ": a later one was stopped while taking its place");
            }
        }
    }

    private void refuse(boolean replace) {
        for (Path place : List.of(folder, tmp, previous)) {
            if (Files.exists(place, LinkOption.NOFOLLOW_LINKS) && !own(place)) {
                throw new ExportRefusedException(
                        place + " is something else than an export. Maybe move it away, or use another --out.");
            }
        }
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !replace) {
            throw new ExportRefusedException(
                    folder + " holds an export of this run already, which may have been imported"
                            + " since. Maybe use another --out, or --replace if it was not.");
        }
    }

    /** Whether a place is a folder with nothing in it but files of this export. */
    private boolean own(Path place) {
        return Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)
                && Disk.entries(place).stream()
                        .allMatch(entry -> String.valueOf(entry.getFileName()).startsWith(name + "."));
    }
}
