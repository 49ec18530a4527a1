package io.posture.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.Trend;
import io.posture.explain.Explanation;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LeadTimeTrendTest {

    private static final double DIGITS = 1e-12;

    /** Days of orders at uneven distances. */
    private static final int[] UNEVEN = {0, 10, 20, 30, 200, 210, 220, 400};

    private final Run run = Run.asOf(Run.day(600)).item("a");

    private Optional<Trend> trend() {
        return run.profile("a").supply().signals().trend();
    }

    private void order(int day, int leadTimeDays) {
        Purchase.of("a", "s", day, leadTimeDays).to(run);
    }

    @Test
    void theSlopeIsThatOfSensPublishedExample() {
        // Sen, JASA 63 (1968) 1379-1389, section 7: b* = 4
        assertEquals(
                4,
                LeadTimeTrend.slope(new int[] {1, 2, 3, 4, 10, 12, 18}, new double[] {9, 15, 19, 20, 45, 55, 78}),
                DIGITS);
    }

    @Test
    void theSlopeIsPerDayOfTimeAndNotPerLine() {
        for (int day : UNEVEN) {
            order(day, 10 + day / 10);
        }
        Trend trend = trend().orElseThrow();
        assertEquals(0.1, trend.slope(), DIGITS);
        // scipy 1.17: S = 28, Var = 65.33, z = 3.3404, p = 0.00083663
        assertEquals(3.340383700311406, trend.z(), 1e-12);
        assertEquals(0.0008366271311193044, trend.pValue(), 1e-12);
        assertTrue(trend.flagged());
    }

    @Test
    void gettingSlowerIsSaidWithTheLeadTime() {
        for (int day : UNEVEN) {
            order(day, 10 + day / 10);
        }
        Explanation warning = run.leadTime("a").meanFigure().find("warning").orElseThrow();
        assertEquals("LEAD_TIME_DEGRADING", warning.text());
        assertTrue(warning.find("leadTimeSlope").isPresent());
    }

    @Test
    void gettingFasterIsNoDegradation() {
        for (int day : UNEVEN) {
            order(day, 60 - day / 10);
        }
        assertEquals(-0.1, trend().orElseThrow().slope(), DIGITS);
        assertTrue(trend().orElseThrow().pValue() < 0.05);
        assertFalse(trend().orElseThrow().flagged());
    }

    @Test
    void aTenthOfTheMedianIn90DaysIsTheLimit() {
        // 90 days * 1 day in 10 = 9 days: a tenth of a median of 90 and less than a tenth of one of 91
        for (int base : new int[] {70, 71}) {
            Run other = Run.asOf(Run.day(700)).item("a");
            for (int line = 0; line < 41; line++) {
                Purchase.of("a", "s", line * 10, base + line).to(other);
            }
            Trend trend = other.profile("a").supply().signals().trend().orElseThrow();
            assertEquals(0.1, trend.slope(), DIGITS);
            assertEquals(base == 70, trend.flagged());
        }
    }

    @Test
    void aScatterWithoutTrendIsNotFlagged() {
        int[] leadTimes = {12, 9, 15, 10, 14, 11, 13, 10, 15, 9, 12};
        for (int i = 0; i < leadTimes.length; i++) {
            order(i * 20, leadTimes[i]);
        }
        assertFalse(trend().orElseThrow().flagged());
    }

    @Test
    void sevenDaysWithAnOrderAreTooFew() {
        for (int day = 0; day < 7; day++) {
            order(day, 10 + day);
            order(day, 11 + day);
        }
        assertEquals(Optional.empty(), trend());
        order(7, 17);
        assertTrue(trend().isPresent());
    }

    @Test
    void constantLeadTimesHaveNoTrend() {
        for (int day = 0; day < 10; day++) {
            order(day, 0);
        }
        assertEquals(Optional.of(new Trend(0, 1, 0, false)), trend());
    }

    @Test
    void fallingAgesOfOpenOrdersAreNoImprovement() {
        for (int day : UNEVEN) {
            order(day, 10 + day / 10);
        }
        for (int day = 300; day < 500; day += 5) {
            Purchase.open("a", "s", day).to(run);
        }
        assertEquals(0.1, trend().orElseThrow().slope(), DIGITS);
        assertTrue(trend().orElseThrow().flagged());
    }

    @Test
    void whatAnEventExplainsIsNoTrend() {
        for (int i = 0; i < 8; i++) {
            order(i * 10, 10);
        }
        for (int i = 8; i < 20; i++) {
            Purchase.of("a", "s", i * 10, 10 + 10 * i).tagged("QUAKE").to(run);
        }
        assertEquals(0, trend().orElseThrow().slope(), 0);
    }

    @Test
    void aSupplierThatGetsSlowerIsShownBeforeALargerOneThatDoesNot() {
        for (int i = 0; i < 30; i++) {
            Purchase.of("a", "steady", i * 10, 20).to(run);
        }
        for (int day : UNEVEN) {
            order(day, 10 + day / 10);
        }
        assertTrue(trend().orElseThrow().flagged());
    }

    @Test
    void noiseIsFlaggedNoMoreOftenThanTheLevelOfTheTest() {
        // one-sided at 2.5 %, and the slope must matter too
        Random random = new Random(3);
        int flagged = 0;
        for (int trial = 0; trial < 300; trial++) {
            Run other = Run.asOf(Run.day(600)).item("a");
            for (int line = 0; line < 12; line++) {
                Purchase.of("a", "s", line * 10, 20 + random.nextInt(20)).to(other);
            }
            flagged +=
                    other.profile("a").supply().signals().trend().orElseThrow().flagged() ? 1 : 0;
        }
        assertTrue(flagged <= 18, flagged + " of 300");
    }
}
