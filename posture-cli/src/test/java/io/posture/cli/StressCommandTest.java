package io.posture.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Networks small enough for a sheet of paper. Of {@code widget} 10 pieces a day are needed; 200 are there, which last 20 days;
 * an order takes 10 days.
 */
class StressCommandTest {

    @TempDir
    private Path work;

    @Test
    void aSupplierThatIsDownIsMissedAfterALeadTimeAndTheStock() {
        Path data = data("sourcing", "item_id,supplier_id,share,lead_time_days\nwidget,V1,1,10\n");
        JsonNode report = stress(data, "--supplier-down", "V1=30d");
        JsonNode item = item(report, 0);
        // nothing comes on days 11 to 40; 200 pieces last until day 30
        assertEquals("widget", item.path("item_id").asText());
        assertEquals(31, item.path("first_stockout_day").asInt());
        assertEquals(10, item.path("days_out").asInt());
        assertEquals(100, item.path("lost_units").asDouble(), 1e-6);
        // a margin of 4; a hundred pieces more at a cost of 10 and 25 % a year
        assertEquals(400, item.path("lost_value").asDouble(), 1e-6);
        assertEquals("margin", item.path("value_basis").asText());
        assertEquals("hold 100 more", item.path("cheapest_fix").path("what").asText());
        assertEquals(250, item.path("cheapest_fix").path("cost_per_year").asDouble(), 1e-6);
        assertEquals("found", item.path("mitigation_state").asText());
        JsonNode values = report.path("scenarios").path(0).path("lost_value");
        assertEquals(1, values.size(), values::toString);
        assertEquals(400, values.path("margin").asDouble(), 1e-6);
    }

    @Test
    void howManyRowsAreShownChangesNoResult() throws IOException {
        Path data = data("sourcing", """
                item_id,supplier_id,share,qualified,lead_time_days,surge_pct,fixed_cost_yr
                part,V1,1,true,10,,
                part,V2,0,false,10,1,5
                """, "bom", "parent,component,qty_per\nwidget,part,2\n");
        String first = "";
        for (String top : List.of("0", "1", "10")) {
            Path out = work.resolve("top" + top + ".csv");
            Terminal run = Terminal.run(
                    "stress", data, "--supplier-down", "V1=60d", "--top", top, "--out", out, "--json", "--quiet");
            assertEquals(0, run.exitCode(), run::all);
            String all = run.out() + Files.readString(out);
            assertTrue(all.contains("qualify V2 for part"), all);
            assertEquals(first.isEmpty() ? all : first, all);
            first = all;
        }
    }

    @Test
    void whatCannotBeHelpedIsNotCalledUnknown() {
        Path data = data("sourcing", """
                item_id,supplier_id,share,qualified,lead_time_days,site_id,surge_pct,fixed_cost_yr
                part,V1,1,true,10,P,,
                part,V2,0,false,10,P,1,5
                """, "bom", "parent,component,qty_per\nwidget,part,2\n");
        SmallData.write(
                data.resolve("items.csv"),
                "item_id,base_uom,unit_cost,unit_margin,item_type\nwidget,C62,,4,finished\npart,C62,,,component\n");
        Terminal helpless = Terminal.run("stress", data, "--node-down", "P=60d");
        assertTrue(helpless.out().contains("nothing with a known cost helps"), helpless::all);
        assertFalse(helpless.out().contains("no cost known"), helpless::all);
        Terminal unknown = Terminal.run("stress", data, "--demand", "+100%=60d");
        assertTrue(unknown.out().contains("qualify V2 for part"), unknown::all);
    }

    @Test
    void aLaneThatNobodyNamesIsSaidToBeUnknown() {
        Path data = data(
                "sourcing",
                "item_id,supplier_id,share,lead_time_days\nwidget,V1,1,10\n",
                "lanes",
                "lane_id,mode,origin,dest,chokepoint\nSEA,sea,CN,DE,SUEZ\n");
        Terminal page = Terminal.run("stress", data, "--lane-closed", "SUEZ=60d");
        assertTrue(
                page.out().contains("0 items reached, 0 go short; nothing is said of 1 item whose lane is unknown"),
                page::all);
    }

