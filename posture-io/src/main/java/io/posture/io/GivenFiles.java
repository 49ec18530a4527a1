package io.posture.io;

import io.posture.io.input.InputException;
import io.posture.io.input.InputFile;
import io.posture.io.input.NearestNames;
import io.posture.io.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Files as a user names them: single ones, whole folders, or {@code name=path}. */
final class GivenFiles {

    private static final Pattern NAMED = Pattern.compile("([A-Za-z][A-Za-z0-9_-]*)=(.+)");

    private final List<Given> files;

    /**
     * A file.
     *
     * @param label what it is said to be, or its name without ending
     * @param file the file
     * @param named whether the user said what it is
     * @param fromFolder whether it was found in a folder
     */
    record Given(String label, InputFile file, boolean named, boolean fromFolder) {}

    private GivenFiles(List<Given> files) {
        this.files = files;
    }

    /**
     * Files by arguments.
     *
     * @throws InputException if one does not exist
     */
    static GivenFiles of(List<String> arguments, TableFormats formats) {
        List<Given> files = new ArrayList<>();
        for (String argument : arguments) {
            Path path = Path.of(argument);
            var named = NAMED.matcher(argument);
            if (Files.isDirectory(path)) {
                files.addAll(in(path, formats).files);
            } else if (!Files.exists(path) && named.matches()) {
                String label = named.group(1).toLowerCase(Locale.ROOT);
                InputFile file = InputFile.of(Path.of(named.group(2)));
                formats.tables(file).forEach(table -> files.add(new Given(label, table, true, false)));
            } else {
                formats.tables(InputFile.of(path))
                        .forEach(table -> files.add(new Given(label(table, formats), table, false, false)));
            }
        }
        return new GivenFiles(files);
    }

    /** Files that are at hand already. */
    static GivenFiles of(Collection<InputFile> files) {
        return new GivenFiles(files.stream()
                .map(file -> new Given(file.name(), file, false, false))
                .toList());
    }

    /** The data that comes with a profile. */
    static GivenFiles bundled(ProfileFile profile) {
        return of(profile.bundled());
    }

    /** All data files of a folder, by name. */
    static GivenFiles in(@Nullable Path folder, TableFormats formats) {
        if (folder == null) {
            return new GivenFiles(List.of());
        }
        try (Stream<Path> found = Files.list(folder)) {
            return new GivenFiles(found.filter(Files::isRegularFile)
                    .sorted()
                    .map(InputFile::of)
                    .filter(file -> ending(formats).matcher(file.name()).find())
                    .flatMap(file -> formats.tables(file).stream())
                    .map(table -> new Given(label(table, formats), table, false, true))
                    .toList());
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot list " + folder + ": " + problem, problem);
        }
    }

    /** The files in the order given. */
    List<Given> files() {
        return files;
    }

    /** Files that were named so, or else whose names match a pattern. */
    List<InputFile> matching(String label, String pattern) {
        List<InputFile> named = files.stream()
                .filter(given -> given.named() && given.label().equalsIgnoreCase(label))
                .map(Given::file)
                .toList();
        return named.isEmpty()
                ? files.stream()
                        .filter(given -> !given.named())
                        .map(Given::file)
                        .filter(file -> matches(pattern, file.name()))
                        .toList()
                : named;
    }

    /** Whether a name matches a pattern with {@code *} and {@code ?}, whatever its case. */
    static boolean matches(String pattern, String name) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(name)
                .matches();
    }

    /** The error for a file that is none of the tables. */
    InputException unknown(Given given, List<String> tables) {
        String path = given.file().path();
        String hint = given.named() ? "" : " Maybe say which one it is: " + Table.DEMAND.id() + "=" + path + ".";
        return new InputException(
                (given.named() ? "'" + given.label() + "' is no table" : "cannot tell which table " + path + " is")
                        + ". Tables: " + tables + "." + NearestNames.maybe(given.label(), tables) + hint);
    }

    private static String label(InputFile table, TableFormats formats) {
        String name =
                table.part().isEmpty() ? ending(formats).matcher(table.name()).replaceFirst("") : table.part();
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private static Pattern ending(TableFormats formats) {
        return Pattern.compile(
                "(?<=.)\\.(" + String.join("|", formats.endings()) + ")(\\.gz)?$", Pattern.CASE_INSENSITIVE);
    }
}
