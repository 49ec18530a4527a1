package io.posture.io;

import io.posture.io.input.InputException;
import io.posture.io.input.InputFile;
import io.posture.io.source.SourceTable;
import java.util.HashMap;
import java.util.Map;

/** Tables that were opened, each once. Not thread-safe. */
final class OpenedTables {

    private final TableFormats formats;
    private final Map<InputFile, SourceTable> opened = new HashMap<>();

    /** None opened yet. */
    OpenedTables(TableFormats formats) {
        this.formats = formats;
    }

    /** What tables are opened by. */
    TableFormats formats() {
        return formats;
    }

    /** Whether a file can be opened as a table: a folder may hold others beside the data. */
    boolean opens(InputFile file) {
        try {
            return !open(file).header().isEmpty();
        } catch (InputException noTable) {
            return false;
        }
    }

    /**
     * The table in a file.
     *
     * @throws InputException if it is empty, or in no format that is installed
     */
    SourceTable open(InputFile file) {
        return opened.computeIfAbsent(file, formats::open);
    }
}
