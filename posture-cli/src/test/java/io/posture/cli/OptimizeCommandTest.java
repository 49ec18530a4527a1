package io.posture.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.posture.io.run.RunEconomics;
import io.posture.io.run.RunFolderRefusedException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Budgets through the command line: the money adds up to the cent, and every question has an answer. */
class OptimizeCommandTest {

    private static final double CENT = 0.005;

    @TempDir
    private static Path work;

    private static Path run = Path.of("");

    @BeforeAll
    static void decide() {
        Path data = SmallData.in(work.resolve("data"));
        SmallData.write(data.resolve("items.csv"), """
                item_id,base_uom,unit_cost,stockout_cost_per_unit,unit_margin
                bolt,C62,4.10,60,
                nut,C62,3.35,,25
                washer,C62,6.05,,-2
                """);
        SmallData.write(data.resolve("item_locations.csv"), """
                item_id,location_id,current_safety_stock
                bolt,1000,400
                nut,1000,1
                washer,1000,2
                """);
        run = assess(data, "run");
    }

    private static Path assess(Path data, String name) {
        SmallData.write(work.resolve("posture.yaml"), "posture: v1\ncurrency: EUR\n");
        Path out = work.resolve(name);
        Terminal terminal = Terminal.run(
                "assess",
                data,
                "--quiet",
                "--policy",
                work.resolve("posture.yaml"),
                "--formats",
                "jsonl,xlsx,parquet",
                "--out",
                out);
        assertEquals(0, terminal.exitCode(), terminal::all);
        return out;
    }

