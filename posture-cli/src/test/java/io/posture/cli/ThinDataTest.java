package io.posture.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.cli.SpoiltData.Run;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Data that are sound and say too little: what is missing is named, lowers the grade, and never becomes NaN, a stock of 0 by
 * accident, or a reason to run lean.
 */
class ThinDataTest {

    private static final String HEADER =
            "po,line,item_id,supplier_id,order_date,promised_date,receipt_date,ordered_qty,received_qty";

    @TempDir
    private Path work;

    private SpoiltData data = new SpoiltData(Path.of("target/none"));

    @BeforeEach
    void soundData() {
        data = new SpoiltData(work);
    }

    @Test
    void withoutReceiptsTheGradeFallsAndTheItemIsUndecided() {
        data.remove("receipts.csv")
                .done()
                .says("no lead time known anywhere", "no supplier known: supply risk stays unknown")
                .item("bolt", Map.of("data_grade", "C", "posture", "", "missing_facts", "leadTime"));
    }

    @Test
    void withoutReceiptsTheContractStandsIn() {
        Run run = data.remove("receipts.csv")
                .put("sourcing.csv", "item_id,supplier_id,lead_time_days", "bolt,V1,10", "nut,V1,10", "washer,V1,10")
                .done()
                .says(
                        "no receipts to learn from: the lead time of the sourcing row stands in (3 items)",
                        "too few receipts to see lead times vary: a coefficient of variation of 0.30 stands in (3 items)")
                .item("bolt", Map.of("data_grade", "B"))
                .warns("bolt", "LEAD_TIME_ASSUMED");
        assertBuffered(run, "bolt");
    }

    @Test
    void withoutSuppliersTheGradeFallsAndTheGapIsListed() {
        Run run = data.remove("suppliers.csv")
                .done()
                .says(
                        "without a suppliers table the risk of suppliers is unknown: V1 (30 rows)",
                        "country risk of a supplier unknown (3 items)")
                .item("bolt", Map.of("data_grade", "B"));
        assertNotEquals("JIT", run.item("bolt").getField("posture"));
    }

    @Test
    void supplierWithoutCountryOrRecoveryTimeIsOfALowerGrade() {
        data.put("suppliers.csv", "supplier_id,name,country,ttr_days", "V1,Acme,,30")
                .done()
                .item("bolt", Map.of("data_grade", "B"));
        data.put("suppliers.csv", "supplier_id,name,country,ttr_days", "V1,Acme,DE,")
                .done()
                .item("bolt", Map.of("data_grade", "B"));
    }

    @Test
    void supplierThatTheTableLacksIsNamed() {
        data.change("receipts.csv", "Pbolt0,1,bolt,V1", "Pbolt0,1,bolt,V7")
                .done()
                .says("suppliers that the suppliers table does not have, their risk is unknown: V7 (1 row)")
                .rejects()
                .counts("receipts.csv", 30, 30, 0, 0, 0)
                .item("bolt", Map.of("data_grade", "B"));
    }

