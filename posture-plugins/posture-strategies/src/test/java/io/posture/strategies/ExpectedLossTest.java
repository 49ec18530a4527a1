package io.posture.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.ItemState;
import io.posture.api.PostureDecision;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Days short: the integral of the survival function, mpmath 1.3 at 40 digits. */
class ExpectedLossTest {

    private final SampleItem sample = new SampleItem();

    @Test
    void daysShortAgreeWithTheIntegralOfTheTail() {
        assertEquals(30, ExpectedLoss.daysShort(30, 1, 0), 0);
        assertDaysShort(20.59299030719576, 30, 1, 10);
        assertDaysShort(9.599592013926149, 30, 1, 30.25);
        assertDaysShort(0.030753286993133566, 30, 1, 365);
        assertDaysShort(0.05415819887668249, 30, 0.2, 45);
        assertDaysShort(0.4730107411719465, 10, 2, 100);
    }

    @Test
    void theFarTailIsNeitherNegativeNorNoise() {
        assertEquals(2.1039395516109065e-13, ExpectedLoss.daysShort(30, 1, 20000), 1e-18);
    }

    @Test
    void residualLossOfAStockpileIsThatOfTheReference() {
        // pile.optimalCover-02 of the reference vectors: 0.5 a year * 100 * 20 a day
        assertEquals(6341.9151973731705, 1000 * ExpectedLoss.daysShort(30, 1, 42.74787259314833), 1e-7);
    }

    @Test
    void aDisruptionOfCertainLengthIsShortByTheRest() {
        assertEquals(10, ExpectedLoss.daysShort(30, 0, 20), 0);
        assertEquals(0, ExpectedLoss.daysShort(30, 0, 40), 0);
    }

    @Test
    void moreCoverNeverMeansMoreDaysShort() {
        double before = 30;
        for (double covered = 0.5; covered < 1000; covered *= 1.3) {
            double days = ExpectedLoss.daysShort(30, 1, covered);
            assertTrue(days <= before, covered + " days");
            before = days;
        }
    }

    @Test
    void rejectsWhatIsNoLengthOfTime() {
        assertThrows(IllegalArgumentException.class, () -> ExpectedLoss.daysShort(0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> ExpectedLoss.daysShort(30, -1, 1));
        assertThrows(IllegalArgumentException.class, () -> ExpectedLoss.daysShort(30, 1, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new DisruptionPrior(0.2, 30, 1));
    }

    @Test
    void theLossOfAnItemIsRateTimesCostTimesDemandTimesDaysShort() {
        // 21 pieces at 10 a day cover 2.1 days; 4 * 10 * 27.901159790791799 / 3.7
        sample.shortageCost = OptionalDouble.of(4);
        Figure loss = (Figure) decide().find("expectedAnnualLoss").orElseThrow();
        assertEquals(301.6341599004519, loss.value(), 1e-9);
        assertEquals(Unit.MONEY_PER_YEAR, loss.unit());
        Explanation assumed = loss.find("confidence").orElseThrow();
        assertEquals("ASSUMED", assumed.text());
        assertTrue(assumed.origin() instanceof Origin.Assumption);
    }

    @Test
    void theLossIsUnknownWhereTheCostOfAShortageIs() {
        assertEquals(
                "unknown", decide().find("expectedAnnualLoss").orElseThrow().text());
    }

    @Test
    void whatIsNotReplenishedHasNoLoss() {
        sample.shortageCost = OptionalDouble.of(4);
        sample.state = ItemState.OBSOLETE;
        assertTrue(decide().find("expectedAnnualLoss").isEmpty());
    }

    private static void assertDaysShort(double expected, double mean, double cv, double covered) {
        assertEquals(expected, ExpectedLoss.daysShort(mean, cv, covered), 1e-11 * expected);
    }

    private PostureDecision decide() {
        return (PostureDecision) new MatrixStrategy(MatrixConfig.DEFAULTS).decide(sample.sized());
    }
}
