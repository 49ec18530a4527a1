package io.posture.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of strategic stock as a planner runs it. */
class StrategicStockAcceptanceTest {

    private static final Path EXAMPLE = Path.of("../examples/strategic-stock");

    @TempDir
    private Path work;

    @Test
    void safetyStockAndStrategicStockAreTwoNumbersWithTwoReasons() throws IOException {
        assess("posture.yaml");
        Map<String, String> seal = register("pump-seal");
        assertEquals("STRATEGIC_STOCKPILE_DIVERSIFY", seal.get("recommended_policy"));
        assertFalse(seal.get("safety_stock_qty").equals(seal.get("strategic_stock_qty")));
        assertEquals("HELD", seal.get("strategic_state"));
        // a vital item with more than pays: what is held today stays, and the money is that of what stays
        assertEquals("600", seal.get("strategic_stock_qty"));
        assertEquals("OVER_INSURED", seal.get("insurance_verdict"));
        assertEquals(6000, Double.parseDouble(seal.get("strategic_carrying_cost_yr")), 1e-6);
        double lean = Double.parseDouble(seal.get("expected_loss_lean_yr"));
        double avoided = lean - Double.parseDouble(seal.get("expected_loss_buffered_yr"));
        assertEquals(6000 / avoided, Double.parseDouble(seal.get("insurance_ratio")), 1e-9);
        assertEquals(avoided - 6000, Double.parseDouble(seal.get("net_benefit_yr")), 1e-6);
        Terminal why = Terminal.run("why", "pump-seal", "--run", out());
        assertEquals(0, why.exitCode(), why::all);
        assertTrue(why.out().contains("Strategic stock, apart from the safety stock:"), why::out);
        assertTrue(why.out().contains("Safety stock by:"), why::out);
        assertTrue(why.out().contains("A second source is cheaper up to a premium of"), why::out);
        assertTrue(why.out().contains("Would be "), why::out);
    }

    @Test
    void daysToSurviveAndToRecoverStandBesideEachOther() throws IOException {
        assess("posture.yaml");
        // (1,450 on hand + 400 on the way) / demand a day; 84 days to recover
        Map<String, String> seal = register("pump-seal");
        double perDay = Double.parseDouble(seal.get("mean_daily_demand"));
        assertEquals(1850 / perDay, Double.parseDouble(seal.get("tts_days")), 1e-9);
        assertEquals(84, Double.parseDouble(seal.get("ttr_days")), 0);
        assertEquals(0, Double.parseDouble(seal.get("gap_days")), 1e-9);
        Map<String, String> casting = register("casting");
        assertEquals(
                Double.parseDouble(casting.get("ttr_days")) - Double.parseDouble(casting.get("tts_days")),
                Double.parseDouble(casting.get("gap_days")),
                1e-9);
    }

    @Test
    void withoutACostThereIsAQuestionAndNoZero() throws IOException {
        assess("posture.yaml");
        Map<String, String> casting = register("casting");
        assertEquals("", casting.get("strategic_stock_qty"));
        assertEquals("UNSIZED", casting.get("strategic_state"));
        assertEquals("", casting.get("expected_loss_lean_yr"));
        assertTrue(Double.parseDouble(casting.get("break_even_shortage_cost")) > 0);
    }

    @Test
    void withoutAPlanAStockpileIsRefusedAndSaysWhatIsMissing() throws IOException {
        assess("posture-no-plan.yaml");
        Map<String, String> seal = register("controller");
        assertEquals("", seal.get("strategic_stock_qty"));
        assertEquals("REFUSED", seal.get("strategic_state"));
        assertEquals("no size: plan: scenario, release, rotation, owner, expires", seal.get("strategic_reason"));
    }

    @Test
    void anOverrideLeavesEveryOtherQuantityAlone() throws IOException {
        assess("posture.yaml");
        Map<String, String> controller = register("controller");
        Map<String, String> seal = register("pump-seal");
        override("controller", "order_qty=40");
        // a fact that is so already
        override("pump-seal", "crit_production=1");
        Map<String, String> changed = register("controller");
        Set<String> said = Set.of("order_qty", "reason_code", "reason_text", "override_id", "explanation_id");
        controller.forEach((column, value) -> {
            if (!said.contains(column)) {
                assertEquals(value, changed.get(column), column);
            }
        });
        assertEquals("40", changed.get("order_qty"));
        Map<String, String> same = register("pump-seal");
        seal.forEach((column, value) -> {
            if (!said.contains(column)) {
                assertEquals(value, same.get(column), column);
            }
        });
    }

