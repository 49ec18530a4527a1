package io.posture.io;

import io.posture.io.input.InputException;
import io.posture.io.input.InputFile;
import io.posture.io.input.NearestNames;
import io.posture.io.input.Note;
import io.posture.io.source.StoreAddress;
import io.posture.io.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Files as a user names them: single ones, whole folders, stores of tables, or {@code name=path}. */
final class GivenFiles {

    private static final Pattern NAMED = Pattern.compile("([A-Za-z][A-Za-z0-9_-]*)=(.+)");
    private static final Pattern PART = Pattern.compile("(.+)\\[([^\\[\\]]+)\\]");

    // the mark of spreadsheet programs beside a file that is open in them
    private static final String OPEN_ELSEWHERE = "~$";

    private static final int MOST_NAMED = 8;

    private final List<Given> files;

    /**
     * A file.
     *
     * @param label what it is said to be, or its name without ending
     * @param file the file, or one of the tables in it
     * @param named whether the user said what it is
     * @param fromFolder whether it was found among others in a folder, workbook or store
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
    static GivenFiles of(List<String> arguments, OpenedTables tables) {
        TableFormats formats = tables.formats();
        List<Given> files = new ArrayList<>();
        for (String argument : arguments) {
            Optional<StoreAddress> address = StoreAddress.find(argument);
            if (address.isPresent() && !isFile(argument)) {
                files.addAll(stored(address.get(), tables));
                continue;
            }
            Path path = Path.of(argument);
            Matcher named = NAMED.matcher(argument);
            if (Files.isDirectory(path)) {
                files.addAll(in(path, formats).files);
            } else if (!Files.exists(path) && named.matches()) {
                String label = named.group(1).toLowerCase(Locale.ROOT);
                files.add(new Given(label, only(label, tables(named.group(2), formats)), true, false));
            } else {
                files.addAll(unnamed(tables(argument, formats), formats, false));
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
                    .filter(file -> !file.name().startsWith(OPEN_ELSEWHERE))
                    .filter(file -> ending(formats).matcher(file.name()).find())
                    .flatMap(file -> unnamed(formats.tables(file), formats, true).stream())
                    .toList());
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot list " + folder + ": " + problem, problem);
        }
    }

    /** The files in the order given. */
    List<Given> files() {
        return files;
    }

    /** Those whose headers can be looked at: all that were named, and of the others those that are tables. */
    List<InputFile> tables(OpenedTables tables) {
        return files.stream()
                .filter(given -> !given.fromFolder() || tables.opens(given.file()))
                .map(Given::file)
                .toList();
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
                        .filter(file -> matches(pattern, file.name()) || isPart(file, label, pattern))
                        .toList()
                : named;
    }

    /** Whether one of several tables in a file or store is called like a source, or as its pattern wants. */
    private static boolean isPart(InputFile file, String label, String pattern) {
        String part = withoutSchema(file.part());
        return !part.isEmpty() && (part.equalsIgnoreCase(label) || matches(pattern, part));
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

    /**
     * A note on each file that was not read; one for all of a file or store of which many tables were not.
     *
     * @param why the rest of a sentence that begins with the name of one
     */
    static List<Note> notRead(List<InputFile> files, String why) {
        Map<String, List<InputFile>> byPath = new LinkedHashMap<>();
        files.forEach(file ->
                byPath.computeIfAbsent(file.path(), first -> new ArrayList<>()).add(file));
        List<Note> notes = new ArrayList<>();
        for (List<InputFile> together : byPath.values()) {
            if (together.size() > MOST_NAMED) {
                List<String> parts = together.stream().map(InputFile::part).toList();
                String whole = together.get(0).whole().name();
                notes.add(new Note(
                        Note.Code.FILE_NOT_USED,
                        whole + " holds " + together.size() + " tables of which each " + why + ": " + listed(parts),
                        0));
            } else {
                together.forEach(file -> notes.add(new Note(Note.Code.FILE_NOT_USED, file.name() + " " + why, 0)));
            }
        }
        return notes;
    }

    /** The first names of many. */
    private static String listed(List<String> names) {
        int more = names.size() - MOST_NAMED;
        return more <= 1 ? names.toString() : names.subList(0, MOST_NAMED) + " and " + more + " more";
    }

    /** The error for a file that is none of the tables. */
    InputException unknown(Given given, List<String> tables) {
        String path = given.file().path();
        String hint = given.named() ? "" : " Maybe say which one it is: " + Table.DEMAND.id() + "=" + path + ".";
        return new InputException(
                (given.named() ? "'" + given.label() + "' is no table" : "cannot tell which table " + path + " is")
                        + ". Tables: " + tables + "." + NearestNames.maybe(given.label(), tables) + hint);
    }

    /** The tables of a store; all that it lists are like files of a folder. */
    private static List<Given> stored(StoreAddress address, OpenedTables opened) {
        List<InputFile> tables = opened.tables(address);
        if (!address.label().isEmpty()) {
            String label = address.label().toLowerCase(Locale.ROOT);
            return List.of(new Given(label, only(label, tables), true, false));
        }
        return tables.stream()
                .map(table -> new Given(
                        withoutSchema(table.part()),
                        table,
                        false,
                        address.part().isEmpty()))
                .toList();
    }

    private static String withoutSchema(String table) {
        return table.substring(table.lastIndexOf('.') + 1).strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isFile(String argument) {
        try {
            return Files.exists(Path.of(argument))
                    || Files.exists(Path.of(argument.substring(argument.indexOf('=') + 1)));
        } catch (InvalidPathException noFile) {
            return false;
        }
    }

    /** The tables in a file, or the one that stands in brackets behind it. */
    private static List<InputFile> tables(String path, TableFormats formats) {
        Matcher part = PART.matcher(path);
        return !Files.exists(Path.of(path)) && part.matches() && Files.exists(Path.of(part.group(1)))
                ? List.of(InputFile.of(Path.of(part.group(1))).part(part.group(2)))
                : formats.tables(InputFile.of(Path.of(path)));
    }

    /** The one table that is said to be something: it is alone in its file, or is called so there. */
    private static InputFile only(String label, List<InputFile> tables) {
        return tables.stream()
                .filter(table -> tables.size() == 1 || table.part().strip().equalsIgnoreCase(label))
                .findFirst()
                .orElseThrow(() -> {
                    String path = tables.get(0).path();
                    List<String> parts = tables.stream().map(InputFile::part).toList();
                    return new InputException(path + " holds several tables: " + listed(parts)
                            + ", none of them called '" + label + "'. Say which one: " + label + "=" + path + "["
                            + NearestNames.of(label, parts).stream().findFirst().orElse(parts.get(0)) + "].");
                });
    }

    private static List<Given> unnamed(List<InputFile> tables, TableFormats formats, boolean fromFolder) {
        boolean several = tables.size() > 1;
        return tables.stream()
                .map(table -> {
                    boolean byPart = several || Table.find(table.part().strip()).isPresent();
                    String name = byPart ? table.part() : withoutEnding(table.whole(), formats);
                    return new Given(name.strip().toLowerCase(Locale.ROOT), table, false, fromFolder || several);
                })
                .toList();
    }

    private static String withoutEnding(InputFile file, TableFormats formats) {
        return ending(formats).matcher(file.name()).replaceFirst("");
    }

    private static Pattern ending(TableFormats formats) {
        return Pattern.compile(
                "(?<=.)\\.(" + String.join("|", formats.endings()) + ")(\\.gz)?$", Pattern.CASE_INSENSITIVE);
    }
}
