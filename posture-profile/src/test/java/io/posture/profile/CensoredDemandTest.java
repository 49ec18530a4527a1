package io.posture.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.Censoring;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Expected values from mpmath 1.3 with 40 digits: roots of the score, tails by erfc and the incomplete gamma function. */
class CensoredDemandTest {

    private static final double DIGITS = 1e-12;

    private static CensoredNormal.Result normal(double[] values, int... censored) {
        return CensoredNormal.of(values, mask(values.length, censored));
    }

    private static double poisson(double[] values, int... censored) {
        return CensoredPoisson.of(values, mask(values.length, censored));
    }

    private static boolean[] mask(int length, int... censored) {
        boolean[] mask = new boolean[length];
        for (int index : censored) {
            mask[index] = true;
        }
        return mask;
    }

    private static CensoredSeries series(List<Double> values, Boolean... censored) {
        return new CensoredSeries(values, List.of(censored));
    }

    @Test
    void normalEstimateAgreesWithMpmath() {
        CensoredNormal.Result few = normal(new double[] {98, 105, 110, 92, 101, 80, 75, 97, 103, 108}, 5, 6);
        assertEquals(101.7501540480754, few.mu(), 1e-11);
        assertEquals(5.606615157154005, few.sigma(), 1e-11);
        CensoredNormal.Result most = normal(new double[] {12, 9, 15, 20, 18, 25, 22, 11, 30, 14}, 2, 3, 4, 5, 6, 8, 9);
        assertEquals(28.039920840677876, most.mu(), 1e-10);
        assertEquals(14.397959684482242, most.sigma(), 1e-10);
        CensoredNormal.Result far = normal(new double[] {10, 10.5, 9.5, 10.2, 9.9, 14}, 5);
        assertEquals(10.803038843584812, far.mu(), 1e-11);
        assertEquals(1.7961332348875327, far.sigma(), 1e-11);
    }

    @Test
    void withoutCensoringTheNormalEstimateIsMeanAndPlainDeviation() {
        CensoredNormal.Result result = normal(new double[] {10, 12, 14, 16});
        assertEquals(13, result.mu(), DIGITS);
        assertEquals(Math.sqrt(5), result.sigma(), DIGITS);
    }

    @Test
    void theNormalEstimateMovesWithTheUnit() {
        double[] values = {98, 105, 110, 92, 101, 80, 75, 97, 103, 108};
        CensoredNormal.Result thousands =
                normal(Arrays.stream(values).map(value -> 1000 * value).toArray(), 5, 6);
        assertEquals(101750.1540480754, thousands.mu(), 1e-7);
    }

    @Test
    void theHazardHoldsInTheFarTail() {
        assertEquals(0.7978845608028654, CensoredNormal.hazard(0), 1e-15);
        assertEquals(24.940032126647175, CensoredNormal.hazard(24.9), 1e-11);
        assertEquals(25.039873012057562, CensoredNormal.hazard(25), 1e-12);
        assertEquals(200.00499975003123, CensoredNormal.hazard(200), 1e-12);
    }

    @Test
    void poissonEstimateAgreesWithMpmath() {
        assertEquals(2.1716759860263517, poisson(new double[] {2, 0, 3, 1, 2, 4, 1}, 2, 6), DIGITS);
        assertEquals(0.8069493301543588, poisson(new double[] {0, 0, 0, 3}, 3), DIGITS);
        assertEquals(1150.8068480859852, poisson(new double[] {1200, 900, 1500, 1000, 700}, 2, 4), 1e-9);
        assertEquals(15.836376250199914, poisson(new double[] {1, 2, 0, 60}, 3), 1e-11);
    }

    @Test
    void withoutCensoringThePoissonEstimateIsTheMean() {
        assertEquals(2.5, poisson(new double[] {1, 2, 3, 4}), 0);
        assertEquals(0, poisson(new double[] {0, 0, 0}, 2), 0);
    }

    @Test
    void thePoissonTailHoldsOnBothSidesOfTheMean() {
        assertEquals(1.5414940825367982, CensoredPoisson.ratio(1, 0.5), 1e-14);
        assertEquals(0.002276300464878895, CensoredPoisson.ratio(3, 10), 1e-16);
        assertEquals(2.4494630443573246, CensoredPoisson.ratio(10, 3), 1e-14);
        assertEquals(0.12312134248042815, CensoredPoisson.ratio(50, 49), 1e-13);
        assertEquals(0.09519291785269682, CensoredPoisson.ratio(50, 51), 1e-13);
        assertEquals(199.00499975127454, CensoredPoisson.ratio(200, 1), 1e-12);
        assertEquals(0.025018802351474002, CensoredPoisson.ratio(1000, 1000), 1e-13);
    }

