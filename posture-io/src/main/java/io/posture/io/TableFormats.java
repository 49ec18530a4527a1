package io.posture.io;

import io.posture.io.csv.CsvTable;
import io.posture.io.input.InputException;
import io.posture.io.input.InputFile;
import io.posture.io.jsonl.JsonLinesFormat;
import io.posture.io.source.SourceTable;
import io.posture.io.source.TableFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;

/** The formats that are installed. Immutable. */
final class TableFormats {

    private static final int START_BYTES = 64;
    private static final String LFS_POINTER = "version https://git-lfs";
    private static final List<String> TEXT_ENDINGS = List.of("csv", "tsv", "txt");

    private final List<TableFormat> formats;

    private TableFormats(List<TableFormat> formats) {
        this.formats = List.copyOf(formats);
    }

    /** Those built in, and all that a class loader and the module path know. */
    static TableFormats installed(ClassLoader loader) {
        List<TableFormat> found = new ArrayList<>(List.of(new JsonLinesFormat()));
        ServiceLoader.load(TableFormat.class, loader).forEach(found::add);
        return new TableFormats(found);
    }

    /** Delimited text alone. */
    static TableFormats textOnly() {
        return new TableFormats(List.of());
    }

    /** Endings of the names of files that can be read, without the dot. */
    List<String> endings() {
        List<String> endings = new ArrayList<>(TEXT_ENDINGS);
        formats.forEach(format -> endings.addAll(format.endings()));
        return endings;
    }

    /**
     * The tables in a file, as files: itself, or one part for each of its tables.
     *
     * @throws InputException if the file is damaged
     */
    List<InputFile> tables(InputFile file) {
        List<String> parts = format(file).map(format -> format.parts(file)).orElse(List.of());
        return parts.isEmpty() ? List.of(file) : parts.stream().map(file::part).toList();
    }

    /**
     * Opens a table.
     *
     * @throws InputException if it is empty, or in no format that is installed
     */
    SourceTable open(InputFile file) {
        Optional<TableFormat> format = format(file);
        if (format.isEmpty() && !file.part().isEmpty()) {
            throw new InputException(file.path() + " is one table and has no part '" + file.part()
                    + "'. Maybe leave out the" + " brackets.");
        }
        return format.isPresent() ? format.get().open(file) : CsvTable.open(file);
    }

    /** What a file is: by its content, or else by the ending of its name. */
    private Optional<TableFormat> format(InputFile file) {
        byte[] start = start(file);
        if (new String(start, StandardCharsets.ISO_8859_1).startsWith(LFS_POINTER)) {
            throw new InputException(
                    file.name() + " is a Git LFS pointer, not the data itself. Maybe 'git lfs pull' fetches the file.");
        }
        String name = file.path().toLowerCase(Locale.ROOT);
        return formats.stream()
                .filter(format -> format.recognises(start))
                .findFirst()
                .or(() -> formats.stream()
                        .filter(format -> format.endings().stream().anyMatch(ending -> name.endsWith("." + ending)))
                        .findFirst());
    }

    private static byte[] start(InputFile file) {
        try (InputStream in = file.open()) {
            return in.readNBytes(START_BYTES);
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot read " + file.path() + ": " + problem, problem);
        }
    }
}
