package io.posture.analysis.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.io.run.EarlierRun;
import io.posture.io.run.ReviewMemory;
import io.posture.review.ReviewReason;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs one after another, as they remember what reviews need. */
class RunReviewTest {

    private static final String FIRST = "2026-07-06";
    private static final String SECOND = "2026-08-10";
    private static final String THIRD = "2026-09-07";

    @TempDir
    private Path work;

    @Test
    void theRunThatIsLookedBackToIsAPartOfTheName() {
        Runs runs = Runs.of(work).on(FIRST).on(SECOND);
        EarlierRun earlier = runs.manifest().earlier().orElseThrow();
        assertEquals(LocalDate.parse(FIRST), earlier.asOf());
        Runs fresh = runs.into(work.resolve("fresh")).on(SECOND);
        assertEquals(Optional.empty(), fresh.manifest().earlier());
        // other bytes, another name
        assertNotEquals(runs.file("review.jsonl"), fresh.file("review.jsonl"));
        assertNotEquals(runs.manifest().runId(), fresh.manifest().runId());
    }

    @Test
    void aRerunOfADayHasTheSameNameAndTheSameBytes() {
        Runs runs = Runs.of(work).on(FIRST).on(SECOND);
        String name = runs.manifest().runId();
        List<String> before = List.of(runs.file("review.jsonl"), runs.file("register.csv"), runs.file("kpi.json"));
        runs.on(SECOND);
        assertEquals(name, runs.manifest().runId());
        assertEquals(before, List.of(runs.file("review.jsonl"), runs.file("register.csv"), runs.file("kpi.json")));
    }

    @Test
    void aRunOfAnEarlierDayRemembersNothingOfTheFuture() {
        Runs runs = Runs.of(work).on(SECOND).on(THIRD).on(FIRST);
        assertEquals(Optional.empty(), runs.manifest().earlier());
        for (ReviewMemory.Item item : runs.memory().items().values()) {
            assertEquals(Optional.empty(), item.before());
            assertEquals(LocalDate.parse(FIRST), item.facts().standing().reviewedOn());
            assertEquals(
                    item.facts().number("calculated").orElseThrow(),
                    item.facts().standing().heldPieces(),
                    0);
        }
        assertEquals(List.of(), runs.findings(ReviewReason.BUFFER_MOVES, "bolt"));
        assertEquals(Optional.empty(), runs.memory().watched().get("V1").before());
    }

    @Test
    void aRunBetweenTwoOthersLooksBackToTheFirst() {
        Runs runs = Runs.of(work).on(FIRST).on(THIRD).on(SECOND);
        assertEquals(
                LocalDate.parse(FIRST), runs.manifest().earlier().orElseThrow().asOf());
        assertTrue(runs.memory().items().values().stream()
                .allMatch(item -> item.before().isPresent()));
    }

    @Test
    void anEmergencyEndsAndTheTargetFallsToTheCalculatedLevel() {
        Runs runs = Runs.of(work);
        double calculated = runs.into(work.resolve("plain"))
                .on(FIRST)
                .item("bolt")
                .number("calculated")
                .orElseThrow();
        runs.overrides("bolt,safety_stock,900,EMERGENCY,2026-02-01,2026-12-31").on(FIRST);
        // 2026-02-01 and 180 days are 2026-07-31
        assertEquals("900", runs.register("bolt", "safety_stock_qty"));
        assertEquals(calculated, runs.item("bolt").number("calculated").orElseThrow(), 0);
        runs.on(SECOND);
        double now = runs.item("bolt").number("calculated").orElseThrow();
        assertEquals(now, Double.parseDouble(runs.register("bolt", "safety_stock_qty")), 0);
        List<ReviewReport.Entry> expired = runs.findings(ReviewReason.EXPIRED_BUFFER, "bolt");
        assertEquals("190 days", expired.get(0).evidence().get("emergencyBufferAgeDays"));
        assertTrue(expired.get(0).text().contains("the target falls to " + (long) now + " pieces"), expired::toString);
        assertEquals(List.of(), runs.findings(ReviewReason.OVERRIDE_EXPIRED, "bolt"));
        runs.on(THIRD);
        assertEquals(List.of(), runs.findings(ReviewReason.EXPIRED_BUFFER, "bolt"));
    }

    @Test
    void aRenewedEmergencyHoldsOn() {
        Runs runs = Runs.of(work)
                .overrides(
                        "bolt,safety_stock,900,EMERGENCY,2026-02-01,2026-12-31",
                        "bolt,safety_stock,800,EMERGENCY,2026-07-20,2026-12-31")
                .on(FIRST)
                .on(SECOND);
        assertEquals("800", runs.register("bolt", "safety_stock_qty"));
        assertEquals(List.of(), runs.findings(ReviewReason.EXPIRED_BUFFER, "bolt"));
    }

    @Test
    void aRenewedOverrideRaisesNoAlarm() {
        Runs runs = Runs.of(work)
                .overrides(
                        "bolt,safety_stock,200,CONTRACT,2026-06-01,2026-07-10",
                        "bolt,safety_stock,300,CONTRACT,2026-07-01,2026-08-01",
                        "bolt,safety_stock,400,CONTRACT,2026-12-01,2028-12-01")
                .on(FIRST);
        List<ReviewReport.Entry> soon = runs.findings(ReviewReason.OVERRIDE_EXPIRES, "bolt");
        assertEquals(1, soon.size(), soon::toString);
        assertEquals("300", soon.get(0).evidence().get("value"));
        // what begins later is not too long yet
        assertEquals(List.of(), runs.findings(ReviewReason.OVERRIDE_TOO_LONG, "bolt"));
        runs.on("2026-07-20");
        assertEquals("300", runs.register("bolt", "safety_stock_qty"));
        assertEquals(List.of(), runs.findings(ReviewReason.OVERRIDE_EXPIRED, "bolt"));
        runs.on(SECOND);
        List<ReviewReport.Entry> over = runs.findings(ReviewReason.OVERRIDE_EXPIRED, "bolt");
        assertEquals(1, over.size(), over::toString);
        assertEquals("300", over.get(0).evidence().get("value"));
    }