    @Test
    void aPlantBehindTwoSuppliersTakesBothDownAndTheirSecondSourceIsOnPaper() {
        Path data = data(
                "sourcing",
                "item_id,supplier_id,share,lead_time_days\nwidget,V1,0.5,10\nwidget,V2,0.5,10\n",
                "supply_links",
                "downstream_supplier,upstream_supplier,site_country\nV1,P,DE\nV2,P,DE\n");
        JsonNode report = stress(data, "--supplier-down", "V1=30d", "--node-down", "P=30d", "--region-down", "DE=30d");
        assertEquals(
                0, report.path("scenarios").path(0).path("items_short").asInt(), "half of 300 pieces, 200 are there");
        for (int scenario : new int[] {1, 2}) {
            assertEquals(31, item(report, scenario).path("first_stockout_day").asInt());
            assertEquals(100, item(report, scenario).path("lost_units").asDouble(), 1e-6);
        }
        JsonNode source = report.path("second_sources").path(0);
        assertEquals("PAPER", source.path("state").asText());
        assertEquals("plant:P", source.path("shared").path(0).asText());
    }

    @Test
    void aSecondSourceWhosePlantIsUnknownIsNotTakenForReal() {
        Path data = data(
                "sourcing",
                "item_id,supplier_id,share,lead_time_days\nwidget,V1,0.5,10\nwidget,V2,0.5,10\n",
                "supply_links",
                "downstream_supplier,upstream_supplier\nV1,P\n");
        assertEquals(
                "UNKNOWN",
                stress(data).path("second_sources").path(0).path("state").asText());
        Terminal page = Terminal.run("stress", data);
        assertTrue(page.out().contains("1 not shown"), page::all);
    }

    @Test
    void aChokepointClosesAllItsLanesAtOnce() {
        Path data = data(
                "sourcing",
                "item_id,supplier_id,share,lead_time_days,lane_id\nwidget,V1,1,10,SEA-1\n",
                "lanes",
                "lane_id,mode,origin,dest,chokepoint\nSEA-1,sea,CNSHA,DEHAM,SUEZ\n");
        JsonNode item = item(stress(data, "--lane-closed", "SUEZ=60d"), 0);
        // days 1 to 60 without a delivery, 200 pieces there
        assertEquals(21, item.path("first_stockout_day").asInt());
        assertEquals(400, item.path("lost_units").asDouble(), 1e-6);
    }

    @Test
    void whatIsMadeOfAScarceComponentStopsWithIt() {
        Path data = data(
                "sourcing",
                "item_id,supplier_id,share,lead_time_days\npart,V1,1,10\n",
                "bom",
                "parent,component,qty_per\nwidget,part,2\n");
        JsonNode report = stress(data, "--supplier-down", "V1=30d");
        JsonNode widget = items(report, 0).stream()
                .filter(item -> item.path("item_id").asText().equals("widget"))
                .findFirst()
                .orElseThrow();
        // 20 parts a day are needed, 200 are there: 10 days beyond the lead time; then 200 widgets: 20 more; until day
        // 40
        assertEquals(0, widget.path("days_out").asInt(), widget::toString);
        JsonNode longer = stress(data, "--supplier-down", "V1=60d");
        JsonNode product = items(longer, 0).stream()
                .filter(item -> item.path("item_id").asText().equals("widget"))
                .findFirst()
                .orElseThrow();
        assertEquals(41, product.path("first_stockout_day").asInt(), product::toString);
        assertEquals(300, product.path("lost_units").asDouble(), 1e-6);
    }

    @Test
    void anItemOfUnknownSupplyIsNotSaidToBeSafe() {
        Terminal page = Terminal.run("stress", data(), "--lead-times", "x3");
        assertEquals(0, page.exitCode(), page::all);
        assertTrue(
                page.out().contains("0 items reached, 0 go short; nothing is said of 1 item whose supply is unknown"),
                page::all);
    }

    @Test
    void theStandardSetSaysWhatItLacks() {
        Path data = data("sourcing", "item_id,supplier_id,share,lead_time_days\nwidget,V1,1,10\n");
        Terminal page = Terminal.run("stress", data);
        assertEquals(0, page.exitCode(), page::all);
        assertTrue(page.out().contains("Fill in sourcing.lane_id"), page::all);
        assertTrue(page.out().contains("Fill in supply_links"), page::all);
        JsonNode report = stress(data);
        List<String> names = new ArrayList<>();
        report.path("scenarios")
                .forEach(scenario -> names.add(scenario.path("scenario_id").asText()));
        assertEquals(List.of("supplier-down", "demand-up", "lead-times"), names);
    }

