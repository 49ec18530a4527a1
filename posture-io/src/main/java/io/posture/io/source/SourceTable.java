package io.posture.io.source;

import io.posture.io.input.InputException;
import io.posture.io.input.InputFile;
import io.posture.io.input.NearestNames;
import io.posture.io.input.Note;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A table as it stands in a file, a sheet or a database: a header and rows of text. It can be read several times and gives the
 * same rows each time.
 */
public interface SourceTable {

    /** The file. */
    InputFile file();

    /** Column names, trimmed. */
    List<String> header();

    /** Size as stored, bytes; 0 where nothing is stored in a file. */
    long bytes();

    /** Hash of the stored bytes, hexadecimal; of the rows where nothing is stored in a file. */
    String sha256();

    /** Says that the hash will be asked for, so that it can be taken beside the reading. */
    default void hashAhead() {}

    /** How it is stored, for people, for example {@code UTF-8} or {@code xlsx}. */
    String encoding();

    /** Whether that is certain; if not, the text was read as the likeliest one. */
    default boolean encodingCertain() {
        return true;
    }

    /** What separates the cells of a row that is shown as text. */
    default char delimiter() {
        return ',';
    }

    /** What a reader of results should know of how it was read; complete after a reading of all rows. */
    default List<Note> notes() {
        return List.of();
    }

    /** Share of the table that the reading under way has passed, 0 to 1; empty if that is not known. */
    default OptionalDouble share() {
        return OptionalDouble.empty();
    }

    /**
     * Reads all rows. A handler of rows as bytes may get them so.
     *
     * @return how many rows there were, broken ones included, the header not
     * @throws InputException if the file cannot be split into rows at all
     * @throws java.io.UncheckedIOException if the file cannot be read, or changes while it is
     */
    long read(RowHandler handler);

    /**
     * Index of a column by its name, whatever its case; -1 if there is none.
     *
     * @throws InputException if there are two
     */
    default int indexOf(String column) {
        int found = -1;
        for (int i = 0; i < header().size(); i++) {
            if (header().get(i).toLowerCase(Locale.ROOT).equals(column.strip().toLowerCase(Locale.ROOT))) {
                if (found >= 0) {
                    throw new InputException(file().name() + " has the column '" + column + "' twice, as columns "
                            + (found + 1) + " and " + (i + 1) + ". Remove or rename one of them.");
                }
                found = i;
            }
        }
        return found;
    }

    /**
     * Index of a column that must be there.
     *
     * @throws InputException if it is not, naming what is there and what is near
     */
    default int requiredIndexOf(String column) {
        int index = indexOf(column);
        if (index < 0) {
            throw new InputException(file().name() + " has no column '" + column + "'. Columns found: " + header() + "."
                    + NearestNames.maybe(column, header()));
        }
        return index;
    }
}
