package io.posture.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of strategic stock with items of which a regulation asks for a minimum, as a planner runs it. */
class RegulatoryMinimumTest {

    private static final Path EXAMPLE = Path.of("../examples/strategic-stock");

    @TempDir
    private Path work;

    @BeforeEach
    void copyExample() throws IOException {
        Path data = Files.createDirectory(work.resolve("data"));
        try (var files = Files.list(EXAMPLE)) {
            for (Path file : files.toList()) {
                Files.copy(file, data.resolve(file.getFileName()));
            }
        }
        Files.writeString(data.resolve("item_locations.csv"), """
                item_id,location_id,current_safety_stock,current_strategic_stock,regulatory_min_qty
                pump-seal,1000,500,600,100
                controller,1000,80,0,30
                casting,1000,200,,50
                bracket,1000,60,95,100
                screw,1000,,500,100
                label,1000,,,0
                """);
        Terminal run = Terminal.run("assess", data, "--policy", data.resolve("posture.yaml"), "--out", out());
        assertEquals(0, run.exitCode(), run::all);
    }

    @Test
    void theRegisterHoldsItUnderEveryPolicy() throws IOException {
        // a vital item that holds more keeps all of it
        assertStrategic("pump-seal", "600", "HOLD");
        // 22 would be best
        assertStrategic("controller", "30", "RAISE");
        assertEquals("30", register("controller").get("regulatory_min_qty"));
        assertEquals(
                "a regulatory minimum: only a person cuts it",
                register("controller").get("strategic_reason"));
        // 30 pieces of 200 at 25 % a year
        assertEquals(1500, Double.parseDouble(register("controller").get("strategic_carrying_cost_yr")), 1e-9);
        // no size, because nobody says what a piece short costs
        assertStrategic("casting", "50", "");
        // 5 of 100 are within the deadband of 10 %, and a regulation knows none
        assertStrategic("bracket", "100", "RAISE");
        assertEquals("5", register("bracket").get("strategic_delta_qty"));
        // an item without any risk; what is held beyond the minimum may go
        assertStrategic("screw", "100", "REDUCE");
        assertEquals("HELD", register("screw").get("strategic_state"));
        assertTrue(register("screw").get("warnings").contains("REGULATORY_MINIMUM_HELD"));
        assertEquals("0", register("label").get("strategic_stock_qty"));
        assertEquals("", register("label").get("regulatory_min_qty"));
    }

    @Test
    void theReasonPageSaysWhyItIsHeld() {
        String screw = why("screw");
        assertTrue(
                screw.contains(
                        "100 pieces, because a regulation asks for 100: only a person cuts them. It would be 0: the policy"),
                screw);
        String controller = why("controller");
        assertTrue(
                controller.contains(
                        "30 pieces, because a regulation asks for 30: only a person cuts them. Best would be 21."),
                controller);
        String casting = why("casting");
        assertTrue(casting.contains("What would be best has no size: what a piece short costs is not known."), casting);
        assertTrue(casting.contains("The question: does a piece short cost more than"), casting);
        assertFalse(why("pump-seal").contains("regulation asks"));
    }

    @Test
    void theSummaryStillAsksForWhatIsMissing() throws IOException {
        String summary = Files.readString(work.resolve("out/summary.txt"));
        // controller, casting, bracket and screw by regulation, pump-seal and resin as without one
        assertTrue(summary.contains("6 items hold it"), summary);
        // casting
        assertTrue(summary.contains("1 item should hold it and has no size"), summary);
        // pump-seal alone: 600 held, 109.5 best, 40 each
        assertTrue(summary.contains("1 item holds more today than pays, worth 19,620"), summary);
    }

    @Test
    void moneyIsNotSharedOutNorReleasedBelowIt() throws IOException {
        List<String> funding = Files.readAllLines(work.resolve("out/funding.csv"));
        assertTrue(
                funding.stream().anyMatch(line -> line.contains(",RELEASE,STRATEGIC,screw,DEFAULT,500,100,0.05,20")),
                funding::toString);
        assertTrue(
                funding.stream().anyMatch(line -> line.contains(",RAISE,STRATEGIC,bracket,DEFAULT,95,100,12,-60")),
                funding::toString);
        String over = Files.readString(work.resolve("out/over-insured.csv"));
        assertFalse(over.contains("STRATEGIC,bracket") || over.contains(",bracket,DEFAULT,STRATEGIC"), over);
        // 30 controllers of 200
        Terminal least = Terminal.run("optimize", "--run", out(), "--budget", "5000", "--json");
        assertEquals(0, least.exitCode(), least::all);
        JsonNode plan = new ObjectMapper().readTree(least.out()).path("budget");
        assertEquals("BELOW_COMMITTED", plan.path("state").asText(), least::out);
    }

    @Test
    void keyFiguresJudgeByIt() throws IOException {
        JsonNode figures = new ObjectMapper()
                .readTree(work.resolve("out/kpi.json").toFile())
                .path("figures");
        // 30 controllers of 200 and 5 brackets of 12
        assertEquals(6060, figure(figures, "strategic_under_insured"), 1e-9);
        // 600 pump seals where 110 would be best, of 40, and 400 screws of 0.05
        assertEquals(19_620, figure(figures, "strategic_over_insured"), 1e-9);
    }

    private static double figure(JsonNode figures, String name) {
        for (JsonNode figure : figures) {
            if (figure.path("name").asText().equals(name)) {
                return figure.path("value").asDouble();
            }
        }
        throw new AssertionError(name + " is not in " + figures);
    }

    private void assertStrategic(String item, String pieces, String action) throws IOException {
        assertEquals(pieces, register(item).get("strategic_stock_qty"), item);
        assertEquals(action, register(item).get("strategic_action"), item);
    }

    private String why(String item) {
        Terminal why = Terminal.run("why", item, "--run", out());
        assertEquals(0, why.exitCode(), why::all);
        return why.out().replaceAll("\\s+", " ");
    }

    private Map<String, String> register(String item) throws IOException {
        return CsvCells.row(work.resolve("out/register.csv"), item);
    }

    private Path out() {
        return work.resolve("out");
    }
}