    @Test
    void aStrategicStockCanBeSetByHand() throws IOException {
        assess("posture.yaml");
        double carrying = Double.parseDouble(register("pump-seal").get("strategic_carrying_cost_yr"));
        String safety = register("pump-seal").get("safety_stock_qty");
        override("pump-seal", "strategic_stock=300");
        Map<String, String> seal = register("pump-seal");
        assertEquals("300", seal.get("strategic_stock_qty"));
        assertEquals(safety, seal.get("safety_stock_qty"));
        // half of the 600 pieces, and nobody has computed what they leave open
        assertEquals(carrying / 2, Double.parseDouble(seal.get("strategic_carrying_cost_yr")), 1e-9);
        assertEquals("", seal.get("expected_loss_buffered_yr"));
        Terminal why = Terminal.run("why", "pump-seal", "--run", out());
        assertTrue(why.out().contains("strategic_stock 300 set by hand"), why::out);
    }

    private void override(String item, String assignment) {
        Terminal set = Terminal.run(
                "override",
                item,
                assignment,
                "--reason",
                "CONTRACT",
                "--rationale",
                "SLA",
                "--by",
                "planning",
                "--expires",
                "2026-12-31",
                "--run",
                out());
        assertEquals(0, set.exitCode(), set::all);
        Terminal again = Terminal.run("assess", "--out", out());
        assertEquals(0, again.exitCode(), again::all);
    }

    @Test
    void alternativesArePricedInTheExplanation() throws IOException {
        assess("posture.yaml");
        Terminal json = Terminal.run("why", "controller", "--run", out(), "--json");
        assertTrue(json.out().contains("\"kind\":\"SECOND_SOURCE\""), json::out);
        assertTrue(json.out().contains("\"supplier\":\"V5\""), json::out);
        assertFalse(register("controller").get("best_alternative").isEmpty());
    }

    @Test
    void sparesAreOwnedByTheNumberThatTheirFailuresAskFor() throws IOException {
        assess("posture.yaml");
        // mro.spareStock-01: 2 failures, 5,000 each, about 90 days, 230 an hour of standing still is 2 million a year
        Map<String, String> rotor = register("rotor");
        assertEquals("INSURANCE_SPARE", rotor.get("recommended_policy"));
        assertEquals("4", rotor.get("safety_stock_qty"));
        assertEquals("3", rotor.get("reorder_point"));
        assertEquals("0", rotor.get("strategic_stock_qty"));
    }

    @Test
    void theSameDataDecidedByCostNeedAPriceForEveryItem() throws IOException {
        assess("posture-economic.yaml");
        assertEquals("", register("casting").get("posture"));
        assertTrue(register("casting").get("missing_facts").contains("shortageCost"));
        assertFalse(register("controller").get("posture").isEmpty());
    }

    @Test
    void theSummaryCountsStrategicStockApart() throws IOException {
        assess("posture.yaml");
        String summary = Files.readString(work.resolve("out/summary.txt"));
        assertTrue(summary.contains("STRATEGIC STOCK, apart from safety stock"), summary);
        assertTrue(summary.contains("survive fewer days than the source needs to recover"), summary);
    }

    private void assess(String policy) {
        Terminal run = Terminal.run("assess", EXAMPLE, "--policy", EXAMPLE.resolve(policy), "--out", out());
        assertEquals(0, run.exitCode(), run::all);
    }

    private Path out() {
        return work.resolve("out");
    }

    private Map<String, String> register(String item) throws IOException {
        List<String> lines = Files.readAllLines(work.resolve("out/register.csv"));
        String[] header = lines.get(0).split(",", -1);
        String[] cells = lines.stream()
                .filter(line -> line.startsWith(item + ","))
                .map(StrategicStockAcceptanceTest::cells)
                .findFirst()
                .orElseThrow();
        return IntStream.range(0, header.length).boxed().collect(Collectors.toMap(i -> header[i], i -> cells[i]));
    }

    /** Cells of a line, commas within quotes left alone. */
    private static String[] cells(String line) {
        return Arrays.stream(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
                .map(cell -> cell.startsWith("\"") ? cell.substring(1, cell.length() - 1) : cell)
                .toArray(String[]::new);
    }
}
