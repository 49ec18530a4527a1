package io.posture.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    void anExpiredPlanIsRefusedAndTheReviewCallsForIt() throws IOException {
        Path policy = work.resolve("expired.yaml");
        Files.writeString(
                policy, Files.readString(EXAMPLE.resolve("posture.yaml")).replace("P180D", "2020-01-01"));
        Terminal run = Terminal.run("assess", EXAMPLE, "--policy", policy, "--out", out());
        assertEquals(0, run.exitCode(), run::all);
        assertEquals("REFUSED", register("controller").get("strategic_state"));
        assertEquals(
                "no size: plan: expires (2020-01-01 is over)",
                register("controller").get("strategic_reason"));
        Terminal review = Terminal.run("review", "--run", out(), "--due", "--top", "9");
        assertTrue(review.out().contains("STOCKPILE_PLAN_EXPIRED (3)"), review::out);
        assertTrue(review.out().contains("ended on 2020-01-01"), review::out);
    }

    @Test
    void strategicStockHasAMoveOfItsOwn() throws IOException {
        assess("posture.yaml");
        // nothing held today, 22 wanted
        assertEquals("22", register("controller").get("strategic_delta_qty"));
        assertEquals("RAISE", register("controller").get("strategic_action"));
        assertEquals("HOLD", register("pump-seal").get("strategic_action"));
        // what is held is not known
        assertEquals("", register("resin").get("strategic_action"));
        // 200 are held and 197 calculated: within 10 %
        assertEquals("HOLD", register("casting").get("action"));
        assertEquals("0", register("casting").get("delta_qty"));
        assertEquals("197", register("casting").get("safety_stock_qty"));
    }

    @Test
    void aVitalStockpileIsKeptByTheEconomicStrategyToo() throws IOException {
        assess("posture-economic.yaml");
        Map<String, String> seal = register("pump-seal");
        assertEquals("SAFETY_STOCK", seal.get("recommended_policy"));
        assertEquals("600", seal.get("strategic_stock_qty"));
        assertTrue(seal.get("warnings").contains("STOCKPILE_CUT_BY_A_PERSON"), seal::toString);
        Terminal why = Terminal.run("why", "pump-seal", "--run", out());
        assertTrue(why.out().contains("It would\n      be 0: the policy SAFETY_STOCK holds none"), why::out);
    }

    @Test
    void sourcesThatNothingIsSizedForAreNamed() throws IOException {
        assess("posture.yaml");
        Terminal why = Terminal.run("why", "bracket", "--run", out());
        assertTrue(why.out().contains("Sized against V4 only: V6 fails too, and nothing is sized for that"), why::out);
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

    @Test
    void theBudgetSeesTheStockpilesAndWhatThreatensThem() throws IOException {
        assess("posture.yaml");
        Map<String, JsonNode> economics = new HashMap<>();
        for (String line : Files.readAllLines(work.resolve("out/proposals.jsonl"))) {
            JsonNode proposal = new ObjectMapper().readTree(line);
            economics.put(proposal.path("item_id").asText(), proposal.path("economics"));
        }
        for (String item : List.of("controller", "resin", "pump-seal")) {
            JsonNode of = economics.get(item);
            assertEquals(
                    Double.parseDouble(register(item).get("strategic_stock_qty")),
                    of.at("/strategic_stock/proposed").doubleValue(),
                    item);
            assertTrue(of.at("/exposed/failures/per_year").doubleValue() > 0, of::toString);
            assertTrue(of.at("/exposed/failures/mean_days").doubleValue() > 0, of::toString);
            assertTrue(of.at("/sources/0/failures/per_year").doubleValue() > 0, of::toString);
        }
        // two sources, each as it fails itself
        JsonNode bracket = economics.get("bracket");
        assertEquals(2, bracket.path("sources").size());
        assertTrue(bracket.at("/sources/1/failures/per_year").doubleValue() > 0, bracket::toString);

        String funding = Files.readString(work.resolve("out/funding.csv"));
        assertTrue(
                funding.lines().anyMatch(line -> line.contains(",RAISE,STRATEGIC,controller,DEFAULT,0,22,")),
                () -> funding);
        // as the register judged it: 600 held, 109.5 pay, 40 each
        String over = Files.readString(work.resolve("out/over-insured.csv"));
        String[] seal = over.lines()
                .filter(line -> line.contains(",pump-seal,"))
                .findFirst()
                .orElseThrow()
                .split(",", -1);
        Map<String, String> register = register("pump-seal");
        assertEquals("STRATEGIC", seal[3]);
        assertEquals(register.get("insurance_verdict"), seal[4]);
        assertEquals("600", seal[5]);
        assertEquals((600 - Double.parseDouble(seal[6])) * 40, Double.parseDouble(seal[7]), 0.01);
        assertEquals(Double.parseDouble(register.get("strategic_carrying_cost_yr")), Double.parseDouble(seal[8]), 0.01);
        assertEquals(Double.parseDouble(register.get("insurance_ratio")), Double.parseDouble(seal[10]), 1e-6);
    }

    @Test
    void aBadYearIsSimulatedOverTheItemsOfTheExample() throws IOException {
        assess("posture.yaml");
        Terminal risk = Terminal.run("optimize", "--run", out(), "--budget", "60000", "--risk", "--json");
        assertEquals(0, risk.exitCode(), risk::all);
        JsonNode document = new ObjectMapper().readTree(risk.out());
        assertTrue(document.at("/risk/items").intValue() > 0, risk::out);
        assertTrue(document.at("/risk/outcomes/0/mean").doubleValue() > 0, risk::out);
        assertTrue(document.at("/budget/proposed/disruption_loss_yr").doubleValue() > 0, risk::out);
        // casting should hold one, and nobody says what a piece short costs
        assertEquals(1, document.at("/stockpiles_open/UNSIZED").intValue(), risk::out);
    }

    @Test
    void figuresThatSomebodyChangedAreNotSharedOut() throws IOException {
        assess("posture.yaml");
        Path proposals = work.resolve("out/proposals.jsonl");
        Files.writeString(
                proposals, Files.readString(proposals).replaceFirst("\"unit_cost\":[0-9.]+", "\"unit_cost\":2e300"));
        Terminal refused = Terminal.run("optimize", "--run", out(), "--budget", "60000");
        assertEquals(ExitCode.USAGE, refused.exitCode(), refused::all);
        assertTrue(refused.err().contains("proposals.jsonl was changed after the run"), refused::all);
    }

    private void assess(String policy) {
        Terminal run = Terminal.run("assess", EXAMPLE, "--policy", EXAMPLE.resolve(policy), "--out", out());
        assertEquals(0, run.exitCode(), run::all);
    }

    private Path out() {
        return work.resolve("out");
    }

    private Map<String, String> register(String item) throws IOException {
        return CsvCells.row(work.resolve("out/register.csv"), item);
    }
}
