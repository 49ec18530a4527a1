package io.posture.jdbc;

import io.posture.io.input.InputFile;
import io.posture.io.input.Note;
import java.util.List;

/** What becomes of moments, where dates are local dates. */
final class Moments {

    private Moments() {}

    /**
     * What to tell of columns with a time of day.
     *
     * @param columns their names
     */
    static List<Note> notes(InputFile table, List<String> columns) {
        return columns.isEmpty()
                ? List.of()
                : List.of(new Note(
                        Note.Code.CELL_READING,
                        table.name() + ": the time of day in " + String.join(", ", columns)
                                + " was left out; a moment with a time zone counts on its day in UTC",
                        0));
    }
}
