package io.posture.numerics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NormalMixtureTest {

    @Test
    void agreesWithARootSearchElsewhere() {
        // reference vectors of demand.mixtureRop, made with scipy's brentq
        assertEquals(313.95918338182986, quantile(0.95, 0.8, 140, 30, 0.2, 260, 80), 1e-10);
        assertEquals(139.1992796908011, quantile(0.975, 0.5, 100, 20, 0.5, 100, 20), 1e-11);
    }

    @Test
    void quantileReachesTheLevelFromBothSides() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 3000; i++) {
            int parts = random.nextInt(1, 8);
            double[] weights = new double[parts];
            double[] means = new double[parts];
            double[] sds = new double[parts];
            for (int k = 0; k < parts; k++) {
                weights[k] = random.nextDouble();
                means[k] = random.nextDouble(0, 1000);
                sds[k] = Math.pow(10, random.nextDouble(-1, 3));
            }
            double tail = Math.pow(10, random.nextDouble(-9, -0.31));
            double p = 1 - tail;
            double x = NormalMixture.quantile(weights, means, sds, p);
            assertEquals(1 - p, NormalMixture.upper(weights, means, sds, x), 1e-10 * tail);
            double low = NormalMixture.quantile(weights, means, sds, tail);
            assertEquals(tail, NormalMixture.cdf(weights, means, sds, low), 1e-10 * tail);
        }
    }

    @Test
    void aCertainPartIsAJump() {
        // with 30 % at exactly 50, the levels between P(X < 50) and that plus 0.3 all need 50
        double[] weights = {0.7, 0.3};
        double[] means = {40, 50};
        double[] sds = {10, 0};
        double before = 0.7 * Normal.cdf(1);
        assertEquals(50, NormalMixture.quantile(weights, means, sds, before + 1e-6), 1e-12);
        assertEquals(50, NormalMixture.quantile(weights, means, sds, before + 0.299), 1e-12);
        assertTrue(NormalMixture.quantile(weights, means, sds, before + 0.301) > 50);
        assertTrue(NormalMixture.quantile(weights, means, sds, before - 1e-3) < 50);
        double[] certain = {0, 0};
        assertEquals(40, NormalMixture.quantile(weights, means, certain, 0.7));
        assertEquals(50, NormalMixture.quantile(weights, means, certain, 0.71));
    }

    @Test
    void onlyRatiosOfWeightsCount() {
        assertEquals(quantile(0.99, 0.8, 140, 30, 0.2, 260, 80), quantile(0.99, 8, 140, 30, 2, 260, 80), 1e-10);
        assertEquals(100, quantile(0.5, 1, 100, 5, 0, 900, 5), 1e-12);
    }

    @Test
    void excessIsThatOfTheParts() {
        double[] weights = {3, 1};
        double[] means = {10, 30};
        double[] sds = {2, 0};
        assertEquals(
                0.75 * 2 * UnitLoss.of(1) + 0.25 * 18, NormalMixture.expectedExcess(weights, means, sds, 12), 1e-14);
    }

    @Test
    void refusesWhatIsNoMixture() {
        double[] one = {1};
        double[] none = {};
        double[] zero = {0};
        double[] negative = {-1};
        assertThrows(IllegalArgumentException.class, () -> NormalMixture.quantile(none, none, none, 0.5));
        assertThrows(IllegalArgumentException.class, () -> NormalMixture.quantile(zero, one, one, 0.5));
        assertThrows(IllegalArgumentException.class, () -> NormalMixture.quantile(one, one, negative, 0.5));
        assertThrows(IllegalArgumentException.class, () -> NormalMixture.quantile(one, none, one, 0.5));
        assertThrows(IllegalArgumentException.class, () -> NormalMixture.quantile(one, one, one, 1));
    }

    private static double quantile(double p, double w1, double m1, double s1, double w2, double m2, double s2) {
        return NormalMixture.quantile(new double[] {w1, w2}, new double[] {m1, m2}, new double[] {s1, s2}, p);
    }
}
