package io.posture.io;

import io.posture.io.input.Note;
import io.posture.io.input.TableAccount;
import io.posture.profile.ProfileSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder with files and a mapping that reads them. */
record MappingFolder(Path folder) {

    /** Writes a file of lines. */
    MappingFolder with(String file, String... lines) {
        try {
            Files.write(folder.resolve(file), (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
            return this;
        } catch (IOException problem) {
            throw new IllegalStateException(problem);
        }
    }

    /** Reads the files through the mapping {@code test.yaml}. */
    Import read() {
        return Importer.read(DataSet.mapped(folder.resolve("test.yaml"), List.of()), ProfileSettings.DEFAULTS);
    }

    /** Account of a table of a file. */
    static TableAccount account(Import read, String file, String table) {
        return read.sources().stream()
                .filter(source -> source.path().endsWith(file))
                .flatMap(source -> source.tables().stream())
                .filter(account -> account.table().equals(table))
                .findFirst()
                .orElseThrow();
    }

    /** Texts of the notes of a kind. */
    static List<String> notes(Import read, Note.Code code) {
        return read.notes().stream()
                .filter(note -> note.code() == code)
                .map(Note::text)
                .toList();
    }
}
