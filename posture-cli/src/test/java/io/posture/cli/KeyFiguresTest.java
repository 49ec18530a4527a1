package io.posture.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Key figures of runs, against counts made by hand and the published vectors of kpi.fill and kpi.perfectOrder. */
class KeyFiguresTest {

    private static final double EXACT = 1e-9;

    @TempDir
    private Path work;

    private Path data = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void prepare() {
        data = SmallData.in(work.resolve("data"));
        out = work.resolve("out");
    }

    @Test
    void fillRatesAreThoseOfThePublishedVector() throws IOException {
        SmallData.write(data.resolve("order_lines.csv"), """
                order_id,line,item_id,requested_date,delivered_date,ordered_qty,delivered_qty
                o1,1,bolt,2026-03-02,2026-03-02,10,10
                o1,2,nut,2026-03-02,2026-03-01,5,3
                o1,2,nut,2026-03-02,2026-03-09,5,2
                o2,1,bolt,2026-03-02,2026-02-28,8,8
                o3,1,bolt,2026-03-02,2026-03-02,4,4
                o3,2,washer,2026-03-02,2026-03-02,1,1
                o4,1,washer,2027-03-02,,1,
                """);
        assess();
        figure("unit_fill", 26.0 / 28, 26, 28);
        figure("line_fill", 0.8, 4, 5);
        figure("order_fill", 2.0 / 3, 2, 3);
        assertEquals("measured", row("line_fill").path("status").asText());
        assertEquals("not_available", row("perfect_order").path("status").asText());
        assertTrue(
                row("perfect_order").path("note").asText().contains("order_lines.damaged"), "the note names columns");
    }

    @Test
    void perfectOrdersAreCountedTogether() throws IOException {
        SmallData.write(data.resolve("order_lines.csv"), """
                order_id,item_id,requested_date,delivered_date,ordered_qty,delivered_qty,damaged,docs_ok
                o1,bolt,2026-03-02,2026-03-02,10,10,no,yes
                o2,bolt,2026-03-02,2026-03-05,10,10,no,yes
                o3,bolt,2026-03-02,2026-03-05,10,8,no,yes
                o4,bolt,2026-03-02,2026-03-02,10,10,no,no
                """);
        assess();
        figure("perfect_order", 0.25, 1, 4);
        assertEquals(0.28125, row("perfect_order_if_independent").path("value").asDouble(), EXACT);
    }

    @Test
    void whatWasNeverDeliveredCountsAsMissedAndWhatIsUnknownAsUnknown() throws IOException {
        SmallData.write(data.resolve("order_lines.csv"), """
                order_id,item_id,requested_date,delivered_date,ordered_qty,delivered_qty
                o1,bolt,2026-03-02,,10,
                o2,bolt,2026-03-02,2026-03-01,10,
                o3,bolt,,2026-03-01,10,10
                """);
        assess();
        figure("line_fill", 0, 0, 1);
        assertEquals(1.0 / 3, row("line_fill").path("coverage").asDouble(), EXACT);
    }

    @Test
    void financialFiguresAreThoseOfAnItemCountedByHand() throws IOException {
        // 52 weeks up to the last day lie in the year; the stock of nut and washer is unknown
        SmallData.write(data.resolve("stock.csv"), "item_id,as_of,quantity\nbolt,2026-10-05,100\n");
        assess();
        double stock = 100 * 4;
        double issues = 0;
        for (int week = 0; week < 40; week++) {
            issues += 10 + week % 3;
        }
        figure("turns", issues * 4 / stock, issues * 4, stock);
        figure("dio", 365 * stock / (issues * 4), stock, issues * 4);
        assertEquals("estimated", row("turns").path("status").asText());
        assertEquals(1.0 / 3, row("turns").path("coverage").asDouble(), EXACT);
        assertEquals("not_available", row("gmroi").path("status").asText());
    }

