package io.posture.resilience.stockpile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.DisruptionLengths;
import io.posture.numerics.RandomStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrequentFailuresTest {

    private static final FrequentFailures OFTEN = new FrequentFailures(4, 40);

    @Test
    void openDaysAreThoseOfASimulatedSource() {
        RandomStream random = RandomStream.of(11);
        int days = 2_000_000;
        int down = 0;
        long[] longer = new long[3];
        int[] covers = {0, 25, 80};
        for (int day = 0; day < days; day++) {
            boolean fails = down == 0 ? random.uniform() < 4 / 365.0 : random.uniform() >= 1 / 40.0;
            down = fails ? down + 1 : 0;
            for (int i = 0; i < covers.length; i++) {
                longer[i] += down > covers[i] ? 1 : 0;
            }
        }
        for (int i = 0; i < covers.length; i++) {
            double seen = 365.0 * longer[i] / days;
            assertEquals(OFTEN.openDaysPerYear(covers[i]), seen, 0.05 * seen, "cover " + covers[i]);
        }
    }

    @Test
    void noOtherCoverCostsLessThanTheBestOne() {
        // a day of cover is carried on the days on which it is not used, and a piece short is paid once
        double best = OFTEN.bestCoverDays(10, 3);
        assertTrue(best > 0);
        double least = Double.MAX_VALUE;
        double at = -1;
        for (int cover = 0; cover < 400; cover++) {
            double carried = 0;
            for (int day = 0; day < cover; day++) {
                carried += 10.0 / 365 * (365 - OFTEN.openDaysPerYear(day));
            }
            double cost = carried + 3 * OFTEN.openDaysPerYear(cover);
            if (cost < least) {
                least = cost;
                at = cover;
            }
        }
        assertEquals(at, best, 0);
    }

    @Test
    void aboveTheBreakEvenCostADayPaysAndBelowItDoesNot() {
        double cost = OFTEN.breakEvenLossPerUnit(10, 0).orElseThrow();
        assertEquals(0, OFTEN.bestCoverDays(10, cost * 0.999), 0);
        assertTrue(OFTEN.bestCoverDays(10, cost * 1.001) >= 1);
    }

    @Test
    void theMeanOverACycleLiesBetweenItsEnds() {
        double mean = OFTEN.meanOpenDaysPerYear(10, 50);
        double sum = 0;
        for (int i = 0; i < 40_000; i++) {
            sum += OFTEN.openDaysPerYear(10 + (i + 0.5) / 1000);
        }
        assertEquals(sum / 40_000, mean, 1e-6);
        assertEquals(OFTEN.openDaysPerYear(10), OFTEN.meanOpenDaysPerYear(10, 10), 1e-12);
    }

    @Test
    void whatIsRareAndWhatIsNotIsToldByTheDaysAYear() {
        assertInstanceOf(Disruptions.class, SupplyFailures.of(3.99, DisruptionLength.lognormal(30, 1)));
        assertInstanceOf(FrequentFailures.class, SupplyFailures.of(4, DisruptionLength.lognormal(30, 1)));
    }

    @Test
    void openDisruptionsEnterAtTheirAgeOnceItExceedsTheMeanOfTheOthers() {
        // mean of the closed 20; 10 is left out, 50 enters: (10 + 30 + 50) / 3 = 30, deviation 20
        ObservedLength seen = ObservedLength.of(new DisruptionLengths(List.of(30.0, 10.0), List.of(10.0, 50.0)));
        assertEquals(30, seen.meanDays(), 1e-12);
        assertEquals(20.0 / 30, seen.cv().orElseThrow(), 1e-12);
        assertEquals(1, seen.openCounted());
        assertEquals(2, seen.open());
    }

    @Test
    void oneDisruptionHasNoDeviation() {
        assertTrue(ObservedLength.of(new DisruptionLengths(List.of(30.0), List.of()))
                .cv()
                .isEmpty());
        assertEquals(
                7,
                ObservedLength.of(new DisruptionLengths(List.of(), List.of(7.0)))
                        .meanDays(),
                0);
    }
}
