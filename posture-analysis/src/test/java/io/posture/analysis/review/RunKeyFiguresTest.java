package io.posture.analysis.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.io.run.KeyFigureFile;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunKeyFiguresTest {

    private static final double EXACT = 1e-9;

    @TempDir
    private Path work;

    @Test
    void recoveriesAreThoseOfTheLogOfDisruptions() {
        // kpi.mttr: 10, 20 and 45 days, one open for 15: 25 and 30
        Runs runs = Runs.of(work)
                .write(
                        "events.csv",
                        "event_id,at,scope,ref,ended_on",
                        "E1,2026-02-10,supplier,V1,2026-02-20",
                        "E2,2026-03-01,supplier,V1,2026-03-21",
                        "E3,2026-04-01,supplier,V1,2026-05-16",
                        "E4,2026-09-20,supplier,V1,")
                .on("2026-10-05");
        assertEquals(25, runs.figure("mttr_closed").value().orElseThrow(), EXACT);
        assertEquals(30, runs.figure("mttr_with_open").value().orElseThrow(), EXACT);
        assertEquals(3, runs.figure("mttr_closed").denominator().orElseThrow(), 0);
    }

    @Test
    void withoutALogRecoveryIsUnknownAndSaysWhatIsMissing() {
        KeyFigureFile.Row row = Runs.of(work).run().figure("mttr_closed");
        assertEquals(OptionalDouble.empty(), row.value());
        assertTrue(row.note().contains("the table events"), row::note);
    }

    @Test
    void coverageIsOfAllItems() {
        Runs runs = Runs.of(work)
                .write("item_locations.csv", "item_id,current_safety_stock", "bolt,500")
                .run();
        KeyFigureFile.Row over = runs.figure("over_insured");
        assertEquals(1.0 / 3, over.coverage(), EXACT);
        double optimum = runs.item("bolt").number("calculated").orElseThrow();
        assertEquals((500 - optimum) * 4, over.value().orElseThrow(), EXACT);
        assertEquals(1.0 / 3, runs.figure("buffer_cover").coverage(), EXACT);
    }

    @Test
    void whereNobodySaysWhatIsHeldNothingIsInsuredAndTheNoteSaysSo() {
        Runs runs = Runs.of(work).run();
        assertEquals(OptionalDouble.empty(), runs.figure("over_insured").value());
        assertTrue(runs.figure("over_insured").note().contains("item_locations.current_safety_stock"));
        assertEquals(1, runs.figure("buffer_cover").coverage(), EXACT);
        assertTrue(runs.figure("buffer_cover").note().contains("of the proposed buffers"));
    }

    @Test
    void oneMissingMarginHidesNoMargins() {
        // bolt and nut: margins 2 and 1 a piece, stock 100 at 4 and 200 at 3; washer has stock and no margin
        Runs runs = Runs.of(work)
                .write("items.csv", "item_id,unit_cost,unit_margin", "bolt,4,2", "nut,3,1", "washer,6,")
                .write(
                        "stock.csv",
                        "item_id,as_of,quantity",
                        "bolt,2026-10-05,100",
                        "nut,2026-10-05,200",
                        "washer,2026-10-05,50")
                .run();
        double issues = 0;
        for (int week = 0; week < 40; week++) {
            issues += 10 + week % 3;
        }
        KeyFigureFile.Row gmroi = runs.figure("gmroi");
        assertEquals(issues * (2 + 1) / (100 * 4 + 200 * 3), gmroi.value().orElseThrow(), EXACT);
        assertEquals(2.0 / 3, gmroi.coverage(), EXACT);
        // nobody says how much of it is strategic: not 0
        assertEquals(OptionalDouble.empty(), runs.figure("stockpile_value").value());
    }

    @Test
    void theWorstYearsAreSimulatedWhereALossIsKnown() {
        Runs runs = Runs.of(work);
        KeyFigureFile.Row unknown = runs.run().figure("cvar_95");
        assertEquals(OptionalDouble.empty(), unknown.value());
        assertTrue(unknown.note().contains("nobody says what a piece short costs"), unknown::note);
        runs.write("items.csv", "item_id,unit_cost,stockout_cost_per_unit", "bolt,4,50", "nut,3,", "washer,6,20")
                .run();
        KeyFigureFile.Row row = runs.figure("cvar_95");
        assertTrue(row.value().orElseThrow() > 0, row::toString);
        assertEquals("estimated", row.status());
        assertEquals(2, row.observations());
        assertEquals(2.0 / 3, row.coverage(), EXACT);
        assertTrue(row.note().contains("10,000 simulated years with the proposed buffers"), row::note);
        double once = row.value().orElseThrow();
        assertEquals(once, runs.run().figure("cvar_95").value().orElseThrow(), 0);
    }

    @Test
    void stockpilesAreJudgedByTheBestCoverAndApartFromSafetyStock() {
        Runs runs = Runs.ofStrategicStock(work).run();
        KeyFigureFile.Row over = runs.figure("strategic_over_insured");
        KeyFigureFile.Row under = runs.figure("strategic_under_insured");
        KeyFigureFile.Row coverage = runs.figure("strategic_insurance_coverage");
        // the controller holds none and is to hold 22 at 200 each; the pump seal, of which a person keeps 600 at 40,
        // has too many
        assertEquals("22", runs.register("controller", "strategic_stock_qty"));
        assertEquals("600", runs.register("pump-seal", "strategic_stock_qty"));
        assertEquals(22 * 200, under.value().orElseThrow(), EXACT);
        double covered = coverage.numerator().orElseThrow();
        assertEquals(600 * 40, covered + over.value().orElseThrow(), EXACT);
        assertTrue(over.value().orElseThrow() > 0, over::toString);
        assertEquals(covered + 22 * 200, coverage.denominator().orElseThrow(), EXACT);
        assertEquals(2.0 / 8, over.coverage(), EXACT);
        // the safety stock is judged apart: 20 + 40 + 14 + 40 days are over, 26 open
        assertEquals(5.0 / 8, runs.figure("over_insured").coverage(), EXACT);
        assertEquals(114.0 / 4, runs.figure("mttr_closed").value().orElseThrow(), EXACT);
        assertEquals(140.0 / 4, runs.figure("mttr_with_open").value().orElseThrow(), EXACT);
    }
}
