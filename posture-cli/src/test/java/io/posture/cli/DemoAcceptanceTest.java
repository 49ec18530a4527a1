package io.posture.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundled purchase orders of a real supply chain, end to end. Counts are those of the data's own README. */
class DemoAcceptanceTest {

    private static final String ITEM = "Nevirapine 10mg/ml, oral suspension, Bottle, 240 ml";

    @TempDir
    private static Path folder;

    private static Terminal demo;

    @BeforeAll
    static void runDemo() {
        demo = Terminal.run("demo", "--out", folder.resolve("run"));
    }

    @Test
    void everyItemIsDecidedOrSaysWhatIsMissing() throws IOException {
        assertEquals(0, demo.exitCode(), demo.err());
        assertTrue(demo.out().contains("166 items"), demo.out());
        JsonNode counts = manifest().get("counts");
        assertEquals(166, counts.get("items").asInt());
        assertEquals(0, counts.get("failed").asInt());
        assertTrue(counts.get("decided").asInt() > 80, counts::toString);
        assertEquals(166, lines("explanations.jsonl").size());
    }

    @Test
    void everyRowIsAccountedFor() throws IOException {
        long tables = 0;
        for (JsonNode input : manifest().get("inputs")) {
            for (JsonNode table : input.get("tables")) {
                long filtered = 0;
                for (JsonNode count : table.get("filtered")) {
                    filtered += count.asLong();
                }
                assertEquals(
                        table.get("read").asLong(),
                        table.get("used").asLong()
                                + filtered
                                + table.get("rejected").asLong()
                                + table.get("merged").asLong(),
                        table::toString);
                tables++;
            }
        }
        assertTrue(tables >= 6, "tables " + tables);
        JsonNode receipts = table("receipts");
        assertEquals(6726, receipts.get("read").asLong());
        assertEquals(3466, receipts.get("filtered").get("from-rdc").asLong());
        assertEquals(276, receipts.get("filtered").get("no-order-date").asLong());
        assertEquals(receipts.get("rejected").asLong(), lines("rejects.csv").size() - 1);
    }

    @Test
    void severalVendorsBehindOnePlantAreReportedAsConcentrated() {
        assertTrue(demo.out().contains("CONCENTRATED_SITE"), demo.out());
        assertTrue(demo.out().contains("Aurobindo Unit III, India"), demo.out());
        assertTrue(demo.out().contains("one plant behind them all"), demo.out());
    }

    @Test
    void nothingIsLeanWithoutEvidence() throws IOException {
        // no item of the file is at LOW risk, and every lead time is above the 14 days of a lean line
        for (String row : lines("register.csv")) {
            assertTrue(!row.contains(",DEFAULT,JIT,"), row);
        }
    }

    @Test
    void reasonTreeGoesDownToRowsAndMarksAssumptions() {
        Terminal why = Terminal.run("why", ITEM, "--run", folder.resolve("run"));
        assertEquals(0, why.exitCode(), why.err());
        assertTrue(why.out().contains("SCMS_Delivery_History_public.csv.gz rows"), why.out());
        assertTrue(why.out().contains("ASSUMED"), why.out());
        assertTrue(why.out().contains("supply.leadTimeShrink.1"), why.out());
        assertTrue(why.out().contains("Would change if"), why.out());
    }

    @Test
    void numberOfThreadsChangesNoByte() throws IOException {
        Path four = folder.resolve("four");
        assertEquals(0, Terminal.run("demo", "--out", four, "--threads", "4").exitCode());
        for (String file : List.of("register.csv", "explanations.jsonl", "rejects.csv", "summary.txt")) {
            assertArrayEquals(
                    Files.readAllBytes(folder.resolve("run").resolve(file)),
                    Files.readAllBytes(four.resolve(file)),
                    file);
        }
    }

    @Test
    void changedFileFailsVerification() throws IOException {
        Path changed = folder.resolve("changed");
        assertEquals(0, Terminal.run("demo", "--out", changed).exitCode());
        assertEquals(0, Terminal.run("verify", changed).exitCode());
        Path register = changed.resolve("register.csv");
        Files.writeString(register, Files.readString(register).replaceFirst("JIC", "JIT"));
        Terminal verify = Terminal.run("verify", changed);
        assertEquals(1, verify.exitCode());
        assertTrue((verify.out() + verify.err()).contains("register.csv"), verify.out() + verify.err());
    }

    @Test
    void policyChangesTheRunAndItsName() throws IOException {
        Path policy = Files.writeString(
                folder.resolve("posture.yaml"), "posture: v1\nsteps:\n  risk: {high: 90, medium: 80}\n");
        Path other = folder.resolve("other");
        assertEquals(0, Terminal.run("demo", "--out", other, "--policy", policy).exitCode());
        JsonNode manifest =
                new ObjectMapper().readTree(other.resolve("manifest.json").toFile());
        assertNotEquals(manifest().get("run_id"), manifest.get("run_id"));
        assertTrue(Files.readString(other.resolve("register.csv")).contains("ROP_WITH_SAFETY_STOCK"));
    }

    private static JsonNode table(String name) throws IOException {
        for (JsonNode input : manifest().get("inputs")) {
            for (JsonNode table : input.get("tables")) {
                if (table.get("table").asText().equals(name)) {
                    return table;
                }
            }
        }
        throw new AssertionError("no table " + name);
    }

    private static JsonNode manifest() throws IOException {
        return new ObjectMapper().readTree(folder.resolve("run/manifest.json").toFile());
    }

    private static List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve("run").resolve(file));
    }
}
