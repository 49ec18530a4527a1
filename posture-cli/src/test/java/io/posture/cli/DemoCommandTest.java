package io.posture.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The streams and documents of the demo, and the commands that read its run. */
class DemoCommandTest {

    @TempDir
    private static Path work;

    private static Terminal demo = new Terminal(-1, "", "");

    @BeforeAll
    static void runTheDemo() {
        demo = Terminal.run("demo", "--out", work.resolve("run"));
    }

    @Test
    void summaryIsPrintedAndWritten() throws IOException {
        assertEquals(0, demo.exitCode(), demo::all);
        assertEquals(Files.readString(work.resolve("run/summary.txt")), demo.out());
        for (String part : List.of("POSTURE", "SEGMENTS", "SOURCING", "TOP 10 ITEMS BY RISK", "REJECTS", "ASSUMED")) {
            assertTrue(demo.out().contains("\n" + part), part);
        }
        assertTrue(demo.out().lines().allMatch(line -> line.length() <= 100));
    }

    @Test
    void resultIsOnStandardOutputAndEverythingElseIsNot() {
        assertTrue(demo.err().contains("Run folder: "), demo::err);
        assertTrue(demo.err().contains("Next: posture why "), demo::err);
        Terminal quiet = Terminal.run("demo", "--quiet", "--out", work.resolve("quiet"));
        assertEquals("", quiet.err());
        assertEquals(demo.out(), quiet.out());
    }

    @Test
    void jsonIsOneDocument() throws JsonProcessingException {
        Terminal json = Terminal.run("demo", "--json", "--out", work.resolve("json"));
        JsonNode document = new ObjectMapper().readTree(json.out());
        assertEquals("posture/summary/v1", document.get("schema").asText());
        assertEquals(166, document.at("/counts/items").asInt());
    }

    @Test
    void whyPrintsTheTreeDownToRowsAndWhatWouldChangeIt() {
        Terminal why =
                Terminal.run("why", "nevirapine 10mg/ml, oral suspension, Bottle, 240", "--run", work.resolve("run"));
        assertEquals(0, why.exitCode(), why::all);
        assertTrue(why.out().contains("Nevirapine 10mg/ml, oral suspension, Bottle, 240 ml: JIC"), why::out);
        assertTrue(why.out().contains("\nBecause, step by step:"), why::out);
        assertTrue(why.out().replaceAll("\\s+", " ").contains("<- demand.quantity, SCMS_Delivery_History"), why::out);
        assertTrue(why.out().contains("** ASSUMED: "), why::out);
        assertTrue(why.out().contains("\nMissing:"), why::out);
        assertTrue(why.out().contains("\nWould change if:\n  - "), why::out);
        assertTrue(why.out().contains("\nSafety stock by:\n  "), why::out);
        assertTrue(why.out().lines().allMatch(line -> line.length() <= 100));
    }

    @Test
    void whyAsJsonIsTheLineOfTheRun() throws IOException {
        Terminal why = Terminal.run(
                "why", "nevirapine 10mg/ml, oral suspension, Bottle, 240", "--json", "--run", work.resolve("run"));
        JsonNode document = new ObjectMapper().readTree(why.out());
        assertEquals("posture/explanation/v1", document.get("schema").asText());
        assertTrue(Files.readAllLines(work.resolve("run/explanations.jsonl"))
                .contains(why.out().strip()));
    }

    @Test
    void whyOfSeveralItemsListsThem() {
        Terminal why = Terminal.run("why", "Quinine", "--run", work.resolve("run"));
        assertEquals(2, why.exitCode());
        assertTrue(why.err().contains("3 items have 'Quinine' in their key. Maybe one of:"), why::err);
        assertEquals("", why.out());
    }

    @Test
    void whyOfAMisspeltItemSuggests() {
        Terminal why = Terminal.run("why", "Nevirapin 200mg, tablet, 60 Tabs", "--run", work.resolve("run"));
        assertEquals(2, why.exitCode());
        assertTrue(why.err().contains("Nevirapine 200mg, tablets, 60 Tabs"), why::err);
    }

    @Test
    void untouchedRunIsVerifiedAndAnEditedFileIsNamed() throws IOException {
        Terminal sound = Terminal.run("verify", work.resolve("run"));
        assertEquals(0, sound.exitCode(), sound::all);
        assertTrue(sound.out().startsWith("verified: 15 files"), sound::out);

        Path edited = work.resolve("edited");
        Terminal.run("demo", "--quiet", "--out", edited);
        Path register = edited.resolve("register.csv");
        Files.writeString(register, Files.readString(register).replaceFirst("JIC", "JIT"));
        Terminal broken = Terminal.run("verify", edited);
        assertEquals(1, broken.exitCode());
        assertEquals("register.csv was changed after the run: its hash differs\n", broken.out());
        JsonNode document = new ObjectMapper()
                .readTree(Terminal.run("verify", "--json", edited).out());
        assertFalse(document.get("sound").asBoolean());
        assertEquals(1, document.get("problems").size());
    }
}
