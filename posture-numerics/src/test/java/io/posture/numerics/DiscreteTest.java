package io.posture.numerics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Poisson and negative binomial distributions. */
class DiscreteTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/golden/poisson.csv", useHeadersInDisplayName = true)
    void poissonAgreesWithSixtyDigits(double mean, double p, long quantile, double upper, double excess) {
        assertEquals(quantile, Poisson.quantile(mean, p));
        assertEquals(upper, Poisson.upper(mean, quantile), 2e-13 * upper);
        assertEquals(1 - upper, Poisson.cdf(mean, quantile), 1e-14);
        assertEquals(excess, Poisson.expectedExcess(mean, quantile), 1e-12 * excess);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/golden/negative-binomial.csv", useHeadersInDisplayName = true)
    void negativeBinomialAgreesWithSixtyDigits(
            double size, double prob, double p, long quantile, double upper, double excess) {
        assertEquals(quantile, NegativeBinomial.quantile(size, prob, p));
        // (1 - p)^k: the rounding of 1 - p counts k times
        assertEquals(upper, NegativeBinomial.upper(size, prob, quantile), (2e-13 + 2e-16 * quantile) * upper);
        assertEquals(1 - upper, NegativeBinomial.cdf(size, prob, quantile), 1e-13);
        assertEquals(
                excess, NegativeBinomial.expectedExcess(size, prob, quantile), (1e-12 + 5e-16 * quantile) * excess);
    }

    @Test
    void aLevelMetExactlyDoesNotCostAPiece() {
        for (double mean : new double[] {0.3, 4, 60, 900}) {
            for (long r = (long) mean; r < mean + 2 * Math.sqrt(mean); r++) {
                assertEquals(r, Poisson.quantile(mean, Poisson.cdf(mean, r)));
                assertEquals(r, Poisson.quantile(mean, Poisson.cdf(mean, r) + 5e-14));
                assertEquals(r + 1, Poisson.quantile(mean, Poisson.cdf(mean, r) + 1e-11));
                double reached = NegativeBinomial.cdf(mean, 0.5, r);
                assertEquals(r, NegativeBinomial.quantile(mean, 0.5, reached));
                assertEquals(r + 1, NegativeBinomial.quantile(mean, 0.5, reached + 1e-11));
            }
        }
    }

    @Test
    void quantileIsTheSmallestThatReachesTheLevel() {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 3000; i++) {
            double mean = Math.pow(10, random.nextDouble(-2, 8.9));
            double p = random.nextDouble(0.001, 0.999999);
            long r = Poisson.quantile(mean, p);
            assertTrue(Poisson.cdf(mean, r) >= p - 2e-13);
            assertTrue(Poisson.cdf(mean, r - 1) < p, "mean " + mean);
            double excess = Math.pow(10, random.nextDouble(-2, 4));
            long clustered = NegativeBinomial.quantile(mean / excess, 1 / (1 + excess), p);
            assertTrue(NegativeBinomial.cdf(mean / excess, 1 / (1 + excess), clustered) >= p - 2e-13);
            assertTrue(NegativeBinomial.cdf(mean / excess, 1 / (1 + excess), clustered - 1) < p, "mean " + mean);
        }
    }

    @Test
    void excessFallsByTheTailWithEveryPiece() {
        // E(X - r)+ - E(X - r - 1)+ = P(X > r)
        for (double mean : new double[] {0.4, 8, 300}) {
            for (long r = 0; r < 3 * mean; r++) {
                double less = Poisson.expectedExcess(mean, r) - Poisson.expectedExcess(mean, r + 1);
                assertEquals(Poisson.upper(mean, r), less, 1e-12 * (1 + mean));
                double fewer = NegativeBinomial.expectedExcess(mean, 0.3, r)
                        - NegativeBinomial.expectedExcess(mean, 0.3, r + 1);
                assertEquals(NegativeBinomial.upper(mean, 0.3, r), fewer, 1e-12 * (1 + mean));
            }
        }
    }

    @Test
    void negativeBinomialNextToPoissonIsPoisson() {
        for (double p : new double[] {0.1, 0.9, 0.999}) {
            assertEquals(Poisson.quantile(7.3, p), NegativeBinomial.quantile(7.3e7, 1 / (1 + 1e-7), p));
            assertEquals(Poisson.quantile(730, p), NegativeBinomial.quantile(730e7, 1 / (1 + 1e-7), p));
        }
    }

    @Test
    void withoutDemandNothingIsNeeded() {
        assertEquals(0, Poisson.quantile(0, 0.999));
        assertEquals(1, Poisson.cdf(0, 0));
        assertEquals(0, Poisson.upper(0, 0));
        assertEquals(0, Poisson.expectedExcess(0, 0));
        assertEquals(0, Poisson.expectedExcess(0, 5));
    }

    @Test
    void belowZeroNothingIsServed() {
        assertEquals(0, Poisson.cdf(3, -1));
        assertEquals(1, Poisson.upper(3, -1));
        assertEquals(5, Poisson.expectedExcess(3, -2));
        assertEquals(0, NegativeBinomial.cdf(2, 0.5, -1));
        assertEquals(1, NegativeBinomial.upper(2, 0.5, -1));
        assertEquals(4, NegativeBinomial.expectedExcess(2, 0.5, -2));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.5, Double.NaN})
    void refusesLevelsThatNoStockReaches(double p) {
        assertThrows(IllegalArgumentException.class, () -> Poisson.quantile(3, p));
        assertThrows(IllegalArgumentException.class, () -> NegativeBinomial.quantile(3, 0.5, p));
        assertThrows(IllegalArgumentException.class, () -> NegativeBinomial.quantile(3, p, 0.5));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 2e9, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesMeansOutsideItsRange(double mean) {
        IllegalArgumentException problem =
                assertThrows(IllegalArgumentException.class, () -> Poisson.quantile(mean, 0.5));
        assertTrue(problem.getMessage().startsWith("mean must be in [0, 1e9]"), problem.getMessage());
        assertThrows(IllegalArgumentException.class, () -> NegativeBinomial.quantile(mean, 0.4, 0.5));
    }
}
