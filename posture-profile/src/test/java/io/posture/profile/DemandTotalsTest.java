package io.posture.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.posture.api.Bucket;
import io.posture.api.DemandClass;
import io.posture.api.DemandHistory;
import io.posture.api.DemandProfile;
import io.posture.numerics.Moments;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DemandTotalsTest {

    private static final double DIGITS = 1e-9;
    private static final int ITEMS = 40;
    private static final LocalDate AS_OF = LocalDate.of(2025, 9, 17);

    private record Line(int item, LocalDate date, Bucket grain, double pieces) {}

    @Test
    void theBucketsAreThoseOfARun() {
        for (int seed = 0; seed < 20; seed++) {
            List<Line> lines = lines(new Random(seed));
            DemandTotals totals = totals(lines);
            DemandTotals.Patterns patterns = totals.patterns(AS_OF, 24);
            Run run = Run.asOf(AS_OF);
            for (int item = 0; item < ITEMS; item++) {
                run.item("i" + item);
            }
            for (Line line : lines) {
                run.builder.demand(Run.id("i" + line.item()), line.date(), line.grain(), line.pieces(), 0);
            }
            Population population = run.builder.build();
            for (int item = 0; item < ITEMS; item++) {
                assertSame(population.find(Run.id("i" + item)).orElseThrow().demand(), patterns.of(item));
            }
        }
    }

    @Test
    void theOrderOfLinesChangesNoDigit() {
        List<Line> lines = lines(new Random(99));
        List<DemandSummary> inOrder = summaries(lines);
        Collections.shuffle(lines, new Random(1));
        assertEquals(inOrder, summaries(lines));
        Collections.reverse(lines);
        assertEquals(inOrder, summaries(lines));
    }

    @Test
    void anItemWithoutLinesHasNoPattern() {
        DemandSummary none = new DemandTotals(false).patterns(AS_OF, 24).of(7);
        assertEquals(0, none.buckets());
        assertEquals(DemandClass.NO_DEMAND, none.demandClass());
        assertEquals(OptionalDouble.empty(), none.mean());
    }

    @Test
    void theNewestDayIsTheLastOfItsPeriod() {
        DemandTotals totals = new DemandTotals(true);
        totals.add(0, day(LocalDate.of(2025, 1, 31)), Bucket.DAY, 1);
        assertEquals(day(LocalDate.of(2025, 1, 31)), totals.newestDay().orElseThrow());
        totals.add(0, day(LocalDate.of(2025, 1, 29)), Bucket.WEEK, 1);
        assertEquals(day(LocalDate.of(2025, 2, 2)), totals.newestDay().orElseThrow());
        totals.add(0, day(LocalDate.of(2025, 2, 1)), Bucket.MONTH, 1);
        assertEquals(day(LocalDate.of(2025, 2, 28)), totals.newestDay().orElseThrow());
    }

    @Test
    void monthsMustBeAnnounced() {
        assertThrows(IllegalArgumentException.class, () -> new DemandTotals(false).add(0, 0, Bucket.MONTH, 1));
        assertThrows(IllegalArgumentException.class, () -> new DemandTotals(true).add(0, 0, Bucket.DAY, Double.NaN));
    }

    private static List<Line> lines(Random random) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            int item = random.nextInt(ITEMS - 2);
            Bucket grain =
                    item % 5 == 0 && random.nextInt(3) > 0 ? Bucket.MONTH : item % 7 == 0 ? Bucket.WEEK : Bucket.DAY;
            LocalDate date = AS_OF.minusDays(random.nextInt(20 + item * 30)).plusDays(item % 3 == 0 ? 9 : 0);
            double pieces = random.nextInt(12) == 0 ? -random.nextInt(9) : random.nextInt(400) / 8.0;
            lines.add(new Line(item, date, grain, pieces));
        }
        return lines;
    }

    private static DemandTotals totals(List<Line> lines) {
        DemandTotals totals = new DemandTotals(true);
        lines.forEach(line -> totals.add(line.item(), day(line.date()), line.grain(), line.pieces()));
        return totals;
    }

    private static List<DemandSummary> summaries(List<Line> lines) {
        DemandTotals.Patterns patterns = totals(lines).patterns(AS_OF, 24);
        List<DemandSummary> summaries = new ArrayList<>();
        for (int item = 0; item < ITEMS; item++) {
            summaries.add(patterns.of(item));
        }
        return summaries;
    }

    private static void assertSame(DemandProfile demand, DemandSummary summary) {
        DemandHistory history = demand.history();
        double[] series = history.toArray();
        assertEquals(series.length, summary.buckets());
        if (series.length > 0) {
            assertEquals(history.bucket(), summary.bucket());
        }
        assertEquals(Arrays.stream(series).sum(), summary.pieces(), DIGITS);
        assertEquals(Arrays.stream(series).filter(sum -> sum > 0).count(), summary.withDemand());
        assertClose(Moments.of(series).mean(), summary.mean());
        assertClose(Moments.of(series).sd(), summary.sd());
        DemandPattern.Result pattern = DemandPattern.of(series);
        assertClose(pattern.adi(), summary.adi());
        assertClose(pattern.cv2(), summary.squaredCv());
        assertEquals(pattern.demandClass(), summary.demandClass());
    }

    private static void assertClose(OptionalDouble expected, OptionalDouble actual) {
        assertEquals(expected.orElse(-1), actual.orElse(-1), DIGITS);
    }

    private static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }
}
