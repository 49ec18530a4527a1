package io.posture.cli;

import io.posture.io.OutputFormats;
import io.posture.io.run.CompleteFile;
import io.posture.io.sink.OutputColumn;
import io.posture.io.sink.OutputFormat;
import io.posture.io.sink.OutputTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A file of {@code --out} that a command writes its rows to; its ending says in which format.
 *
 * @param path where it goes
 * @param format csv where the name has no ending
 */
record ResultFile(Path path, OutputFormat format) {

    /** Writes rows. */
    @FunctionalInterface
    interface Rows {

        void to(OutputTable table) throws IOException;
    }

    /**
     * The file of a name.
     *
     * @throws CommandException if no format of its ending is installed
     */
    static ResultFile named(Path path) {
        String name = String.valueOf(path.getFileName());
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        try {
            return new ResultFile(path, OutputFormats.installed().any(name.contains(".") ? ending : "csv"));
        } catch (IllegalArgumentException unknown) {
            throw new CommandException(ExitCode.USAGE, "--out " + name + ": " + unknown.getMessage(), unknown);
        }
    }

    /**
     * Writes the file as a whole.
     *
     * @param table name of the table in it
     */
    void write(String table, List<OutputColumn> columns, Rows rows) {
        CompleteFile.write(path, target -> {
            try (OutputTable written = format.begin(target, table, columns)) {
                rows.to(written);
            }
        });
    }
}
