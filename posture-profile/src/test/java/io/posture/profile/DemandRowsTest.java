package io.posture.profile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.Bucket;
import io.posture.api.Censoring;
import io.posture.api.DemandProfile;
import io.posture.profile.Run.TestItem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DemandRowsTest {

    /** A Sunday. */
    private static final LocalDate AS_OF = LocalDate.of(2025, 12, 28);

    private static final LocalDate LONG_AGO = LocalDate.of(2010, 1, 1);
    private static final OptionalDouble NONE = OptionalDouble.empty();
    private static final double DIGITS = 1e-12;

    /** Lines of an item in four full weeks from Monday, 2025-12-01. */
    private static final class Lines {

        private final List<DemandRow> rows = new ArrayList<>();

        Lines issue(String date, double pieces, String document) {
            return add(date, pieces, document, "", "", NONE);
        }

        Lines back(String date, double pieces, String cancels) {
            return add(date, -pieces, "", cancels, "", NONE);
        }

        Lines traded(String date, double pieces, String partner, double price) {
            return add(date, pieces, "", "", partner, OptionalDouble.of(price));
        }

        private Lines add(
                String date, double pieces, String document, String cancels, String partner, OptionalDouble price) {
            rows.add(new DemandRow(
                    Run.id("a"),
                    LocalDate.parse(date),
                    Bucket.DAY,
                    pieces,
                    document,
                    cancels,
                    partner,
                    price,
                    NONE,
                    0));
            return this;
        }

        Run run() {
            Run run = Run.with(ProfileSettings.DEFAULTS.withAsOf(AS_OF).withWindowMonths(1))
                    .item(new TestItem("a").introduced(LONG_AGO));
            rows.forEach(run.builder::demand);
            return run;
        }

        DemandProfile demand() {
            return run().profile("a").demand();
        }

        double[] weeks() {
            return demand().history().toArray();
        }
    }

    @Test
    void aReturnThatNamesItsIssueCancelsItWhereItWas() {
        Lines lines = new Lines()
                .issue("2025-12-02", 10, "d1")
                .issue("2025-12-09", 7, "d2")
                .back("2025-12-23", 10, "d1");
        assertArrayEquals(new double[] {0, 7, 0, 0}, lines.weeks(), 0);
        assertEquals(0, lines.demand().returnedPieces(), 0);
        assertEquals(7, lines.demand().annualIssues(), 0);
        assertTrue(Run.assumption(lines.run().build(), Premise.ISSUES_CORRECTED).isPresent());
    }

    @Test
    void aPartOfAnIssueCanBeTakenBack() {
        Lines lines = new Lines().issue("2025-12-02", 10, "d1").back("2025-12-23", 4, "d1");
        assertArrayEquals(new double[] {6, 0, 0, 0}, lines.weeks(), 0);
    }

    @Test
    void whatExceedsTheNamedIssueIsAReturn() {
        Lines lines = new Lines().issue("2025-12-02", 10, "d1").back("2025-12-23", 12, "d1");
        assertArrayEquals(new double[] {0, 0, 0, 0}, lines.weeks(), 0);
        assertEquals(2, lines.demand().returnedPieces(), 0);
    }

    @Test
    void ofADocumentsLinesTheOneOfEqualSizeIsMeant() {
        Lines lines = new Lines()
                .issue("2025-12-02", 10, "d1")
                .issue("2025-12-09", 4, "d1")
                .issue("2025-12-16", 7, "d1")
                .back("2025-12-23", 4, "d1");
        assertArrayEquals(new double[] {10, 0, 7, 0}, lines.weeks(), 0);
    }

    @Test
    void aReturnThatNamesAnUnknownDocumentIsLeftOutAndCounted() {
        Lines lines = new Lines().issue("2025-12-02", 10, "d1").back("2025-12-23", 10, "d0");
        assertArrayEquals(new double[] {10, 0, 0, 0}, lines.weeks(), 0);
        assertEquals(10, lines.demand().returnedPieces(), 0);
        assertEquals(OptionalDouble.of(1), lines.demand().returnRate());
    }

    @Test
    void aReturnPairsWithTheLatestEarlierEqualIssue() {
        Lines lines = new Lines()
                .traded("2025-12-02", 5, "smith", 2)
                .traded("2025-12-09", 5, "smith", 2)
                .traded("2025-12-22", 5, "smith", 2)
                .traded("2025-12-16", -5, "smith", 2);
        assertArrayEquals(new double[] {5, 0, 0, 5}, lines.weeks(), 0);
        // and a second return with the one before
        lines.traded("2025-12-17", -5, "smith", 2);
        assertArrayEquals(new double[] {0, 0, 0, 5}, lines.weeks(), 0);
        // a third finds none that is earlier
        lines.traded("2025-12-18", -5, "smith", 2);
        assertArrayEquals(new double[] {0, 0, 0, 5}, lines.weeks(), 0);
        assertEquals(5, lines.demand().returnedPieces(), 0);
    }

    @Test
    void anotherPartnerPriceOrQuantityIsAnotherIssue() {
        Lines lines = new Lines()
                .traded("2025-12-02", 5, "smith", 2)
                .traded("2025-12-09", -5, "jones", 2)
                .traded("2025-12-09", -5, "smith", 3)
                .traded("2025-12-09", -4, "smith", 2);
        assertArrayEquals(new double[] {5, 0, 0, 0}, lines.weeks(), 0);
        assertEquals(14, lines.demand().returnedPieces(), 0);
    }

    @Test
    void unknownPartnersAreNotEqual() {
        Lines lines = new Lines().issue("2025-12-02", 5, "").back("2025-12-09", 5, "");
        assertArrayEquals(new double[] {5, 0, 0, 0}, lines.weeks(), 0);
        assertEquals(5, lines.demand().returnedPieces(), 0);
    }

    @Test
    void aReturnAfterTheRunsDateCancelsNothing() {
        Lines lines = new Lines().issue("2025-12-02", 10, "d1").back("2025-12-29", 10, "d1");
        assertArrayEquals(new double[] {10, 0, 0, 0}, lines.weeks(), 0);
    }

    @Test
    void theOrderOfTheLinesChangesNoPairing() {
        Random random = new Random(11);
        Lines lines = new Lines();
        for (int i = 0; i < 60; i++) {
            String day = LocalDate.of(2025, 12, 1).plusDays(random.nextInt(28)).toString();
            double pieces = 1 + random.nextInt(3);
            if (i % 3 == 0) {
                lines.traded(day, random.nextBoolean() ? pieces : -pieces, "p" + random.nextInt(2), 1);
            } else if (i % 3 == 1) {
                lines.issue(day, pieces, "d" + random.nextInt(4));
            } else {
                lines.back(day, pieces, "d" + random.nextInt(4));
            }
        }
        double[] expected = lines.weeks();
        for (int seed = 0; seed < 10; seed++) {
            Collections.shuffle(lines.rows, new Random(seed));
            assertArrayEquals(expected, lines.weeks(), 0);
        }
    }

    @Test
    void aDocumentedOneOffIsNoDemand() {
        Run run = new Lines().issue("2025-12-02", 10, "").run();
        run.builder.demand(new DemandRow(
                Run.id("a"), LocalDate.of(2025, 12, 9), Bucket.DAY, 900, "", "", "", NONE, NONE, true, 0));
        assertArrayEquals(
                new double[] {10, 0, 0, 0}, run.profile("a").demand().history().toArray(), 0);
        assertEquals(
                1,
                Run.assumption(run.build(), Premise.EXCEPTIONAL_LEFT_OUT)
                        .orElseThrow()
                        .items());
    }

    /** Ten weeks to the run's date, with days without stock in some. */
    private static Run stockOuts(double[] sales, double... days) {
        Run run = Run.with(ProfileSettings.DEFAULTS.withAsOf(AS_OF))
                .item(new TestItem("a").introduced(AS_OF.minusWeeks(10).plusDays(1)));
        for (int week = 0; week < 10; week++) {
            run.builder.demand(new DemandRow(
                    Run.id("a"),
                    AS_OF.minusWeeks(10 - week).plusDays(1),
                    Bucket.WEEK,
                    sales[week],
                    "",
                    "",
                    "",
                    NONE,
                    OptionalDouble.of(days[week]),
                    0));
        }
        return run;
    }

    @Test
    void stockOutsMakeSalesALowerBound() {
        Run run = stockOuts(new double[] {98, 105, 110, 92, 101, 80, 75, 97, 103, 108}, 0, 0, 0, 0, 0, 3, 7, 0, 0, 0);
        DemandProfile demand = run.profile("a").demand();
        Censoring censoring = demand.signals().censoring().orElseThrow();
        assertEquals("NORMAL", censoring.method());
        assertEquals(2, censoring.censoredBuckets());
        // reference vector demand.censoredNormal-01, per day
        assertEquals(101.75015414531387 / 7, demand.meanPerDay(), 2e-5 * 15);
        assertEquals(5.606615198067827 / Math.sqrt(7), demand.sdPerDay().orElseThrow(), 2e-5 * 3);
        assertEquals(96.9 / 7, censoring.observedMeanPerDay(), DIGITS);
        assertTrue(Run.assumption(run.build(), Premise.DEMAND_CENSORED).isPresent());
        assertFalse(Run.assumption(run.build(), Premise.DEMAND_UNCENSORED).isPresent());
    }

    @Test
    void noStockOutInAnyRowNeedsNoAssumption() {
        double[] sales = new double[10];
        Arrays.fill(sales, 50);
        Run run = stockOuts(sales, new double[10]);
        assertTrue(run.profile("a").demand().signals().censoring().isEmpty());
        assertFalse(Run.assumption(run.build(), Premise.DEMAND_UNCENSORED).isPresent());
    }

    @Test
    void stockOutsInEveryBucketLeaveDemandUnknownAndSaySo() {
        double[] sales = new double[10];
        Arrays.fill(sales, 49);
        double[] days = new double[10];
        Arrays.fill(days, 2);
        Run run = stockOuts(sales, days);
        assertEquals(
                "NONE",
                run.profile("a").demand().signals().censoring().orElseThrow().method());
        assertEquals(7, run.profile("a").demand().meanPerDay(), DIGITS);
        assertTrue(Run.assumption(run.build(), Premise.DEMAND_ALL_CENSORED).isPresent());
    }

    @Test
    void severalLinesOfADaySpeakOfTheSameStockOut() {
        StockOuts stockOuts = new StockOuts();
        for (int line = 0; line < 3; line++) {
            stockOuts.add(0, stockOut(LocalDate.of(2025, 12, 3), Bucket.DAY, 1));
        }
        stockOuts.add(0, stockOut(LocalDate.of(2025, 12, 4), Bucket.DAY, 5));
        BucketSpan span = new BucketSpan(Bucket.WEEK, LocalDate.of(2025, 12, 1), 2);
        assertArrayEquals(new double[] {2, 0}, stockOuts.byItem(1).days(0, span), 0);
    }

    private static DemandRow stockOut(LocalDate date, Bucket grain, double days) {
        return new DemandRow(Run.id("a"), date, grain, 0, "", "", "", NONE, OptionalDouble.of(days), 0);
    }

    @Test
    void countsOfNothingAreStockOuts() {
        StockLedger ledger = new StockLedger();
        count(ledger, "2025-12-01", 5);
        count(ledger, "2025-12-03", 0);
        count(ledger, "2025-12-10", 0);
        count(ledger, "2025-12-16", 8);
        BucketSpan span = new BucketSpan(Bucket.WEEK, LocalDate.of(2025, 12, 1), 3);
        // from the 3rd to the 10th
        assertArrayEquals(new double[] {5, 3, 0}, ledger.daysWithout(0, span, AS_OF), 0);
        assertTrue(ledger.knowsPast(0, AS_OF));
    }

    @Test
    void oneCountIsNoHistory() {
        StockLedger ledger = new StockLedger();
        count(ledger, "2025-12-03", 0);
        BucketSpan span = new BucketSpan(Bucket.WEEK, LocalDate.of(2025, 12, 1), 3);
        assertArrayEquals(new double[0], ledger.daysWithout(0, span, AS_OF), 0);
        assertFalse(ledger.knowsPast(0, AS_OF));
    }

    private static void count(StockLedger ledger, String day, double pieces) {
        ledger.add(0, new StockRow(Run.id("a"), LocalDate.parse(day), true, pieces, 0));
    }

    @Test
    void refusesWhatIsNoQuantity() {
        assertThrows(IllegalArgumentException.class, () -> stockOut(AS_OF, Bucket.DAY, -1));
        assertThrows(IllegalArgumentException.class, () -> stockOut(AS_OF, Bucket.DAY, Double.NaN));
        assertThrows(
                IllegalArgumentException.class,
                () -> new DemandRow(
                        Run.id("a"), AS_OF, Bucket.DAY, 1, "", "", "", OptionalDouble.of(Double.NaN), NONE, 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> DemandRow.of(Run.id("a"), AS_OF, Bucket.DAY, Double.POSITIVE_INFINITY, 0));
    }
}