    @Test
    void supplierServiceIsCountedOverLinesDue() throws IOException {
        // orders take 9 or 10 days and are promised in 10: all 18 lines are on time
        assess();
        figure("supplier_otif", 1, 18, 18);
        assertEquals(0.9, row("supplier_otif").path("target").asDouble(), EXACT);
    }

    @Test
    void targetsComeFromThePolicyAndTrendsFromTheRunOfAnEarlierDay() throws IOException {
        Path policy = SmallData.write(
                work.resolve("posture.yaml"), "posture: v1\nreview: {targets: {supplier_otif: 0.97, turns: 8}}\n");
        SmallData.write(data.resolve("stock.csv"), "item_id,as_of,quantity\nbolt,2026-06-01,100\n");
        Terminal.run("assess", data, "--out", out, "--policy", policy, "--as-of", "2026-07-06");
        double before = row("turns").path("value").asDouble();
        Terminal.run("assess", data, "--out", out, "--policy", policy, "--as-of", "2026-09-07");
        assertEquals(before, row("turns").path("previous").asDouble(), 0);
        assertEquals("UP", row("turns").path("trend").asText());
        assertEquals(8, row("turns").path("target").asDouble(), 0);
        assertEquals(0.97, row("supplier_otif").path("target").asDouble(), 0);
    }

    @Test
    void withoutAnyDataNothingIsZero() throws IOException {
        assess();
        for (String name :
                new String[] {"unit_fill", "perfect_order", "turns", "dio", "gmroi", "mttr_closed", "cvar_95"}) {
            JsonNode row = row(name);
            assertTrue(row.path("value").isNull(), row::toString);
            assertEquals("not_available", row.path("status").asText());
            assertTrue(!row.path("note").asText().isEmpty(), row::toString);
        }
    }

    @Test
    void summaryShowsThem() {
        Terminal terminal = Terminal.run("assess", data, "--out", out);
        assertTrue(terminal.out().contains("KEY FIGURES (kpi.json)"), terminal::out);
        assertTrue(terminal.out().contains("supplier_otif 100.0 %"), terminal::out);
        assertTrue(terminal.out().contains("not available: turns"), terminal::out);
    }

    @Test
    void orderLinesThatCannotBeUsedAreSetAside() throws IOException {
        SmallData.write(data.resolve("order_lines.csv"), """
                order_id,item_id,requested_date,delivered_date,ordered_qty,delivered_qty,damaged
                o1,bolt,2026-03-02,2026-03-02,10,10,no
                o2,blot,2026-03-02,2026-03-02,10,10,no
                ,bolt,2026-03-02,2026-03-02,10,10,no
                o4,bolt,2026-03-02,2026-03-02,-3,10,no
                o5,bolt,2026-03-02,2026-03-02,10,10,maybe
                o6,bolt,soon,2026-03-02,10,10,no
                """);
        Path policy = SmallData.write(work.resolve("posture.yaml"), "posture: v1\nmax_reject_rate: 1\n");
        Terminal terminal = Terminal.run("assess", data, "--out", out, "--policy", policy);
        assertEquals(0, terminal.exitCode(), terminal::all);
        figure("line_fill", 1, 1, 1);
        Terminal strict = Terminal.run("assess", data, "--out", work.resolve("strict"));
        assertEquals(3, strict.exitCode(), strict::all);
    }

    private void assess() {
        Terminal terminal = Terminal.run("assess", data, "--out", out);
        assertEquals(0, terminal.exitCode(), terminal::all);
    }

    private void figure(String name, double value, double numerator, double denominator) throws IOException {
        JsonNode row = row(name);
        assertEquals(value, row.path("value").asDouble(Double.NaN), EXACT, row::toString);
        assertEquals(numerator, row.path("numerator").asDouble(Double.NaN), EXACT, row::toString);
        assertEquals(denominator, row.path("denominator").asDouble(Double.NaN), EXACT, row::toString);
    }

    private JsonNode row(String name) throws IOException {
        JsonNode document = new ObjectMapper().readTree(out.resolve("kpi.json").toFile());
        return StreamSupport.stream(document.path("figures").spliterator(), false)
                .filter(row -> row.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
