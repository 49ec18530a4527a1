package io.posture.io.jsonl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.posture.io.sink.OutputColumn;
import io.posture.io.sink.OutputColumn.Kind;
import io.posture.io.sink.OutputTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesOutputTest {

    private static final List<OutputColumn> COLUMNS = List.of(
            new OutputColumn("item_id", Kind.TEXT),
            new OutputColumn("cost", Kind.NUMBER),
            new OutputColumn("since", Kind.DATE),
            new OutputColumn("seasonal", Kind.FLAG));

    @Test
    void cellsAreTypedAndKeysStandInColumnOrder() throws IOException {
        assertEquals(
                """
                {"item_id":"007","cost":1.50,"since":"2026-11-20","seasonal":true}
                {"item_id":"b","cost":-2E-7,"since":"2026-11-21","seasonal":false}
                """,
                written(List.of("007", "1.50", "2026-11-20", "true"), List.of("b", "-2E-7", "2026-11-21", "false")));
    }

    @Test
    void unknownIsNullAndNotAbsent() throws IOException {
        assertEquals(
                "{\"item_id\":null,\"cost\":null,\"since\":null,\"seasonal\":null}\n",
                written(List.of("", "", "", "")));
    }

    @Test
    void textsAreExactWithoutTheApostropheOfTheCsv() throws IOException {
        assertEquals(
                "{\"item_id\":\"=1+1 \\\"x\\\"\\n\u00fc\",\"cost\":null,\"since\":null,\"seasonal\":null}\n",
                written(List.of("=1+1 \"x\"\n\u00fc", "", "", "")));
    }

    @Test
    void aTableWithoutRowsIsAnEmptyFile() throws IOException {
        assertEquals("", written());
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "1,5", "01", "x"})
    void refusesWhatIsNoNumber(String cell) {
        assertThrows(IllegalArgumentException.class, () -> written(List.of("a", cell, "", "")));
    }

    @SafeVarargs
    private static String written(List<String>... rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputTable table = new JsonLinesOutput().begin(bytes, "register", COLUMNS)) {
            for (List<String> row : rows) {
                table.row(row);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
