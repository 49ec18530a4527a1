package io.posture.numerics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LatticeTest {

    private static final Lattice DIE = Lattice.of(0, 1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0);

    @Test
    void twoDiceAreCountedOnTheFingers() {
        double[] ways = {0, 0, 1, 2, 3, 4, 5, 6, 5, 4, 3, 2, 1};
        assertArrayEquals(
                Arrays.stream(ways).map(way -> way / 36).toArray(),
                DIE.plus(DIE).toArray(),
                1e-16);
        assertEquals(7, DIE.times(2).mean(), 1e-14);
        assertEquals(35 / 6.0, DIE.times(2).variance(), 1e-14);
        // P(sum <= 9) = 30 / 36
        assertEquals(9, DIE.times(2).quantile(30 / 36.0));
        assertEquals(10, DIE.times(2).quantile(30 / 36.0 + 1e-12));
    }

    @Test
    void manyDiceByTransformAreTheBinomialSumOfScipy() {
        // 400 fair coins: scipy 1.17.1 stats.binom(400, 0.5).cdf(220), .sf(220) and ppf(0.999)
        Lattice coins = Lattice.of(0.5, 0.5).times(400);
        assertEquals(0.9798846301596811, coins.cdf(220), 1e-13);
        assertEquals(0.020115369840318937, coins.upper(220), 1e-13);
        assertEquals(231, coins.quantile(0.999));
    }

    @Test
    void transformAndPlainSumsAgreeToRounding() {
        SplittableRandom random = new SplittableRandom(6);
        for (int round = 0; round < 60; round++) {
            double[] buckets = new double[random.nextInt(2, 104)];
            int largest = random.nextInt(2, 400);
            for (int i = 0; i < buckets.length; i++) {
                buckets[i] = random.nextInt(3) == 0 ? random.nextInt(largest) : 0;
            }
            buckets[0] = largest;
            double[] counts = random.doubles(random.nextInt(2, 18)).toArray();
            Lattice base = Lattice.observed(1, buckets);
            Lattice sum = base.compound(counts);
            double[] expected = plainCompound(base.toArray(), counts);
            assertArrayEquals(expected, Arrays.copyOf(sum.toArray(), expected.length), 2e-15);
            assertClean(sum);
        }
    }

    @Test
    void aLargeSumHasNoNegativeProbabilityAndTotalsOne() {
        double[] even = new double[3000];
        Arrays.fill(even, 1.0 / even.length);
        Lattice one = Lattice.of(even);
        Lattice sum = one.plus(one);
        assertClean(sum);
        // a triangle: k + 1 ways of 3000^2
        for (int k = 0; k < 3000; k++) {
            assertEquals((k + 1) / 9e6, sum.toArray()[k], 1e-17);
        }
        Lattice many = one.times(40);
        assertClean(many);
        assertEquals(40 * 2999 / 2.0, many.mean(), 1e-8);
        assertEquals(40 * (9e6 - 1) / 12, many.variance(), 1e-2);
    }

    @Test
    void sumsDoNotDependOnTheirOrder() {
        Lattice other = Lattice.of(0.5, 0, 0.2, 0.3);
        assertArrayEquals(DIE.plus(other).toArray(), other.plus(DIE).toArray(), 1e-16);
        assertArrayEquals(
                DIE.times(5).toArray(), DIE.times(2).plus(DIE.times(3)).toArray(), 1e-15);
        assertArrayEquals(
                Lattice.mixture(new double[] {1, 3}, DIE.times(1), DIE.times(4)).toArray(),
                DIE.compound(0, 1, 0, 0, 3).toArray(),
                1e-16);
    }

    @Test
    void nothingAddedIsNothing() {
        assertArrayEquals(new double[] {1}, DIE.times(0).toArray());
        assertArrayEquals(new double[] {0, 0, 0, 1}, Lattice.at(3).toArray());
        assertEquals(0, Lattice.observed(1, 0, 0, 0).times(9).quantile(0.9999));
    }

    @Test
    void aLevelMetExactlyDoesNotCostAPiece() {
        Lattice tenth = Lattice.of(0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1);
        for (int k = 0; k < 9; k++) {
            assertEquals(k, tenth.quantile((k + 1) / 10.0), "level " + (k + 1));
            assertEquals(k + 1, tenth.quantile((k + 1) / 10.0 + 1e-12));
        }
    }

    @Test
    void excessFallsByTheTailWithEveryPiece() {
        Lattice dice = DIE.times(3);
        for (int r = 0; r < 20; r++) {
            assertEquals(dice.upper(r), dice.expectedExcess(r) - dice.expectedExcess(r + 1), 1e-14);
            assertEquals(1, dice.upper(r) + dice.cdf(r), 1e-15);
        }
        assertEquals(dice.mean() + 2.5, dice.expectedExcess(-2.5), 1e-13);
        assertEquals(0, dice.cdf(-1));
        assertEquals(1, dice.upper(-1), 1e-15);
        assertEquals(0, dice.expectedExcess(18));
    }

    @Test
    void valuesBetweenPointsKeepTheMean() {
        Lattice split = Lattice.observed(0.5, 1.2, 0, 3.9);
        assertEquals(5.1 / 3, 0.5 * split.mean(), 1e-15);
        assertArrayEquals(new double[] {0, 0, 0, 1}, Lattice.observed(0.1, 0.3).toArray());
    }

    @Test
    void aCoarseStepMissesTheQuantileByLittle() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 40; round++) {
            double[] buckets = new double[104];
            for (int i = 0; i < buckets.length; i++) {
                buckets[i] = random.nextInt(3) == 0 ? random.nextInt(1, 3000) : 0;
            }
            double[] counts = {0, 0, 0, 1, 2, 1, 1};
            Lattice exact = Lattice.observed(1, buckets).compound(counts);
            double sd = Math.sqrt(exact.variance());
            double step = sd / 250;
            Lattice coarse = Lattice.observed(step, buckets).compound(counts);
            for (double p : new double[] {0.95, 0.99, 0.999}) {
                assertEquals(exact.quantile(p), coarse.quantile(p) * step, 0.005 * sd);
            }
        }
    }

    @Test
    void refusesWhatIsNoDistribution() {
        assertThrows(IllegalArgumentException.class, () -> Lattice.of());
        assertThrows(IllegalArgumentException.class, () -> Lattice.of(0.5, 0.4));
        assertThrows(IllegalArgumentException.class, () -> Lattice.of(1.5, -0.5));
        assertThrows(IllegalArgumentException.class, () -> Lattice.of(1, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Lattice.at(-1));
        assertThrows(IllegalArgumentException.class, () -> Lattice.observed(0, 1));
        assertThrows(IllegalArgumentException.class, () -> Lattice.observed(1));
        assertThrows(IllegalArgumentException.class, () -> Lattice.observed(1, -3));
        assertThrows(IllegalArgumentException.class, () -> DIE.times(-1));
        assertThrows(IllegalArgumentException.class, () -> DIE.compound(0, 0));
        assertThrows(IllegalArgumentException.class, () -> DIE.compound());
        assertThrows(IllegalArgumentException.class, () -> DIE.quantile(1));
        assertThrows(IllegalArgumentException.class, () -> DIE.expectedExcess(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Lattice.mixture(new double[] {1}));
    }

    @Test
    void refusesASumThatMemoryDoesNotHold() {
        IllegalArgumentException problem = assertThrows(
                IllegalArgumentException.class, () -> Lattice.at(1_000_000).times(5));
        assertTrue(problem.getMessage().contains("Maybe count in packs"), problem.getMessage());
    }

    private static void assertClean(Lattice lattice) {
        double total = 0;
        for (double probability : lattice.toArray()) {
            assertTrue(probability >= 0);
            total += probability;
        }
        assertEquals(1, total, 1e-13);
    }

    private static double[] plainCompound(double[] base, double[] counts) {
        double total = Arrays.stream(counts).sum();
        double[] sum = new double[(base.length - 1) * (counts.length - 1) + 1];
        double[] power = {1};
        sum[0] = counts[0] / total;
        for (int n = 1; n < counts.length; n++) {
            double[] next = new double[power.length + base.length - 1];
            for (int i = 0; i < power.length; i++) {
                for (int k = 0; k < base.length; k++) {
                    next[i + k] += power[i] * base[k];
                }
            }
            power = next;
            for (int k = 0; k < power.length; k++) {
                sum[k] += counts[n] / total * power[k];
            }
        }
        return sum;
    }
}