    @Test
    void withoutCostsTheGradeFallsAndTheItemIsUndecided() {
        data.change("items.csv", "bolt,C62,4", "bolt,C62,")
                .done()
                .says("unit cost unknown: no value class and no cost-based quantity (1 item)")
                .item("bolt", Map.of("data_grade", "B", "action", "REVIEW_DATA", "missing_facts", "unitCost"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "suppliers.csv | country risk of a supplier unknown",
                "receipts.csv | no line with a promise was ever due from a supplier, or too few in all: service unknown",
                "sourcing.csv | no sourcing rows: suppliers and shares come from received pieces",
                "supply_links.csv | nothing known of the places behind a supplier",
                "country_risk.csv | country risk of a supplier unknown",
                "stock.csv | stock on hand unknown"
            })
    void everyMissingTableIsAnAssumptionByName(String table, String assumption) {
        data.put("items.csv", "item_id,unit_cost", "bolt,4", "nut,3", "washer,6")
                .put("sourcing.csv", "item_id,supplier_id,share", "bolt,V1,1", "nut,V1,1", "washer,V1,1")
                .put("supply_links.csv", "downstream_supplier,upstream_supplier,site_country", "V1,Plant,DE")
                .put("country_risk.csv", "country,score", "DE,0.1")
                .put(
                        "stock.csv",
                        "item_id,as_of,quantity",
                        "bolt,2026-09-01,5",
                        "nut,2026-09-01,5",
                        "washer,2026-09-01,5");
        if (table.equals("suppliers.csv") || table.equals("country_risk.csv")) {
            data.remove("supply_links.csv");
        }
        Run whole = data.done();
        assertFalse(whole.text("summary.txt").replaceAll("\\s+", " ").contains(assumption), whole.text("summary.txt"));
        data.remove(table).done().says(assumption + " (3 items)");
    }

    @Test
    void everyMissingFactLowersTheGradeByRule() {
        data.remove("suppliers.csv").put("receipts.csv", HEADER, receipt("bolt", "2025-03-03"));
        data.done().item("bolt", Map.of("data_grade", "C"));
        data.change("items.csv", "bolt,C62,4", "bolt,C62,").done().item("bolt", Map.of("data_grade", "C"));
        keepWeeks("bolt", 60);
        data.done().item("bolt", Map.of("data_grade", "D"));
    }

    @Test
    void fewerThanEightWeeksStandOnThePeersAndAreProvisional() {
        keepWeeks("bolt", 6);
        data.add("items.csv", "rivet,C62,4,fastener").add("demand.csv", demandOf("rivet"));
        Run run = data.done()
                .says("too few buckets of its own: the mean demand of its category stands in (1 item)")
                .item("bolt", Map.of("data_grade", "D", "item_state", "NEW", "confidence", "LOW"))
                .warns("bolt", "PROVISIONAL");
        assertNotEquals("JIT", run.item("bolt").getField("posture"));
        assertBuffered(run, "bolt");
    }

    @Test
    void itemWithoutDemandIsForReviewAndOfTheWorstGrade() {
        data.done()
                .item(
                        "part-1",
                        Map.of("data_grade", "D", "posture", "", "action", "REVIEW_DATA", "safety_stock_qty", ""));
    }

    @Test
    void demandOfNothingButZerosIsForReviewAndOfTheWorstGrade() {
        List<String> lines = data.lines("demand.csv").stream()
                .map(line -> line.startsWith("bolt,") ? line.replaceFirst("\\d+$", "0") : line)
                .toList();
        data.put("demand.csv", lines.toArray(String[]::new))
                .done()
                .item(
                        "bolt",
                        Map.of(
                                "data_grade",
                                "D",
                                "demand_class",
                                "NO_DEMAND",
                                "posture",
                                "",
                                "action",
                                "REVIEW_DATA",
                                "safety_stock_qty",
                                ""));
    }

    @Test
    void oneReceiptIsSupportedByOthersAndIsNotEnoughToRunLean() {
        List<String> lines = data.lines("receipts.csv").stream()
                .filter(line -> !line.contains(",bolt,") || line.startsWith("Pbolt0,"))
                .toList();
        Run run = data.put("receipts.csv", lines.toArray(String[]::new))
                .done()
                .item("bolt", Map.of("data_grade", "B", "confidence", "LOW"));
        assertTrue(Terminal.run("why", "bolt", "--run", data.out()).out().contains("weightOfOwnLines"));
        assertNotEquals("JIT", run.item("bolt").getField("posture"));
        assertBuffered(run, "bolt");
    }

    @Test
    void oneReceiptInAllGetsAVariationThatIsNamed() {
        Run run = data.put("receipts.csv", HEADER, receipt("bolt", "2025-03-03"))
                .done()
                .says("too few receipts to see lead times vary: a coefficient of variation of 0.30 stands in (1 item)");
        assertEquals(3, Double.parseDouble(run.item("bolt").getField("lt_sd")), 1e-9);
        assertBuffered(run, "bolt");
    }

    @Test
    void nothingIsEverNotANumber() {
        keepWeeks("bolt", 1);
        data.put("receipts.csv", HEADER, receipt("nut", "2025-03-03"));
        Run run = data.done();
        for (String file :
                List.of("register.csv", "explanations.jsonl", "proposals.jsonl", "pareto.csv", "summary.txt")) {
            assertFalse(run.text(file).matches("(?s).*\\b(NaN|Infinity)\\b.*"), file);
        }
    }

    @Test
    void stockOutsHideDemandAndTheEffectIsShown() {
        data.addColumn("demand.csv", "grain", "week").addColumn("demand.csv", "stockout_days", "0");
        List<String> lines = new ArrayList<>(data.lines("demand.csv"));
        for (int row = 5; row < 90; row += 9) {
            lines.set(row, lines.get(row).replaceFirst(",\\d+,week,0$", ",2,week,5"));
        }
        Run run = data.put("demand.csv", lines.toArray(String[]::new))
                .done()
                .says(
                        "stock-outs hid a part of demand: it is estimated",
                        "1 item whose demand was hidden by stock-outs and is estimated");
        double estimated = Double.parseDouble(run.item("bolt").getField("mean_daily_demand"));
        double sold = (10 + 11 + 12) / 3.0 / 7;
        assertEquals(sold, estimated, 0.1, "the weeks of 2 pieces are not taken for demand");
    }

    @Test
    void sharesAreBroughtToASumOfOne() {
        data.add("suppliers.csv", "V2,Beta,FR,30")
                .put(
                        "sourcing.csv",
                        "item_id,supplier_id,share",
                        "bolt,V1,60",
                        "bolt,V2,40",
                        "nut,V1,0.7",
                        "nut,V2,0.7",
                        "washer,V1,1")
                .done()
                .says("shares in sourcing do not add up to 1: brought to a sum of 1 (2 items)")
                .rejects()
                .counts("sourcing.csv", 5, 5, 0, 0, 0);
        String why = Terminal.run("why", "bolt", "--run", data.out()).out();
        assertTrue(why.contains("supplierShare: 0.6 share") && why.contains("supplierShare: 0.4 share"), why);
    }

    @Test
    void blockedSupplierAsTheOnlySourceIsAWarningOfItsOwn() {
        data.put("suppliers.csv", "supplier_id,name,country,ttr_days,status", "V1,Acme,DE,30,blocked")
                .done()
                .says(
                        "every supplier that is bought from is blocked: nothing can be ordered until another is found (3 items)")
                .warns("bolt", "ONLY_SOURCE_BLOCKED");
        assertTrue(Terminal.run("why", "bolt", "--run", data.out())
                .out()
                .contains("What helps: unblock one in suppliers.status, or qualify another one"));
    }

    @Test
    void circleOfSupplyIsPrintedAndItsLastLinkLeftOut() {
        data.put(
                        "supply_links.csv",
                        "downstream_supplier,upstream_supplier,item_id,site_country",
                        "V1,V2,,DE",
                        "V2,V3,,CN",
                        "V3,V1,,DE",
                        "V3,V3,,CN")
                .done()
                .says(
                        "suppliers stand behind themselves; the link that closes the circle was left out:"
                                + " V3 <- V1 <- V2 <- V3 (1 row)",
                        "filtered by closes-a-circle-of-supply: 1")
                .rejects()
                .counts("supply_links.csv", 4, 3, 1, 0, 0);
        data.put(
                        "supply_links.csv",
                        "downstream_supplier,upstream_supplier,item_id,site_country",
                        "V1,V2,bolt,DE",
                        "V2,V1,nut,DE")
                .done()
                .counts("supply_links.csv", 2, 2, 0, 0, 0);
    }

    /** A decision with a safety stock that is more than nothing. */
    private static void assertBuffered(Run run, String item) {
        String stock = run.item(item).getField("safety_stock_qty");
        assertFalse(stock.isEmpty(), "not decided");
        assertTrue(Double.parseDouble(stock) > 0, stock);
    }

    private static String receipt(String item, String ordered) {
        return "P1,1," + item + ",V1," + ordered + ",2025-03-14,2025-03-13,50,50";
    }

    private static String[] demandOf(String item) {
        String[] lines = new String[90];
        for (int week = 0; week < 90; week++) {
            lines[week] = item + "," + LocalDate.of(2025, 1, 6).plusWeeks(week) + "," + (10 + week % 3);
        }
        return lines;
    }

    /** Leaves the last weeks of an item's demand. */
    private void keepWeeks(String item, int weeks) {
        List<String> own = data.lines("demand.csv").stream()
                .filter(line -> line.startsWith(item + ","))
                .toList();
        List<String> kept = own.subList(own.size() - weeks, own.size());
        data.put(
                "demand.csv",
                data.lines("demand.csv").stream()
                        .filter(line -> !line.startsWith(item + ",") || kept.contains(line))
                        .toArray(String[]::new));
    }
}
