package io.posture.io.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryTest {

    @TempDir
    private Path work;

    @Test
    void posturesAreCountedWithTheirValues() {
        Summary summary = run();
        assertEquals(new RunCounts(42, 40, 1, 1), summary.counts());
        Summary.Group hybrid = group(summary, "HYBRID");
        assertEquals(40, hybrid.items());
        assertEquals(40 * 250.5, hybrid.annualValue(), 1e-9);
        // 5 pieces of safety stock and half a lot of 4, at 1, 2, ... 40
        assertEquals(7 * 40 * 41 / 2.0, hybrid.stockValue(), 1e-9);
        assertEquals(1, group(summary, "UNDECIDED").items());
        assertEquals(1, group(summary, "FAILED").items());
        assertEquals(0, group(summary, "JIT").items());
    }

    @Test
    void topTenAreTheHighestRisksInOrder() {
        Summary summary = run();
        assertEquals(
                IntStream.rangeClosed(31, 40).map(i -> 71 - i).boxed().toList(),
                summary.topRisks().stream().map(top -> (int) top.risk()).toList());
    }

    @Test
    void itemsOfEqualRiskAreListedByKey() {
        Summary summary = new SmallRun().item("b", 1).item("a", 1).item("c", 2).into(work.resolve("out"));
        assertEquals(
                "[c, a, b]",
                summary.topRisks().stream()
                        .map(top -> top.item().sku())
                        .toList()
                        .toString());
    }

    @Test
    void pageIsAtMostAHundredColumnsWideWhateverTheNames() {
        Summary summary = new SmallRun()
                .item("x".repeat(150), 1)
                .item("many words ".repeat(30).strip(), 2)
                .into(work.resolve("out"));
        assertTrue(summary.text().lines().allMatch(line -> line.length() <= 100), summary::text);
    }

    @Test
    void pageTellsWhatBecameOfTheRows() {
        String page = run().text();
        assertTrue(page.contains("filtered by old: 2"), page);
        assertTrue(page.contains("REJECTS: 1 row set aside"), page);
        assertTrue(page.contains("1 E-NUM-003: the text is not a number."), page);
        assertTrue(page.contains("1 item without unitCost, leadTime"), page);
        assertTrue(page.contains("1 item in step always"), page);
        assertFalse(page.contains("\r"));
    }

    @Test
    void pageNamesTheAnswersToGetFirstAndWhereTheLossesAre() {
        String page = new SmallRun()
                .item("lean one", 1)
                .item("lean two", 1)
                .item("other", 1)
                .into(work.resolve("out"))
                .text()
                .replaceAll("\\s+", " ");
        assertTrue(page.contains("ANSWERS TO GET FIRST: 2 items would run lean if they were known"), page);
        assertTrue(page.contains("criticality: 2 items, would free 2,400"), page);
        // two of equal loss: one carries 50 %, both are needed for 80 %
        assertTrue(page.contains("2 items (100.0 % of those with a known loss) carry 80 % of a loss of 600"), page);
        assertTrue(page.contains("the loss of 1 item is not known"), page);
        assertTrue(page.contains("Lean run (JIT, or a routine reorder point at LOW risk): 0 items"), page);
    }

    @Test
    void pageSaysSoWhenNothingCanBeRanked() {
        String page = new SmallRun().into(work.resolve("out")).text();
        assertTrue(page.contains("TOP ITEMS BY RISK: none"), page);
    }

    @Test
    void escapesInNamesDoNotReachThePage() {
        String page = new SmallRun()
                .item("\u001b[31mred", 1)
                .into(work.resolve("out"))
                .text();
        assertFalse(page.contains("\u001b"));
        assertTrue(page.contains("1. red"), page);
    }

    @Test
    void documentForProgramsSaysTheSame() throws JsonProcessingException {
        JsonNode document = new ObjectMapper().readTree(run().json());
        assertEquals("posture/summary/v1", document.get("schema").asText());
        assertEquals(42, document.at("/counts/items").asInt());
        assertEquals("FAILED", document.at("/postures/3/name").asText());
        assertEquals(10, document.get("top_risks").size());
        assertEquals(0, document.get("lean_evidence").size());
        assertEquals(0, document.at("/lean_run/0/items").asInt());
        assertEquals(0, document.at("/history/level_shifts").asInt());
        assertEquals(42, document.at("/losses/unknown").asInt());
        assertEquals(1, document.at("/rejects/E-NUM-003").asInt());
        assertEquals(2, document.at("/inputs/0/tables/0/filtered/old").asInt());
    }

    private Summary run() {
        SmallRun run = new SmallRun();
        IntStream.rangeClosed(1, 40).forEach(i -> run.item("item" + i, i));
        return run.item("boom", 0.5).item("lost", 0.5).into(work.resolve("out"));
    }

    private static Summary.Group group(Summary summary, String name) {
        return summary.postures().stream()
                .filter(group -> group.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
