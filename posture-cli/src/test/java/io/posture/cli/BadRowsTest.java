package io.posture.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.cli.SpoiltData.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that cannot be used, or not as they stand: message, rejects, and an account of every row. */
class BadRowsTest {

    private static final String SET_ASIDE = " Row set aside in rejects.csv.";

    @TempDir
    private Path work;

    private SpoiltData data = new SpoiltData(Path.of("target/none"));

    @BeforeEach
    void soundData() {
        data = new SpoiltData(work);
    }

    @Test
    void soundDataIsOfTheBestGradeAndLosesNothing() {
        data.done()
                .rejects()
                .counts("items.csv", SpoiltData.ITEMS, SpoiltData.ITEMS, 0, 0, 0)
                .counts("demand.csv", SpoiltData.DEMAND, SpoiltData.DEMAND, 0, 0, 0)
                .item("bolt", Map.of("data_grade", "A"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bolt,2026-03-02,'1.234,5O' | 3 | E-NUM-003 | quantity \"1.234,5O\" is not a number (letter O?)",
                "bolt,2026-03-02,'1,234' | 3 | E-NUM-003 | quantity \"1,234\" is not a number (thousands separators?)",
                "bolt,2026-03-02,302- | 3 | E-NUM-003 | quantity \"302-\" is not a number (minus sign at the end?)",
                "bolt,2026-03-02,NaN | 3 | E-NUM-001 | quantity \"NaN\" is not a finite number",
                "bolt,2026-03-02,1e300 | 3 | E-NUM-002 | quantity \"1e300\" is out of range",
                "bolt,2026-03-02,#N/A | 3 | E-CELL-001 | quantity \"#N/A\" is an error of a spreadsheet",
                "bolt,2026-03-02, | 3 | E-KEY-001 | quantity \"\" is needed",
                "screw,2026-03-02,1 | 1 | E-KEY-003 | item_id \"screw\" is not in the items table",
                "bolt,2026-02-30,1 | 2 | E-DATE-001 | date \"2026-02-30\" is not a date (yyyy-MM-dd)",
                "bolt,03/04/2025,1 | 2 | E-DATE-001 | date \"03/04/2025\" is not a date (yyyy-MM-dd)",
                "bolt,46027,1 | 2 | E-DATE-001 | date \"46027\" is not a date (yyyy-MM-dd)",
                "bolt,00000000,1 | 2 | E-DATE-001 | date \"00000000\" is not a date (yyyy-MM-dd)",
                "bolt,1900-01-01,1 | 2 | E-DATE-002 | date \"1900-01-01\" cannot be meant",
                "bolt,9999-12-31,1 | 2 | E-DATE-002 | date \"9999-12-31\" cannot be meant",
                "bolt,2026-03-02 | 3 | E-ROW-001 | the row has 2 cells, the header has 3",
                "bolt,2026-03-02,1,5 | 4 | E-ROW-002 | the row has 4 cells, the header has 3"
            })
    void badCellIsSetAsideWithItsPlace(String row, int column, String code, String message) {
        String line = row.replace('\'', '"');
        Run run = data.add("demand.csv", line)
                .done()
                .says("demand.csv:272:" + column + " [" + code + "] " + message, SET_ASIDE)
                .rejects("demand.csv:272:" + column + " " + code)
                .counts("demand.csv", 271, 270, 0, 1, 0);
        assertEquals(line, run.csv("rejects.csv").get(0).getField("raw"));
    }

    @Test
    void brokenQuoteCostsOneRow() {
        data.add("demand.csv", "bolt,2026-03-02,\"1", "nut,2026-03-02,4")
                .done()
                .says("demand.csv:272:3 [E-ROW-003] the quotes of this row do not match")
                .rejects("demand.csv:272:3 E-ROW-003")
                .counts("demand.csv", 272, 271, 0, 1, 0);
    }

    @Test
    void dayOfTheRunLimitsTheDatesThatCanBeMeant() {
        data.add("demand.csv", "bolt,2062-03-02,1")
                .done("--as-of", "2026-09-21")
                .says("dates run from 1970-01-01 to 2036-09-21")
                .rejects("demand.csv:272:2 E-DATE-002");
    }

    @Test
    void fewDatesFarAheadOfAllOthersStopTheRunWithTheSettingThatDecides() {
        data.add("demand.csv", "bolt,2031-01-05,1")
                .refused(
                        3,
                        "the newest date of demand and receipts is 2031-01-05 (demand.csv row 272), all others end on"
                                + " 2026-09-21",
                        "--as-of 2026-09-21");
        data.done("--as-of", "2026-09-21")
                .says("demand lines dated after the run's date are left out (1 item)")
                .counts("demand.csv", 271, 271, 0, 0, 0);
    }

    @Test
    void moreThanTheLimitStopsTheRunBeforeAnythingIsWritten() {
        String[] bad = new String[20];
        Arrays.fill(bad, "bolt,2026-03-02,many");
        data.add("demand.csv", bad)
                .refused(
                        3,
                        "20 of 290 rows of " + data.data().resolve("demand.csv")
                                + " for table demand were rejected, more than 5.0 %.",
                        "demand.csv:272:3 [E-NUM-003]",
                        "... and 17 more like this (posture help E-NUM-003)",
                        "Nothing was written. Maybe repair the file, or raise max_reject_rate in the policy.");
        Path policy = SmallData.write(work.resolve("posture.yaml"), "posture: v1\nmax_reject_rate: 0.1\n");
        data.done("--policy", policy).counts("demand.csv", 290, 270, 0, 20, 0);
    }

    @Test
    void missingColumnStopsTheRunWithTheHeaderAndTheNearestName() {
        data.change("demand.csv", "item_id,date,quantity", "item_id,date,quantiy")
                .refused(
                        3,
                        "demand.csv has no column 'quantity', which table demand needs.",
                        "Columns found: [item_id, date, quantiy]. Maybe 'quantiy' is meant.",
                        "Columns of other names go through a mapping.");
    }

    @Test
    void identicalItemsAreMergedAndTold() {
        data.add("items.csv", "nut,C62,3,fastener")
                .done()
                .says("items.csv: rows that repeat another to the letter were merged with it (1 row)")
                .rejects()
                .counts("items.csv", 44, 43, 0, 0, 1)
                .item("nut", Map.of("data_grade", "A"));
    }

    @Test
    void contradictingItemsAreBothSetAsideAndTheItemIsForReview() {
        data.add("items.csv", "nut,C62,9,fastener")
                .done()
                .says(
                        "items.csv:3:3 [E-KEY-002] unit_cost \"3\" contradicts line 45 of the same item_id.",
                        "items.csv:45:3 [E-KEY-002] unit_cost \"9\" contradicts line 3 of the same item_id.",
                        "the rows of items contradict each other; the items are undecided until one row of each is left: nut")
                .rejects("items.csv:3:3 E-KEY-002", "items.csv:45:3 E-KEY-002")
                .counts("items.csv", 44, 42, 0, 2, 0)
                .counts("demand.csv", 270, 270, 0, 0, 0)
                .item("nut", Map.of("posture", "", "action", "REVIEW_DATA", "reason_code", "REVIEW-DATA"));
    }

    @Test
    void keysThatLookAlikeAreKeptApartAndTold() {
        Run run = data.add("items.csv", "0047,C62,3,x", "47,C62,3,x", "NUT,C62,3,x")
                .done()
                .says("item ids that differ in leading zeros, case or blanks only were kept apart, maybe they are one:"
                        + " '0047' and '47', 'NUT' and 'nut'");
        assertEquals("47", run.item("47").getField("item_id"));
        assertEquals("0047", run.item("0047").getField("item_id"));
    }

    @Test
    void quantityInAnotherUnitNamesTheLineThatIsMissing() {
        data.addColumn("demand.csv", "uom", "").add("demand.csv", "bolt,2026-03-02,2,BOX", "nut,2026-03-02,2,KGM");
        data.done()
                .says(
                        "demand.csv:272:4 [E-UNIT-001] uom \"BOX\" is not the item's base unit C62. Add a line to"
                                + " uom_conversions: item_id,from,to,num,den = bolt,BOX,C62,NUM,1.",
                        "uom \"KGM\" is not the item's base unit C62: KGM is a mass, C62 a count.")
                .rejects("demand.csv:272:4 E-UNIT-001", "demand.csv:273:4 E-UNIT-001")
                .counts("demand.csv", 272, 270, 0, 2, 0);
        data.put("uom_conversions.csv", "item_id,from,to,num,den", "bolt,BOX,C62,100,1", "nut,KGM,C62,250,1")
                .done()
                .says("quantities in other units were converted to the base units of their items (2 rows)")
                .rejects();
    }

    @Test
    void costInAnotherCurrencyNamesTheRateThatIsMissing() {
        Path policy = SmallData.write(work.resolve("posture.yaml"), "posture: v1\ncurrency: EUR\nas_of: 2026-09-21\n");
        data.addColumn("items.csv", "currency", "EUR").add("items.csv", "part-usd,C62,4,part,USD");
        data.done("--policy", policy)
                .says(
                        "items.csv:45:5 [E-CUR-001] currency \"USD\" is not the currency EUR of the run, and table fx has"
                                + " no rate up to 2026-09-21.",
                        "Add a line to fx: base,quote,as_of,rate = USD,EUR,2026-09-21,RATE.")
                .rejects("items.csv:45:5 E-CUR-001")
                .counts("items.csv", 44, 43, 0, 1, 0);
        data.put("fx.csv", "base,quote,as_of,rate", "USD,EUR,2026-09-01,0.9")
                .done("--policy", policy)
                .says("costs of items in other currencies were converted to EUR at the latest rates up to 2026-09-21")
                .rejects();
    }

    @Test
    void priceOfAThousandIsDividedAndTold() {
        data.addColumn("items.csv", "price_unit", "")
                .change("items.csv", "bolt,C62,4,fastener,", "bolt,C62,4000,fastener,1000");
        Run sound = data.done()
                .says(
                        "unit costs of items were given for several pieces (price_unit) and divided by their number (1 row)");
        assertEquals(
                4 * Double.parseDouble(sound.item("bolt").getField("safety_stock_qty")),
                Double.parseDouble(sound.item("bolt").getField("buffer_value")),
                1e-9);
    }

    @Test
    void costFarFromItsCategoryIsNamed() {
        data.change("items.csv", "part-7,C62,2.5", "part-7,C62,2500")
                .done()
                .says("part-7 (2500.0 where the median of part is 2.5)");
        data.change("items.csv", "part-7,C62,2500", "part-7,C62,25");
        assertFalse(data.done().terminal().out().contains("where the median of"));
    }

    @Test
    void negativeStockIsReadAsNothingWithItsAmount() {
        data.put("stock.csv", "item_id,as_of,quantity", "bolt,2026-09-01,-5", "nut,2026-09-01,12")
                .done()
                .says("stock below 0 was read as 0, together -5.0 pieces (1 row)")
                .counts("stock.csv", 2, 2, 0, 0, 0);
    }

    @Test
    void negativeDemandIsAReturnAndNotPartOfTheVariation() {
        String before = data.done().item("bolt").getField("demand_sd");
        Run run = data.add("demand.csv", "bolt,2026-01-06,-400")
                .done()
                .says("returns are left out of demand and not netted (1 item)")
                .counts("demand.csv", 271, 271, 0, 0, 0)
                .warns("bolt", "RETURNS_LEFT_OUT");
        assertEquals(before, run.item("bolt").getField("demand_sd"));
    }

    @Test
    void receiptBeforeItsOrderIsSetAside() {
        data.add("receipts.csv", "X,1,bolt,V1,2025-03-10,2025-03-20,2025-03-01,5,5")
                .done()
                .says("receipts.csv:32:7 [E-DATE-003] receipt_date \"2025-03-01\" is before the order of 2025-03-10")
                .rejects("receipts.csv:32:7 E-DATE-003")
                .counts("receipts.csv", 31, 30, 0, 1, 0);
    }

    @Test
    void receiptOnTheDayOfItsOrderCountsAndOneWithoutOrderDateIsCountedApart() {
        data.add(
                        "receipts.csv",
                        "X,1,bolt,V1,2025-03-10,2025-03-20,2025-03-10,5,5",
                        "X,2,bolt,V1,,2025-03-20,2025-03-10,5,5")
                .done()
                .rejects()
                .says("receipt lines without a usable order date: no lead time (1 item)")
                .counts("receipts.csv", 32, 32, 0, 0, 0);
        assertTrue(Terminal.run("why", "bolt", "--run", data.out()).out().contains("Lead time: 11 closed lines"));
    }

    @Test
    void repairedRejectsAreReadInTheirPlaces() throws Exception {
        data.add("demand.csv", "bolt,2026-03-02,1O").done().rejects("demand.csv:272:3 E-NUM-003");
        String rejects = Files.readString(data.out().resolve("rejects.csv"));
        Path fixed = SmallData.write(
                work.resolve("fixed.csv"), rejects.replace("\"bolt,2026-03-02,1O\"", "\"bolt,2026-03-02,10\""));
        data.done("--add", fixed).rejects().counts("demand.csv", 271, 271, 0, 0, 0);
    }
}
