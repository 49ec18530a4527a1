package io.posture.io.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The folder of a run: complete or absent. A run is written beside it, in {@code NAME.tmp-RUN}; when it is whole, an
 * earlier run becomes {@code NAME.previous} and the new one takes the name.
 */
public final class RunFolder {

    /** Ending of the folder that an earlier run is kept in. */
    static final String PREVIOUS = ".previous";

    private static final String TMP = ".tmp-";

    private final Path folder;
    private final Path previous;
    private final Path lockFile;
    private final Pattern tmpName;

    private RunFolder(Path folder, Path parent, String name) {
        this.folder = folder;
        this.previous = parent.resolve(name + PREVIOUS);
        this.lockFile = parent.resolve(name + ".lock");
        this.tmpName = Pattern.compile(Pattern.quote(name + TMP) + "[0-9a-f]{12}");
    }

    /**
     * The run folder at a path, which need not exist.
     *
     * @throws RunFolderRefusedException if the path has no name of its own, such as the root
     */
    public static RunFolder at(Path path) {
        Path absolute = resolved(path);
        Path parent = absolute.getParent();
        Path name = absolute.getFileName();
        if (parent == null || name == null) {
            throw new RunFolderRefusedException("a run cannot be written to " + path + ". Maybe name a folder in it.");
        }
        return new RunFolder(absolute, parent, name.toString());
    }

    /** The folder, as an absolute path. */
    public Path path() {
        return folder;
    }

    /** Whether a run lies here. */
    public boolean holdsRun() {
        return Files.isRegularFile(folder.resolve(RunFiles.MANIFEST));
    }

    /**
     * Takes the folder for a new run, and tidies up what an earlier one left that was stopped half-way.
     *
     * @param notices is told what was tidied up, in sentences without a full stop
     * @throws RunFolderRefusedException if the folder holds anything else than a run
     * @throws RunFolderBusyException if another run is writing to it
     * @throws java.io.UncheckedIOException if the disk refuses
     */
    public Claim claim(Consumer<String> notices) {
        refuseForeign(folder);
        refuseForeign(previous);
        try {
            Files.createDirectories(Objects.requireNonNull(folder.getParent()));
        } catch (IOException problem) {
            throw Disk.failed("create the folder of", folder, problem);
        }
        RunLock lock = RunLock.take(lockFile, folder, notices);
        try {
            putBack(notices);
            removeUnfinished(notices);
            return new Claim(lock);
        } catch (RuntimeException refused) {
            lock.close();
            throw refused;
        }
    }

    /** Keeps runs out while something beside the folder is written. */
    RunLock lock(Consumer<String> notices) {
        return RunLock.take(lockFile, folder, notices);
    }

    /** Puts an earlier run back if a later one was stopped between the two renames; for commands that only read. */
    public void recover(Consumer<String> notices) {
        if (RunLock.holder(lockFile).filter(holder -> !holder.gone()).isEmpty()) {
            putBack(notices);
        }
    }

    private void putBack(Consumer<String> notices) {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && Files.isDirectory(previous)) {
            Disk.rename(previous, folder);
            notices.accept(
                    "put back the earlier run in " + folder + ": a later one was stopped while taking its place");
        }
    }

    private void removeUnfinished(Consumer<String> notices) {
        for (Path sibling : Disk.entries(Objects.requireNonNull(folder.getParent()))) {
            boolean unfinished =
                    tmpName.matcher(String.valueOf(sibling.getFileName())).matches()
                            && Files.isDirectory(sibling, LinkOption.NOFOLLOW_LINKS);
            if (unfinished && foreignNames(sibling, RunFiles::isOutput).isEmpty()) {
                Disk.remove(sibling);
                notices.accept("removed " + sibling.getFileName() + ", the rest of a run that was stopped");
            }
        }
    }

    /** Anything in the folder that a run did not write would be lost with the next run but one. */
    private static void refuseForeign(Path place) {
        if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isDirectory(place)) {
            throw new RunFolderRefusedException(place + " is not a folder. Maybe use another --out.");
        }
        if (Disk.entries(place).isEmpty()) {
            return;
        }
        Optional<RunManifest> manifest = RunManifest.find(place);
        if (manifest.isEmpty()) {
            throw new RunFolderRefusedException(place + " holds something else than a run: it has no "
                    + RunFiles.MANIFEST + " of one. Maybe use another --out, or empty it.");
        }
        List<String> foreign = foreignNames(place, manifest.get().outputs()::containsKey);
        if (!foreign.isEmpty()) {
            throw new RunFolderRefusedException(place + " holds something beside a run: " + foreign
                    + ". It would be lost when later runs take the place. Maybe move it away, or use another --out.");
        }
    }

    private static List<String> foreignNames(Path place, Predicate<String> outputs) {
        Set<String> own = Set.of(RunFiles.MANIFEST, RunFiles.INPUTS);
        return Disk.entries(place).stream()
                .map(entry -> String.valueOf(entry.getFileName()))
                .filter(name -> !own.contains(name) && !outputs.test(name))
                .toList();
    }

    private static Path resolved(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            return Files.isSymbolicLink(absolute) && Files.exists(absolute) ? absolute.toRealPath() : absolute;
        } catch (IOException problem) {
            throw Disk.failed("resolve", absolute, problem);
        }
    }

    /** The right to write one run. Whatever was begun and not published is removed when it is closed. */
    public final class Claim implements AutoCloseable {

        private final RunLock lock;
        private Optional<RunDraft> draft = Optional.empty();
        private boolean closed;

        private Claim(RunLock lock) {
            this.lock = lock;
        }

        /** The folder that the run will have. */
        public Path path() {
            return folder;
        }

        /**
         * Begins the run's files beside the folder.
         *
         * @param runId name of the run, 12 or more hexadecimal digits
         */
        public synchronized RunDraft begin(String runId) {
            Path tmp = folder.resolveSibling(folder.getFileName() + TMP + runId.substring(0, 12));
            RunDraft begun = RunDraft.in(tmp);
            draft = Optional.of(begun);
            return begun;
        }

        /**
         * Gives the run its final name; an earlier one becomes the previous one, and the one before that is removed.
         *
         * @throws IllegalStateException if no run was begun, or this was closed
         */
        public synchronized void publish() {
            if (closed || draft.isEmpty()) {
                throw new IllegalStateException("there is no run to publish in " + folder);
            }
            Path tmp = draft.get().folder();
            Path parent = Objects.requireNonNull(folder.getParent());
            Disk.forceNames(tmp);
            if (Files.exists(folder)) {
                if (Disk.entries(folder).isEmpty()) {
                    Disk.remove(folder);
                } else {
                    Disk.remove(previous);
                    Disk.rename(folder, previous);
                }
            }
            Disk.rename(tmp, folder);
            Disk.forceNames(parent);
            draft = Optional.empty();
        }

        @Override
        public void close() {
            giveUp();
        }

        /** Closes early, from another thread, when the program is asked to stop. */
        public synchronized void giveUp() {
            if (closed) {
                return;
            }
            closed = true;
            try {
                draft.ifPresent(RunDraft::discard);
            } finally {
                lock.close();
            }
        }
    }
}