    private static List<NamedCsvRecord> rows(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            return rows.stream().toList();
        }
    }

    private static double number(NamedCsvRecord row, String column) {
        return row.getField(column).isEmpty() ? 0 : Double.parseDouble(row.getField(column));
    }

    private static JsonNode json(Object... words) throws IOException {
        List<Object> all = new ArrayList<>(List.of("optimize", "--json", "--run", run));
        all.addAll(List.of(words));
        Terminal terminal = Terminal.run(all.toArray());
        assertEquals(0, terminal.exitCode(), terminal::all);
        return new ObjectMapper().readTree(terminal.out());
    }

    @Test
    void everyFormatHoldsTheTablesAndTheRunVouchesForThem() {
        for (String table : List.of("funding", "exchange", "over-insured")) {
            for (String format : List.of("csv", "jsonl", "xlsx", "parquet")) {
                assertTrue(Files.exists(run.resolve(table + "." + format)), table + "." + format);
            }
        }
        Terminal verified = Terminal.run("verify", run);
        assertEquals(0, verified.exitCode(), verified::all);
    }

    @Test
    void fundingAddsUpToTheCentAndToTheRegister() throws IOException {
        List<NamedCsvRecord> funding = rows(run.resolve("funding.csv"));
        assertEquals(3, funding.size());
        BigDecimal sum = BigDecimal.ZERO;
        for (NamedCsvRecord line : funding) {
            sum = sum.add(new BigDecimal(line.getField("cash")));
            assertEquals(0, sum.compareTo(new BigDecimal(line.getField("cumulated_net_cash"))), line::toString);
        }
        double register = 0;
        for (NamedCsvRecord row : rows(run.resolve("register.csv"))) {
            register += number(row, "delta_value");
        }
        assertEquals(-register, sum.doubleValue(), 3 * CENT);
        JsonNode summary = new ObjectMapper()
                .readTree(Terminal.run(
                                "assess", work.resolve("data"), "--json", "--quiet", "--out", work.resolve("again"))
                        .out());
        assertEquals(sum.doubleValue(), summary.at("/budget/net_cash").doubleValue(), 1e-9);
    }

    @Test
    void endsAndMarksOfTheCurveAreTheSumsOfTheRegister() throws IOException {
        double proposed = 0;
        double today = 0;
        double committed = 0;
        for (NamedCsvRecord row : rows(run.resolve("register.csv"))) {
            boolean weighed = !row.getField("item_id").equals("washer"); // nobody knows what a piece short costs
            double cost = number(row, "buffer_value") / number(row, "safety_stock_qty");
            proposed += weighed ? number(row, "buffer_value") : 0;
            committed += weighed ? 0 : number(row, "buffer_value");
            today += weighed ? number(row, "current_ss") * cost : 0;
        }
        List<NamedCsvRecord> curve = rows(run.resolve("exchange.csv"));
        assertEquals("CURVE", curve.get(0).getField("point"));
        assertEquals(0, number(curve.get(0), "capital"), 0);
        for (NamedCsvRecord point : curve) {
            assertEquals("LOSS", point.getField("basis"));
            assertEquals(committed, number(point, "committed"), CENT);
            assertEquals("2", point.getField("items"));
            switch (point.getField("point")) {
                case "NOW" -> assertEquals(today, number(point, "capital"), CENT);
                case "PROPOSED" -> assertEquals(proposed, number(point, "capital"), CENT);
                default ->
                    assertEquals(
                            number(point, "expected_loss_yr"),
                            number(point, "routine_loss_yr") + number(point, "disruption_loss_yr"),
                            2 * CENT);
            }
        }
        assertEquals(
                List.of("NOW", "PROPOSED", "ECONOMIC"),
                curve.stream()
                        .map(point -> point.getField("point"))
                        .filter(point -> !point.equals("CURVE"))
                        .toList());
    }

    @Test
    void overInsuredStockIsListedWithWhatItCostsAndAvoids() throws IOException {
        List<NamedCsvRecord> over = rows(run.resolve("over-insured.csv"));
        assertEquals("bolt", over.get(0).getField("item_id"));
        assertEquals("SAFETY", over.get(0).getField("stock"));
        assertEquals("400", over.get(0).getField("held_qty"));
        assertEquals(400 * 4.10 * 0.25, number(over.get(0), "carrying_yr"), CENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"25", "30", "45.67"})
    void aPlanSpendsTheBudgetToTheCent(String budget) throws IOException {
        JsonNode plan = json("--budget", budget).path("budget");
        assertEquals("BINDING", plan.path("state").asText(), plan::toString);
        BigDecimal capital = BigDecimal.ZERO;
        for (JsonNode item : plan.path("items")) {
            capital = capital.add(item.path("capital").decimalValue());
        }
        assertEquals(0, capital.compareTo(plan.path("spent").decimalValue()));
        BigDecimal all = plan.path("spent")
                .decimalValue()
                .add(plan.path("committed").decimalValue())
                .add(plan.path("unspent").decimalValue());
        assertEquals(0, all.compareTo(new BigDecimal(budget)), plan::toString);
        double next = plan.path("unspent").doubleValue();
        assertTrue(next < 4.10, plan::toString); // less than any piece
        assertTrue(plan.path("marginal").doubleValue() > 0);
    }

    @Test
    void thePlanGoesToAFileItemByItem() throws IOException {
        Path file = work.resolve("plan.csv");
        JsonNode plan = json("--budget", "30", "--out", file).path("budget");
        List<NamedCsvRecord> rows = rows(file);
        assertEquals(plan.path("items").size(), rows.size());
        for (int i = 0; i < rows.size(); i++) {
            assertEquals(
                    plan.path("items").get(i).path("safety_stock").doubleValue(), number(rows.get(i), "safety_stock"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0       | ZERO            | without money there is no buffer",
                "0.50    | BELOW_COMMITTED | it does not even pay for the",
                "30      | BINDING         | are shared out",
                "1000000 | BEYOND_NEED     | stay unspent"
            })
    void everyBudgetIsAStateWithASentence(String budget, String state, String words) throws IOException {
        assertEquals(state, json("--budget", budget).at("/budget/state").asText());
        Terminal page = Terminal.run("optimize", "--run", run, "--budget", budget);
        assertEquals(0, page.exitCode(), page::all);
        assertTrue(page.out().replaceAll("\\s+", " ").contains(words), page::out);
        assertTrue(page.out().lines().allMatch(line -> line.length() <= 100), page::out);
    }

    @Test
    void thePageSaysWhereTheCompanyIsAndWhatIsNotWeighed() {
        Terminal page = Terminal.run("optimize", "--run", run, "--budget", "30 eur");
        assertTrue(page.out().contains("<- you are here"), page::out);
        assertTrue(page.out().contains("<- proposed"), page::out);
        assertTrue(page.out().contains("<- most that pays"), page::out);
        // the margin of the washer is below 0: what a piece short costs is not known, and not 0
        assertTrue(page.out().contains("1 item of which nobody says what a piece short costs"), page::out);
        assertTrue(page.out().contains("WHAT IS GIVEN UP"), page::out);
    }

    @Test
    void aBudgetInAnotherCurrencyIsRefused() {
        Terminal page = Terminal.run("optimize", "--run", run, "--budget", "100 USD");
        assertEquals(2, page.exitCode(), page::all);
        assertTrue(page.err().contains("the budget is in USD, and the run in EUR"), page::err);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "-1", "1,000", "1.234,50", "Infinity", "ten", "", "1e9"})
    void whatIsNoMoneyIsRefusedWithTheWayToWriteIt(String budget) {
        Terminal page = Terminal.run("optimize", "--run", run, "--budget=" + budget);
        assertEquals(2, page.exitCode(), page::all);
        assertTrue(page.err().contains("250000"), page::err);
    }

    @Test
    void questionsWithoutAnAnswerAreRefused() {
        assertRefused("nothing to do", "--run", run);
        assertRefused("there is no run in", "--run", work.resolve("nowhere"), "--budget", "1");
        assertRefused("--level is between 0 and 1", "--run", run, "--risk", "--level", "1");
        assertRefused("--years is at least 2", "--run", run, "--risk", "--years", "1");
        assertRefused("none was given", "--run", run, "--risk", "--out", work.resolve("x.csv"));
        assertRefused("'planet' is none of none, supplier, region", "--run", run, "--risk", "--shared-by", "planet");
        assertRefused("doc", "--run", run, "--budget", "1", "--out", work.resolve("x.doc"));
    }

    private static void assertRefused(String words, Object... arguments) {
        List<Object> all = new ArrayList<>(List.of("optimize"));
        all.addAll(List.of(arguments));
        Terminal page = Terminal.run(all.toArray());
        assertEquals(2, page.exitCode(), page::all);
        assertTrue(page.err().contains(words), page::err);
    }

    @Test
    void withoutAnyCostThereIsNothingToShare() throws IOException {
        Path data = SmallData.in(work.resolve("costless"));
        SmallData.write(data.resolve("items.csv"), "item_id,base_uom,unit_cost\nbolt,C62,\nnut,C62,\nwasher,C62,\n");
        Path out = assess(data, "costless-run");
        Terminal page = Terminal.run("optimize", "--run", out, "--budget", "100", "--risk");
        assertEquals(3, page.exitCode(), page::all);
        assertTrue(page.out().contains("there is nothing to share it out over"), page::out);
        assertEquals(1, Files.readAllLines(out.resolve("exchange.csv")).size());
    }

    @Test
    void withoutACostOfAPieceShortServiceIsWeighedAndNoLossClaimed() throws IOException {
        Path out = assess(SmallData.in(work.resolve("plain")), "plain-run");
        Terminal page = Terminal.run("optimize", "--run", out, "--budget", "30", "--json", "--risk", "--years", "500");
        assertEquals(0, page.exitCode(), page::all);
        JsonNode document = new ObjectMapper().readTree(page.out());
        assertEquals("SERVICE", document.path("basis").asText());
        assertTrue(document.at("/budget/plan/expected_loss_yr").isNull());
        assertTrue(document.at("/risk/outcomes/0/roi").isNull());
        // nobody says what is held today
        assertTrue(rows(out.resolve("funding.csv")).isEmpty());
        Terminal again = Terminal.run("optimize", "--run", out, "--budget", "30", "--by", "loss");
        assertEquals(3, again.exitCode(), again::all);
    }

    @Test
    void yearsAreTheSameForASeedAndTheMeanDoesNotDependOnWhatIsShared() throws IOException {
        JsonNode first = json("--risk", "--years", "20000");
        assertEquals(first, json("--risk", "--years", "20000"));
        assertFalse(first.equals(json("--risk", "--years", "20000", "--seed", "2")));
        JsonNode alone =
                json("--risk", "--years", "20000", "--shared-by", "none").path("risk");
        JsonNode none = first.at("/risk/outcomes/0");
        assertEquals("NOTHING", none.path("held").asText());
        assertEquals(
                alone.at("/outcomes/0/mean").doubleValue(),
                none.path("mean").doubleValue(),
                5 * none.path("mean_error").doubleValue());
        // one supplier behind both items: the bad years are worse than if each failed on its own
        assertTrue(
                none.path("cvar").doubleValue() > alone.at("/outcomes/0/cvar").doubleValue());
        assertEquals(1, first.at("/risk/events").asInt());
    }

    @Test
    void aRunOfAnEarlierVersionIsRefusedWithTheWayOut() throws IOException {
        Path old = Files.createDirectories(work.resolve("old"));
        Files.copy(run.resolve("manifest.json"), old.resolve("manifest.json"));
        Files.writeString(old.resolve("proposals.jsonl"), "{\"schema\":\"posture/proposal/v1\",\"item_id\":\"a\"}\n");
        assertTrue(refused(old).contains("earlier version"), () -> refused(old));
        Files.writeString(old.resolve("proposals.jsonl"), "{\"schema\":\n");
        assertTrue(refused(old).contains("is damaged"), () -> refused(old));
        // it is not what the manifest vouches for, either
        assertRefused("proposals.jsonl was changed after the run", "--run", old, "--budget", "1");
    }

    private static String refused(Path folder) {
        return String.valueOf(assertThrows(RunFolderRefusedException.class, () -> RunEconomics.read(folder))
                .getMessage());
    }

    @Test
    void theSummaryTellsOfTheMoney() throws IOException {
        String summary = Files.readString(run.resolve("summary.txt"));
        assertTrue(summary.contains("MONEY IN BUFFERS"), summary);
        assertTrue(summary.contains("funding.csv"), summary);
        assertTrue(summary.toLowerCase(Locale.ROOT).contains("releases of"), summary);
    }
}
