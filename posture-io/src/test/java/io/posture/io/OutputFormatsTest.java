package io.posture.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.io.jsonl.JsonLinesOutput;
import io.posture.io.sink.OutputColumn;
import io.posture.io.sink.OutputFormat;
import io.posture.io.sink.OutputTable;
import java.io.OutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutputFormatsTest {

    /** A format by name alone. */
    private record Named(String id) implements OutputFormat {

        @Override
        public OutputTable begin(OutputStream out, String name, List<OutputColumn> columns) {
            throw new UnsupportedOperationException(name);
        }
    }

    private final OutputFormats formats = OutputFormats.of(List.of(new JsonLinesOutput(), new Named("board")));

    @Test
    void jsonLinesAreInstalled() {
        List<String> ids = OutputFormats.installed().ids();
        assertTrue(ids.containsAll(List.of("csv", "jsonl")), ids::toString);
    }

    @Test
    void formatsComeInOneOrderAndCsvIsNotNamed() {
        assertEquals(List.of("board", "jsonl"), ids("jsonl", "CSV", " Board", "jsonl"));
        assertEquals(List.of(), ids());
    }

    @Test
    void unknownFormatIsAnErrorThatNamesThoseInstalled() {
        assertEquals(
                "no output format 'json' is installed. Installed: [csv, board, jsonl]. Maybe 'jsonl' is meant."
                        + " Maybe the jar that brings it is missing from the class path.",
                assertThrows(IllegalArgumentException.class, () -> ids("json")).getMessage());
    }

    @Test
    void namesThatCollideOrCannotBeFileEndingsAreRefused() {
        assertThrows(IllegalStateException.class, () -> OutputFormats.of(List.of(new Named("a"), new Named("a"))));
        assertThrows(IllegalStateException.class, () -> OutputFormats.of(List.of(new Named("csv"))));
        assertThrows(IllegalStateException.class, () -> OutputFormats.of(List.of(new Named("../x"))));
    }

    private List<String> ids(String... names) {
        return formats.named(List.of(names)).stream().map(OutputFormat::id).toList();
    }
}
