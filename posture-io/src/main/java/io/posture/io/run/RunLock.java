package io.posture.io.run;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keeps two writers out of one folder: a file beside it that names the process which holds it. The lock of a process that is
 * no more is stale and gets taken over.
 */
public final class RunLock implements AutoCloseable {

    private static final int ATTEMPTS = 3;
    private static final Path KERNEL_NAME = Path.of("/proc/sys/kernel/hostname");

    private final Path file;
    private final Holder holder;

    /**
     * Who holds a lock.
     *
     * @param pid process id
     * @param host name of its machine
     * @param started when the process began, which tells it from a later one of the same id; empty if unknown
     */
    record Holder(long pid, String host, String started) {

        static Holder self() {
            ProcessHandle process = ProcessHandle.current();
            return new Holder(process.pid(), hostName(), started(process));
        }

        static Holder parse(String text) {
            String[] parts = text.strip().split(" ", 3);
            boolean whole = parts.length >= 2 && parts[0].matches("[0-9]{1,18}");
            return whole
                    ? new Holder(Long.parseLong(parts[0]), parts[1], parts.length == 3 ? parts[2] : "")
                    : new Holder(-1, "", "");
        }

        String text() {
            return pid + " " + host + " " + started;
        }

        /** For messages. */
        String who() {
            return host.isEmpty() ? "a process that its lock file does not name" : "process " + pid + " on " + host;
        }

        /** Whether the process is certainly gone; never said of a process on another machine. */
        boolean gone() {
            if (!host.equals(hostName())) {
                return false;
            }
            Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
            return process.isEmpty()
                    || !(started.isEmpty() || started(process.get()).equals(started));
        }

        private static String started(ProcessHandle process) {
            return process.info().startInstant().map(Instant::toString).orElse("");
        }

        private static String hostName() {
            try {
                // the kernel answers at once, a name service may not
                String name = Files.isReadable(KERNEL_NAME)
                        ? Files.readString(KERNEL_NAME)
                        : InetAddress.getLocalHost().getHostName();
                return name.strip().replace(' ', '-');
            } catch (IOException nameless) {
                return "localhost";
            }
        }
    }

    private RunLock(Path file, Holder holder) {
        this.file = file;
        this.holder = holder;
    }

    /**
     * Takes the lock.
     *
     * @param file the lock file
     * @param folder the folder that it stands for
     * @param notices is told when a stale lock is taken over
     * @throws RunFolderBusyException if a live process, or one on another machine, holds it
     */
    public static RunLock take(Path file, Path folder, Consumer<String> notices) {
        Holder self = Holder.self();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                Files.writeString(file, self.text(), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
                return new RunLock(file, self);
            } catch (FileAlreadyExistsException held) {
                clearStale(file, folder, notices);
            } catch (IOException problem) {
                throw Disk.failed("create the lock file", file, problem);
            }
        }
        throw new RunFolderBusyException("other runs keep taking " + folder + ". Maybe use another --out.");
    }

    private static void clearStale(Path file, Path folder, Consumer<String> notices) {
        Optional<Holder> found = holder(file);
        if (found.isEmpty()) {
            return;
        }
        Holder other = found.get();
        if (!other.gone()) {
            throw new RunFolderBusyException("another run is writing to " + folder + ": " + other.who()
                    + ". Wait for it, or use another --out. Maybe it is no more: then remove " + file
                    + ".");
        }
        // moved aside before it is looked at again: two processes must not both take over
        Path aside = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid());
        try {
            Files.move(file, aside);
            if (!holder(aside).equals(found)) {
                Files.move(aside, file);
                return;
            }
            Files.delete(aside);
            notices.accept("took over the lock of process " + other.pid + ", which ended without releasing it");
        } catch (NoSuchFileException | FileAlreadyExistsException raced) {
            return;
        } catch (IOException problem) {
            throw Disk.failed("take over the lock file", file, problem);
        }
    }

    /** Who holds a lock; empty if nobody does. */
    static Optional<Holder> holder(Path file) {
        try {
            return Optional.of(Holder.parse(Files.readString(file, StandardCharsets.UTF_8)));
        } catch (NoSuchFileException free) {
            return Optional.empty();
        } catch (IOException problem) {
            throw Disk.failed("read the lock file", file, problem);
        }
    }

    @Override
    public void close() {
        if (holder(file).equals(Optional.of(holder))) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException problem) {
                throw Disk.failed("remove the lock file", file, problem);
            }
        }
    }
}