    @Test
    void aNodeBehindASupplierIsDownForItsTimeToRecover() {
        Path data = data(
                "suppliers",
                "supplier_id,country,ttr_days,tier\nV1,DE,,1\nT2,CN,45,2\n",
                "sourcing",
                "item_id,supplier_id,share,lead_time_days\nwidget,V1,1,10\n",
                "supply_links",
                "downstream_supplier,upstream_supplier,commodity\nV1,T2,steel\n");
        JsonNode report = stress(data);
        JsonNode last = report.path("scenarios").path(3);
        assertEquals("tier-2-down", last.path("scenario_id").asText());
        // 45 days without steel, none in stock between, 10 days of goods on their way, 20 days of stock
        assertEquals(31, item(report, 3).path("first_stockout_day").asInt());
        assertEquals(250, item(report, 3).path("lost_units").asDouble(), 1e-6);
    }

    @Test
    void aCircleOfSuppliersIsNamedAndCut() {
        Path data = data(
                "sourcing",
                "item_id,supplier_id,share,lead_time_days\nwidget,V1,1,10\n",
                "supply_links",
                "downstream_supplier,upstream_supplier\nV1,P\nP,Q\nQ,V1\n");
        JsonNode report = stress(data, "--node-down", "Q=30d");
        assertTrue(report.path("cycles").path(0).asText().contains("Q <- V1 <- P <- Q"), report::toString);
        // 30 days without a delivery, 20 of them covered
        assertEquals(31, item(report, 0).path("first_stockout_day").asInt());
    }

    @Test
    void aProductThatIsMadeOfItselfIsNamed() {
        Path data = data(
                "sourcing",
                "item_id,supplier_id,share,lead_time_days\nwidget,V1,1,10\npart,V1,1,10\n",
                "bom",
                "parent,component,qty_per\nwidget,part,1\npart,widget,1\n");
        JsonNode report = stress(data, "--demand", "+100%=60d");
        assertEquals(
                "part -> widget -> part: the last step is left out",
                report.path("cycles").path(0).asText());
        assertTrue(codes(report).contains("BOUGHT_AND_MADE"), report::toString);
        assertEquals(2, report.path("scenarios").path(0).path("items_reached").asInt());
    }