    @Test
    void salesAreScaledToTheTimeWithStock() {
        CensorScale.Result result = CensorScale.of(
                new CensorScale.Inputs(List.of(40.0, 30.0, 12.0, 0.0, 7.0), List.of(1.0, 0.75, 0.4, 0.0, 0.5)));
        assertEquals(
                List.of(
                        OptionalDouble.of(40),
                        OptionalDouble.of(40),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.of(14)),
                result.adjusted());
    }

    @Test
    void hiddenDemandIsRecovered() {
        // 2,000 weeks of demand around 100 with a deviation of 20, of which stock allows 105 in every other week
        Random random = new Random(8);
        double[] sales = new double[2000];
        double[] shares = new double[sales.length];
        for (int week = 0; week < sales.length; week++) {
            double demand = 100 + 20 * random.nextGaussian();
            boolean short105 = week % 2 == 0 && demand > 105;
            sales[week] = short105 ? 105 : demand;
            shares[week] = short105 ? 0.8 : 1;
        }
        Censoring censoring = CensoredDemand.of(sales, shares, 7).orElseThrow();
        assertEquals("NORMAL", censoring.method());
        assertEquals(100.0 / 7, censoring.meanPerDay().orElseThrow(), 0.2);
        assertEquals(20 / Math.sqrt(7), censoring.sdPerDay().orElseThrow(), 0.3);
        assertTrue(censoring.observedMeanPerDay() < 97.5 / 7);
    }

    @Test
    void smoothDemandTakesTheNormalEstimateFromFiveFullBucketsOn() {
        double[] sales = {98, 105, 110, 92, 101, 80, 75};
        double[] shares = {1, 1, 1, 1, 1, 0.5, 0.5};
        assertEquals("NORMAL", CensoredDemand.of(sales, shares, 7).orElseThrow().method());
        shares[0] = 0.9;
        assertEquals("SCALE", CensoredDemand.of(sales, shares, 7).orElseThrow().method());
    }

    @Test
    void intermittentDemandTakesThePoissonEstimate() {
        double[] sales = {2, 0, 3, 0, 0, 0, 1, 0};
        double[] shares = {1, 1, 0.4, 1, 1, 1, 0, 1};
        Censoring censoring = CensoredDemand.of(sales, shares, 7).orElseThrow();
        assertEquals("POISSON", censoring.method());
        assertEquals(2, censoring.censoredBuckets());
        assertEquals(poisson(sales, 2, 6) / 7, censoring.meanPerDay().orElseThrow(), DIGITS);
    }

    @Test
    void weightsAreNoPiecesForPoisson() {
        double[] sales = {2.5, 0, 3, 0, 0, 0, 1, 0};
        double[] shares = {1, 1, 0.5, 1, 1, 1, 0, 1};
        Censoring censoring = CensoredDemand.of(sales, shares, 7).orElseThrow();
        assertEquals("SCALE", censoring.method());
        // 2.5, 0, 3 / 0.5, 0, 0, 0, 0; the bucket without any stock is left out
        assertEquals(8.5 / 7 / 7, censoring.meanPerDay().orElseThrow(), DIGITS);
    }

    @Test
    void lowerBoundsAloneGiveNoEstimate() {
        Censoring censoring = CensoredDemand.of(new double[] {5, 6}, new double[] {0.5, 0.9}, 7)
                .orElseThrow();
        assertEquals("NONE", censoring.method());
        assertEquals(OptionalDouble.empty(), censoring.meanPerDay());
        assertEquals(Optional.empty(), CensoredDemand.of(new double[] {5}, new double[] {1}, 7));
    }

    @Test
    void refusesWhatHasNoEstimate() {
        Exception refused = assertThrows(IllegalArgumentException.class, () -> series(List.of(1.0), true));
        assertEquals("censored must be false at least once: lower bounds alone give no estimate", refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> series(List.of(1.0, 2.0), false));
        assertThrows(IllegalArgumentException.class, () -> series(List.of(-1.0), false));
        assertThrows(IllegalArgumentException.class, () -> series(List.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> CensoredNormal.of(series(List.of(5.0, 5.0, 7.0), false, false, true)));
        Exception fraction =
                assertThrows(IllegalArgumentException.class, () -> CensoredPoisson.of(series(List.of(1.5), false)));
        assertEquals("values[0] must be a whole number in [0, 1e9], was 1.5", fraction.getMessage());
        Exception share =
                assertThrows(IllegalArgumentException.class, () -> new CensorScale.Inputs(List.of(1.0), List.of(1.5)));
        assertEquals("inStockShare[0] must be in [0, 1], was 1.5", share.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new CensorScale.Inputs(List.of(1.0), List.of()));
    }
}
