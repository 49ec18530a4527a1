package io.posture.io;

import io.posture.io.input.InputException;
import io.posture.io.input.InputFile;
import io.posture.io.input.NearestNames;
import io.posture.io.input.Note;
import io.posture.io.mapping.Mapping;
import io.posture.io.mapping.SourceSpec;
import io.posture.io.source.SourceTable;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the files of a mapping's sources: those that were named for it, else those whose names match its pattern unless their
 * header is that of another source, else those whose
 * header has its columns; else those that come with the mapping.
 */
final class SourceFiles {

    private final Mapping mapping;
    private final GivenFiles given;
    private final OpenedTables tables;
    private final Map<String, List<InputFile>> bySource = new LinkedHashMap<>();
    private final Set<InputFile> taken = new HashSet<>();

    /** Looks at nothing yet. */
    SourceFiles(Mapping mapping, GivenFiles given, OpenedTables tables) {
        this.mapping = mapping;
        this.given = given;
        this.tables = tables;
    }

    /**
     * The files of every source; none for a source that was not given.
     *
     * @param beside files that come with the mapping
     * @throws InputException if a file is named for a source that there is not, or one is there twice
     */
    Map<String, List<InputFile>> find(GivenFiles beside) {
        requireSources();
        for (SourceSpec source : mapping.sources()) {
            take(
                    source,
                    given.matching(source.id(), source.filePattern()).stream()
                            .filter(file -> named(file) || has(source, file) || !hasAnother(source, file))
                            .toList());
        }
        for (SourceSpec source : mapping.sources()) {
            if (filesOf(source).isEmpty()) {
                take(source, byHeader(source));
            }
        }
        for (SourceSpec source : mapping.sources()) {
            if (filesOf(source).isEmpty()) {
                take(source, beside.matching(source.id(), source.filePattern()));
            }
            requireDifferent(source);
        }
        return bySource;
    }

    /** Files that were given and belong to no source. */
    List<Note> unused() {
        List<InputFile> left = given.files().stream()
                .map(GivenFiles.Given::file)
                .filter(file -> !taken.contains(file))
                .toList();
        return GivenFiles.notRead(left, "is none of the sources of '" + mapping.name() + "' and was not read");
    }

    private List<InputFile> filesOf(SourceSpec source) {
        return bySource.getOrDefault(source.id(), List.of());
    }

    private void take(SourceSpec source, List<InputFile> files) {
        bySource.put(source.id(), files);
        taken.addAll(files);
    }

    private List<InputFile> byHeader(SourceSpec source) {
        return given.tables(tables).stream()
                .filter(file -> !named(file) && !taken.contains(file) && has(source, file))
                .toList();
    }

    private boolean named(InputFile file) {
        return given.files().stream().anyMatch(one -> one.named() && one.file().equals(file));
    }

    /** Whether a file's header has the signature of a source; a source without one fits none. */
    private boolean has(SourceSpec source, InputFile file) {
        SourceTable table = tables.open(file);
        return !source.signature().isEmpty()
                && source.signature().stream().allMatch(column -> table.indexOf(column) >= 0);
    }

    private boolean hasAnother(SourceSpec source, InputFile file) {
        return mapping.sources().stream().anyMatch(other -> !other.equals(source) && has(other, file));
    }

    private void requireSources() {
        List<String> ids = mapping.sources().stream().map(SourceSpec::id).toList();
        for (GivenFiles.Given file : given.files()) {
            if (file.named() && ids.stream().noneMatch(file.label()::equalsIgnoreCase)) {
                throw new InputException("mapping '" + mapping.name() + "' has no source '" + file.label()
                        + "'. Sources: " + ids + "." + NearestNames.maybe(file.label(), ids));
            }
        }
    }

    /** The same file twice, or a file and its compressed copy, would count every row twice. */
    private void requireDifferent(SourceSpec source) {
        Map<String, InputFile> byContent = new LinkedHashMap<>();
        Map<String, InputFile> byName = new LinkedHashMap<>();
        List<InputFile> files = filesOf(source);
        for (InputFile file : files.size() > 1 ? files : List.<InputFile>of()) {
            InputFile same = byContent.putIfAbsent(tables.open(file).sha256() + file.part(), file);
            InputFile copy = byName.putIfAbsent(file.path().replaceFirst("(?i)\\.gz$", "") + file.part(), file);
            InputFile other = same == null ? copy : same;
            if (other != null) {
                throw new InputException(other.path() + " and " + file.path() + " hold the same data of source '"
                        + source.id() + "', so its rows would count twice. Maybe one is a copy.");
            }
        }
    }
}