    @Test
    void sharesAboveOneAreWeightsAndSaidSo() {
        Path data = data("sourcing", "item_id,supplier_id,share,lead_time_days\nwidget,V1,1.5,10\nwidget,V2,0.5,10\n");
        JsonNode report = stress(data, "--supplier-down", "V1=60d");
        assertTrue(codes(report).contains("WEIGHTS"), report::toString);
        // three quarters of 600 pieces, less 200
        assertEquals(250, item(report, 0).path("lost_units").asDouble(), 1e-6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--supplier-down | V9=30d | there is no supplier 'V9'. Maybe 'V1' is meant.",
                "--supplier-down | P=30d | It is a plant: --node-down 'plant:P=30d'",
                "--lane-closed | SUEZ=60d | The data name no lanes.",
                "--node-down | P | the time to recover of plant:P is unknown",
                "--node-down | Nowhere-at-all | There are 3 nodes: 'DE', 'P', 'V1'.",
                "--region-down | FR=30d | Maybe 'region:DE' is meant.",
                "--region-down | DE | Write it like IN=30d.",
                "--supplier-down | V1=0d | a duration is 1 to 3650 days, was 0d",
                "--supplier-down | V1=9999d | a duration is 1 to 3650 days",
                "--supplier-down | V1=-5d | a duration is a whole number and d for days",
                "--supplier-down | V1=soon | a duration is a whole number and d for days",
                "--supplier-down | V1 | how long after it",
                "--demand | 50%=30d | a rise begins with + and ends with %",
                "--demand | +50% | what happens stands before =",
                "--demand | +99999%=30d | at most 10000 %",
                "--lead-times | 3 | a multiple begins with x",
                "--lead-times | x0.5 | more than 1 and at most 100",
                "--ttr | never | a duration is a whole number",
                "--safety-share | 1.5 | safetyStockShare must be in [0, 1]",
                "--longest-days | 0 | longestDays must be in 1..36500",
                "--stock | all | 'all' is neither on-hand nor planned",
                "--stock | planned | needs a run",
                "--top | -1 | --top must be at least 0",
                "--run | out | Leave out one",
            })
    void whatCannotBeMeantIsRefused(String option, String value, String message) {
        Path data = data(
                "sourcing",
                "item_id,supplier_id,share,lead_time_days\nwidget,V1,1,10\n",
                "supply_links",
                "downstream_supplier,upstream_supplier,site_country\nV1,P,DE\n");
        Terminal refused = Terminal.run("stress", data, option + "=" + value);
        assertEquals(2, refused.exitCode(), refused::all);
        assertTrue(refused.err().replaceAll("\\s+", " ").contains(message), refused::all);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stress: v2;scenarios: [] | s.yaml:1 stress must be v1",
                "stress: v1;scenarios: [] | s.yaml:2 the file needs 'scenarios:' with a list of at least one",
                "stress: v1;scenarios:;  - name: a;    shocks:;      - {suplier_down: V1, for: 30d} | s.yaml:5 unknown key"
                        + " 'suplier_down' in a shock",
                "stress: v1;scenarios:;  - name: a;    shocks:;      - {supplier_down: V1} | s.yaml:5 'supplier_down: V1'"
                        + " does not say how long",
                "stress: v1;scenarios:;  - name: a;    shocks:;      - {supplier_down: V2, for: 30d} | s.yaml:5 scenario 'a':"
                        + " there is no supplier 'V2'. Maybe 'V1' is meant.",
                "stress: v1;scenarios:;  - name: a;    shocks:;      - {supplier_down: V1, for: 30y} | s.yaml:5 cannot read",
                "stress: v1;scenarios:;  - name: a;    shocks:;      - {demand: +50%, lead_times: x3, for: 30d} | s.yaml:5 a"
                        + " shock needs one of",
                "stress: v1;scenarios:;  - name: a;    shocks:;      - {node_down: P} | the time to recover of plant:P is"
                        + " unknown",
                "stress: v1;scenarios:;  - {name: a, shocks: [{demand: +5%, for: 9d}]};  - {name: a, shocks: [{demand: +5%,"
                        + " for: 9d}]} | s.yaml:4 two scenarios are called 'a'",
                "stress: v1;scenarios:;  - name: a;    shocks: [&x {demand: +5%, for: 9d}, *x] | s.yaml:4 uses an alias",
                "stress: v1;scenarios: [ | s.yaml:",
                "[] | must consist of keys and values",
            })
    void aFileOfScenariosIsRefusedWithItsLine(String text, String message) {
        Path data = data(
                "sourcing",
                "item_id,supplier_id,share,lead_time_days\nwidget,V1,1,10\n",
                "supply_links",
                "downstream_supplier,upstream_supplier,site_country\nV1,P,DE\n");
        Path file = SmallData.write(work.resolve("s.yaml"), text.replace(';', '\n') + "\n");
        Terminal refused = Terminal.run("stress", data, "--scenario", file);
        assertEquals(2, refused.exitCode(), refused::all);
        assertTrue(refused.err().replaceAll("\\s+", " ").contains(message), refused::all);
    }

    @Test
    void aMissingFileOfScenariosIsSaid() {
        Path data = data("sourcing", "item_id,supplier_id,share,lead_time_days\nwidget,V1,1,10\n");
        Terminal refused = Terminal.run("stress", data, "--scenario", work.resolve("none.yaml"));
        assertEquals(2, refused.exitCode(), refused::all);
        assertTrue(refused.err().contains("there is no scenario file"), refused::all);
    }

    @Test
    void overlappingShocksOfAScenarioAreUnitedAndSaid() {
        Path data = data("sourcing", "item_id,supplier_id,share,lead_time_days\nwidget,V1,1,10\n");
        Path file = SmallData.write(work.resolve("s.yaml"), """
                stress: v1
                scenarios:
                  - name: twice
                    shocks:
                      - {supplier_down: V1, for: 30d, after: 0d}
                      - {supplier_down: V1, for: 30d, after: 10d}
                """);
        JsonNode scenario = stress(data, "--scenario", file).path("scenarios").path(0);
        assertTrue(scenario.path("remarks").path(0).asText().contains("united"), scenario::toString);
        // 40 days in all, not 60
        assertEquals(200, scenario.path("items").path(0).path("lost_units").asDouble(), 1e-6);
    }

    @Test
    void togetherMakesOneScenarioOfAll() {
        Path data = data("sourcing", "item_id,supplier_id,share,lead_time_days\nwidget,V1,1,10\n");
        Object[] both = {"--supplier-down", "V1=30d", "--demand", "+100%=10d"};
        assertEquals(2, stress(data, both).path("scenarios").size());
        List<Object> together = new ArrayList<>(Arrays.asList(both));
        together.add("--together");
        JsonNode report = stress(data, together.toArray());
        assertEquals(1, report.path("scenarios").size());
        // the rise takes half of the stock before the gap begins: 100 pieces for 30 days
        assertEquals(200, item(report, 0).path("lost_units").asDouble(), 1e-6);
    }

    @Test
    void theTableHasARowForEveryItemThatIsReached() throws IOException {
        Path data = data("sourcing", "item_id,supplier_id,share,lead_time_days\nwidget,V1,1,10\n");
        Path out = work.resolve("scenarios.csv");
        Terminal terminal = Terminal.run("stress", data, "--supplier-down", "V1=30d", "--out", out);
        assertEquals(0, terminal.exitCode(), terminal::all);
        List<String> lines = Files.readAllLines(out);
        assertEquals(2, lines.size());
        assertTrue(
                lines.get(0)
                        .endsWith(",waiting_unit_days,waiting_units,short_anyway_days,short_anyway_units,"
                                + "safety_stock_used,strategic_stock_used,mitigations,mitigation_cost_yr,days_out_left,"
                                + "mitigation_state"),
                lines.get(0));
        assertTrue(lines.get(1).endsWith(",hold 100 more,250,0,found"), lines.get(1));
        assertTrue(
                lines.get(1).startsWith("supplier V1 down 30 d,on_hand,widget,DEFAULT,true,31,30,10,100,400,margin,"),
                lines.get(1));
        Terminal again = Terminal.run(
                "stress", data, "--supplier-down", "V1=30d", "--out", work.resolve("again.csv"), "--threads", "3");
        assertEquals(0, again.exitCode(), again::all);
        assertEquals(Files.readString(out), Files.readString(work.resolve("again.csv")));
    }

    @Test
    void aRunHoldsTheStandardSetAndIsNotWrittenInto() throws IOException {
        Path data = data("sourcing", "item_id,supplier_id,share,lead_time_days\nwidget,V1,1,10\n");
        Path run = work.resolve("run");
        Terminal assess = Terminal.run("assess", data, "--out", run);
        assertEquals(0, assess.exitCode(), assess::all);
        List<String> rows = Files.readAllLines(run.resolve("scenarios.csv"));
        assertTrue(rows.stream().anyMatch(row -> row.startsWith("supplier-down,on_hand,widget,")), rows::toString);
        assertTrue(rows.stream().anyMatch(row -> row.startsWith("supplier-down,planned,widget,")), rows::toString);
        Terminal planned = Terminal.run("stress", "--run", run, "--stock", "planned", "--supplier-down", "V1=30d");
        assertEquals(0, planned.exitCode(), planned::all);
        Terminal refused = Terminal.run("stress", "--run", run, "--out", run.resolve("mine.csv"));
        assertEquals(2, refused.exitCode(), refused::all);
        assertTrue(refused.err().contains("lies in a run folder"), refused::all);
        assertEquals(0, Terminal.run("verify", run).exitCode());
        SmallData.write(data.resolve("sourcing.csv"), "item_id,supplier_id,share,lead_time_days\nwidget,V1,1,20\n");
        Terminal changed = Terminal.run("stress", "--run", run);
        assertFalse(changed.exitCode() == 0, changed::all);
        assertTrue(changed.err().contains("sourcing.csv was changed"), changed::all);
    }

    @Test
    void theScenariosOfInitRun() {
        assertEquals(0, Terminal.run("init", work.resolve("new")).exitCode());
        Path data = data("sourcing", "item_id,supplier_id,share,lead_time_days\nwidget,V1,1,10\n");
        Terminal run = Terminal.run("stress", data, "--scenario", work.resolve("new/stress.yaml"));
        assertEquals(0, run.exitCode(), run::all);
        assertTrue(run.out().contains("Scenario rush"), run::all);
    }

    private static List<String> codes(JsonNode report) {
        List<String> codes = new ArrayList<>();
        report.path("visibility_gaps").forEach(gap -> codes.add(gap.path("code").asText()));
        return codes;
    }

    private static JsonNode item(JsonNode report, int scenario) {
        return report.path("scenarios").path(scenario).path("items").path(0);
    }

    private static List<JsonNode> items(JsonNode report, int scenario) {
        List<JsonNode> items = new ArrayList<>();
        report.path("scenarios").path(scenario).path("items").forEach(items::add);
        return items;
    }

    private static JsonNode stress(Path data, Object... options) {
        return WidgetData.stress(data, options);
    }

    private Path data(String... tables) {
        return WidgetData.in(work, tables);
    }
}
