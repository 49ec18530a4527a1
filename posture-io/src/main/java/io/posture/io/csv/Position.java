package io.posture.io.csv;

import io.posture.io.input.InputFile;
import io.posture.io.text.CountedInput;
import io.posture.io.text.FileScan;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** How far the reading of a file is. Not thread-safe. */
final class Position {

    private @Nullable CountedInput stored;

    Position() {}

    /** Opens the bytes of a file's text; from now on they are what is read. */
    InputStream begin(FileScan scan, InputFile file) throws IOException {
        CountedInput counted = new CountedInput(file.open());
        stored = counted;
        return scan.plain(counted);
    }

    /**
     * Share of the file that was read, 0 to 1; empty before the first reading.
     *
     * @param bytes size of the file as stored
     */
    OptionalDouble share(long bytes) {
        CountedInput counted = stored;
        return counted == null || bytes == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.min(1, (double) counted.count() / bytes));
    }
}