    @Test
    void suppliersAreWatchedSinceTheFirstRunUntilSomebodyReviewsThem() {
        // 91 days before the first run
        LocalDate start = LocalDate.of(2026, 4, 6);
        Runs runs = Runs.of(work).on(FIRST);
        assertEquals(start, runs.memory().watched().get("V1").since());
        runs.on(SECOND).on(SECOND).on(THIRD);
        assertEquals(start, runs.memory().watched().get("V1").since());
        runs.reviews("supplier,V1," + THIRD).on("2026-09-21");
        assertEquals(LocalDate.parse(THIRD), runs.memory().watched().get("V1").since());
        assertEquals(Optional.of(start), runs.memory().watched().get("V1").before());
    }

    @Test
    void aStockpilePlanForATimeEndsAndIsRenewedByAnotherPlan() {
        Runs runs = Runs.ofStrategicStock(work).on("2026-11-20").on("2027-03-01");
        assertEquals("HELD", runs.register("controller", "strategic_state"));
        assertEquals(List.of(), runs.findings(ReviewReason.STOCKPILE_PLAN_EXPIRES, "controller"));
        runs.on("2027-05-01");
        List<ReviewReport.Entry> soon = runs.findings(ReviewReason.STOCKPILE_PLAN_EXPIRES, "controller");
        assertEquals("2027-05-19", soon.get(0).evidence().get("ends"));
        assertEquals("2026-11-20", soon.get(0).evidence().get("countedFrom"));
        runs.on("2027-05-20");
        assertEquals("REFUSED", runs.register("controller", "strategic_state"));
        assertEquals(
                1,
                runs.findings(ReviewReason.STOCKPILE_PLAN_EXPIRED, "controller").size());
        // it stays over
        runs.on("2027-06-20");
        assertEquals("REFUSED", runs.register("controller", "strategic_state"));
        // nothing is asked for
        assertEquals(List.of(), runs.findings(ReviewReason.STOCKPILE_PLAN_EXPIRED, "screw"));
        runs.with("expires: P180D", "expires: P100D").on("2027-06-20");
        assertEquals("HELD", runs.register("controller", "strategic_state"));
        assertEquals(
                Optional.of(LocalDate.of(2027, 9, 28)), runs.item("controller").day("stockpile_plan_ends_on"));
    }

    @Test
    void severalRunsBetweenTwoReviewsAreOneLook() {
        String header = "item_id,unit_cost,crit_production,crit_safety,crit_contract,crit_revenue,crit_substitution";
        Runs runs = Runs.of(work);
        runs.write("items.csv", header, "bolt,4,1,1,1,1,1", "nut,3,,,,,", "washer,6,,,,,")
                .on(FIRST);
        assertTrue(runs.item("bolt").number("risk").orElseThrow() >= 60, "it begins high");
        assertEquals("HIGH", runs.item("bolt").standing().level());
        runs.write("items.csv", header, "bolt,4,0,0,0,0,0", "nut,3,,,,,", "washer,6,,,,,");
        for (String day : List.of("2026-07-07", "2026-07-08", "2026-07-09")) {
            runs.on(day);
            assertTrue(runs.item("bolt").number("risk").orElseThrow() < 50, "it is low now");
            assertEquals("HIGH", runs.item("bolt").standing().level());
            assertEquals(0, runs.item("bolt").standing().reviewsBelow());
        }
        runs.on("2026-10-05");
        assertEquals(1, runs.item("bolt").standing().reviewsBelow());
        assertEquals("HIGH", runs.item("bolt").standing().level());
        runs.reviews("item,bolt,2026-10-11").on("2026-10-12");
        assertEquals("LOW", runs.item("bolt").standing().level());
    }

    @Test
    void whatCallsForALookAtOnceIsDueToday() {
        Runs runs = Runs.of(work).on(FIRST);
        assertNotEquals(FIRST, runs.register("bolt", "review_due"));
        runs.write("items.csv", "item_id,unit_cost", "bolt,40", "nut,3", "washer,6")
                .on(SECOND);
        assertEquals(1, runs.findings(ReviewReason.PRICE_EVENT, "bolt").size());
        assertEquals(SECOND, runs.register("bolt", "review_due"));
    }

    @Test
    void whatASupplierAnnouncesReachesItsItemsOnce() {
        Runs runs = Runs.of(work)
                .write("events.csv", "event_id,at,scope,ref,kind", "E1,2026-06-01,supplier,V1,price")
                .on(FIRST);
        assertEquals(List.of(), runs.findings(ReviewReason.PRICE_EVENT, "nut"));
        runs.write(
                        "events.csv",
                        "event_id,at,scope,ref,kind",
                        "E1,2026-06-01,supplier,V1,price",
                        "E2,2026-12-01,supplier,V1,price",
                        "E3,2027-06-30,item,nut,end_of_life")
                .on(SECOND);
        List<ReviewReport.Entry> price = runs.findings(ReviewReason.PRICE_EVENT, "nut");
        assertEquals("2026-12-01", price.get(0).evidence().get("announcedFor"));
        assertEquals(1, runs.findings(ReviewReason.END_OF_LIFE, "nut").size());
        assertEquals(List.of(), runs.findings(ReviewReason.END_OF_LIFE, "bolt"));
        runs.on(THIRD);
        assertEquals(List.of(), runs.findings(ReviewReason.PRICE_EVENT, "nut"));
    }
}
