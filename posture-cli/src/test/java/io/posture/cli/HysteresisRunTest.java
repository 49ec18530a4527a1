package io.posture.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of three quarters in one folder: the level falls with the second review below 50, DOMAIN J.1. */
class HysteresisRunTest {

    private static final Path EXAMPLE = Path.of("../examples/strategic-stock");
    private static final String ITEM = "pump-seal";
    private static final String SPRING = "2026-05-15";
    private static final String SUMMER = "2026-08-21";
    private static final String AUTUMN = "2026-11-20";

    @TempDir
    private Path work;

    private Path data = Path.of("");
    private Path out = Path.of("");
    private Path policy = Path.of("");

    @BeforeEach
    void copyOfTheExample() throws IOException {
        data = work.resolve("data");
        out = work.resolve("out");
        policy = work.resolve("posture.yaml");
        Files.createDirectories(data);
        try (var files = Files.list(EXAMPLE)) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".csv")).toList()) {
                Files.copy(file, data.resolve(String.valueOf(file.getFileName())));
            }
        }
        Files.writeString(
                policy, Files.readString(EXAMPLE.resolve("posture.yaml")).replace("as_of: 2026-11-20\n", ""));
    }

    @Test
    void levelIsKeptForOneReviewAndFallsWithTheSecond() throws IOException {
        assess(SPRING);
        assertEquals("HIGH", row().getField("risk_level"));
        lowerTheRisk();
        assess(SUMMER);
        NamedCsvRecord kept = row();
        assertTrue(Double.parseDouble(kept.getField("risk")) < 50, kept::toString);
        assertFalse(kept.getField("risk_level").equals("HIGH"));
        assertEquals("STRATEGIC_STOCKPILE_DIVERSIFY", kept.getField("recommended_policy"));
        assertTrue(kept.getField("warnings").contains("RISK_LEVEL_KEPT"), kept::toString);
        Terminal why = Terminal.run("why", ITEM, "--run", out);
        assertTrue(why.out().contains("stepHysteresis: kept HIGH, 1 of 2 reviews below 50"), why::out);
        assess(AUTUMN);
        assertFalse(row().getField("recommended_policy").equals("STRATEGIC_STOCKPILE_DIVERSIFY"));
        assertTrue(Terminal.run("why", ITEM, "--run", out).out().contains("stepHysteresis: down to "));
    }

    @Test
    void rerunOfTheSameDayDecidesTheSameAndWhatIfKeepsTheLevelToo() throws IOException {
        assess(SPRING);
        lowerTheRisk();
        assess(SUMMER);
        String register = Files.readString(out.resolve("register.csv"));
        String memory = Files.readString(out.resolve("review.jsonl"));
        assess(SUMMER);
        assertEquals(register, Files.readString(out.resolve("register.csv")));
        assertEquals(memory, Files.readString(out.resolve("review.jsonl")));
        Terminal answer = Terminal.run("whatif", ITEM, "--set", "order_cost=80", "--run", out);
        assertEquals(0, answer.exitCode(), answer::all);
        assertTrue(answer.out().contains("STRATEGIC_STOCKPILE_DIVERSIFY"), answer::out);
        assertFalse(answer.out().contains("* recommended_policy"), answer::out);
    }

    @Test
    void firstRunHasNothingToKeep() throws IOException {
        lowerTheRisk();
        assess(SUMMER);
        assertFalse(row().getField("recommended_policy").equals("STRATEGIC_STOCKPILE_DIVERSIFY"));
    }

    private void lowerTheRisk() throws IOException {
        Path items = data.resolve("items.csv");
        String text = Files.readString(items);
        assertTrue(text.contains("seals,halt"), text);
        Files.writeString(items, text.replace("seals,halt", "seals,minor"));
    }

    private void assess(String asOf) {
        Terminal run = Terminal.run("assess", data, "--policy", policy, "--as-of", asOf, "--out", out);
        assertEquals(0, run.exitCode(), run::all);
    }

    private NamedCsvRecord row() throws IOException {
        return WhatIfCommandTest.row(out, ITEM);
    }
}
