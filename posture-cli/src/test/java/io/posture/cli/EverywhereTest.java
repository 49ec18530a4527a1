package io.posture.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Machines that differ: language, time zone, character set, memory. */
class EverywhereTest {

    @TempDir
    private Path work;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Duser.language=tr -Duser.country=TR -Duser.timezone=Pacific/Kiritimati",
                "-Duser.language=de -Duser.country=DE -Dfile.encoding=ISO-8859-1 -Duser.timezone=Pacific/Pago_Pago",
                "-Duser.language=ar -Duser.country=EG -Duser.timezone=Africa/Cairo -Dfile.encoding=US-ASCII"
            })
    void resultsAreTheSameBytes(String flags) throws Exception {
        SpoiltData data = new SpoiltData(work);
        // letters that change in Turkish, and a row to be set aside
        data.change("items.csv", "part-1,", "PIN-IĞDIR-ı,").add("demand.csv", "bolt,2026-03-02,1O", "nut,2026-12-31,2");
        Path policy = SmallData.write(work.resolve("posture.yaml"), "posture: v1\nas_of: 2026-09-21\n");
        data.done("--policy", policy);
        Path there = work.resolve("there");
        Child child = new Child(
                List.of(), List.of(flags.split(" ", -1)), "assess", data.data(), "--out", there, "--policy", policy);
        assertEquals(0, child.end(), child::said);
        for (String file : List.of(
                "register.csv", "explanations.jsonl", "proposals.jsonl", "rejects.csv", "pareto.csv", "summary.txt")) {
            assertEquals(-1, Files.mismatch(data.out().resolve(file), there.resolve(file)), file);
        }
    }

    @Test
    void tooLittleMemoryIsSaidWithAdviceAndLeavesNothing() throws Exception {
        Path data = Files.createDirectory(work.resolve("data"));
        SmallData.write(data.resolve("items.csv"), "item_id,unit_cost\nbolt,1\n");
        manyRows(data.resolve("demand.csv"));
        Path out = work.resolve("out");
        Child child = new Child(List.of(), List.of("-Xmx24m"), "assess", data, "--out", out);
        assertEquals(70, child.end(), child::said);
        assertTrue(
                child.said()
                        .contains("posture: there is not enough memory. Maybe give it more: JAVA_TOOL_OPTIONS=-Xmx4g."),
                child::said);
        try (var entries = Files.list(work)) {
            assertEquals(List.of(data), entries.toList());
        }
    }

    private static void manyRows(Path file) throws IOException {
        try (BufferedWriter rows = Files.newBufferedWriter(file)) {
            rows.write("item_id,date,quantity\n");
            for (int row = 0; row < 1_500_000; row++) {
                rows.write("bolt,2026-01-05,1\n");
            }
        }
    }
}
