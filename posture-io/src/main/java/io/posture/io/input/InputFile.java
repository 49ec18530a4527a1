package io.posture.io.input;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file to read from: one of the user's, or one that is bundled with the program; or a store of tables that stands for one. Never
 * written to.
 */
public final class InputFile {

    private final String name;
    private final String path;
    private final Opening opening;
    private final Optional<Path> onDisk;
    private final String part;

    /** Opens a fresh stream at the first byte. */
    private interface Opening {
        InputStream open() throws IOException;
    }

    private InputFile(String name, String path, Opening opening, Optional<Path> onDisk, String part) {
        this.name = name;
        this.path = path;
        this.opening = opening;
        this.onDisk = onDisk;
        this.part = part;
    }

    /**
     * A file of the user's.
     *
     * @throws InputException if there is no such file, naming its neighbours, or if it is a folder
     */
    public static InputFile of(Path path) {
        if (Files.isDirectory(path)) {
            throw new InputException("\"" + path + "\" is a folder, need a file");
        }
        if (!Files.exists(path)) {
            throw new InputException("there is no file \"" + path + "\"." + neighbours(path));
        }
        return new InputFile(nameOf(path), path.toString(), () -> Files.newInputStream(path), Optional.of(path), "");
    }

    /**
     * A file that is bundled with the program.
     *
     * @param name its name
     * @param address where it is
     */
    public static InputFile bundled(String name, URL address) {
        return new InputFile(name, "bundled:" + name, address::openStream, Optional.empty(), "");
    }

    /**
     * A store of tables that is no file, such as a database.
     *
     * @param name its short name
     * @param address where it is, without secrets
     */
    public static InputFile stored(String name, String address) {
        return new InputFile(
                name,
                address,
                () -> {
                    throw new IOException("it is no file");
                },
                Optional.empty(),
                "");
    }

    /** One of the tables in this file, for example a sheet of a workbook; its own name follows in brackets. */
    public InputFile part(String table) {
        return new InputFile(name + "[" + table + "]", path, opening, onDisk, table);
    }

    /** The file that this is a part of; itself if it is none. */
    public InputFile whole() {
        String wholeName = part.isEmpty() ? name : name.substring(0, name.length() - part.length() - 2);
        return new InputFile(wholeName, path, opening, onDisk, "");
    }

    /** Which table of the file it is; empty if it is the file. */
    public String part() {
        return part;
    }

    /** Where it is on disk; empty for a bundled file and a store. */
    public Optional<Path> onDisk() {
        return onDisk;
    }

    /** File name without folders, as messages show it, with the table in brackets if it is a part. */
    public String name() {
        return name;
    }

    /** The path as it was given; {@code bundled:NAME} for a bundled file, the address without secrets for a store. */
    public String path() {
        return path;
    }

    /**
     * Opens the file at its first byte.
     *
     * @throws InputException if it has gone
     * @throws UncheckedIOException if it cannot be opened
     */
    public InputStream open() {
        try {
            return opening.open();
        } catch (NoSuchFileException | FileNotFoundException gone) {
            throw new InputException("there is no file \"" + path + "\" any more", gone);
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot open " + path + ": " + problem, problem);
        }
    }

    /** Size and time of last change, to notice a change while reading; the same text means the same state. */
    public String stamp() {
        try {
            return onDisk.isPresent()
                    ? Files.size(onDisk.get()) + " bytes, changed " + Files.getLastModifiedTime(onDisk.get())
                    : "bundled";
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot look at " + path + ": " + problem, problem);
        }
    }

    @Override
    public String toString() {
        return path;
    }

    private static String nameOf(Path path) {
        Path last = path.getFileName();
        return last == null ? path.toString() : last.toString();
    }

    private static String neighbours(Path path) {
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return folder == null ? "" : " There is no folder \"" + folder + "\" either.";
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.map(InputFile::nameOf).toList();
            return NearestNames.of(nameOf(path), names).stream()
                    .findFirst()
                    .map(near -> " Maybe \"" + near + "\" is meant.")
                    .orElse("");
        } catch (IOException unreadable) {
            return " Its folder cannot be listed: " + unreadable.getMessage();
        }
    }
}
