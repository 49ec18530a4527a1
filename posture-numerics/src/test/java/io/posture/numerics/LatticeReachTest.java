package io.posture.numerics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LatticeReachTest {

    @Test
    void whatIsBeyondTheReachChangesNothingWithinIt() {
        // many points, so that the transform is taken, and few, so that it is not
        for (int largest : new int[] {6, 900}) {
            double[] bucket = new double[largest + 1];
            bucket[0] = 0.9;
            bucket[largest / 2] = 0.07;
            bucket[largest] = 0.03;
            double[] counts = new double[41];
            Arrays.fill(counts, 10, 41, 1);
            Lattice whole = Lattice.of(bucket).compound(counts);
            Lattice within = Lattice.of(bucket).compoundWithin(30 * largest, counts);
            assertTrue(within.size() <= 30 * largest + 1);
            assertEquals(whole.mean(), within.mean(), 1e-9 * whole.mean());
            for (double p : new double[] {0.5, 0.95, 0.99, 0.9999}) {
                assertEquals(whole.quantile(p), within.quantile(p));
            }
        }
    }

    @Test
    void theLargestValueMayLieAHairBelowAPoint() {
        // 0.3 / 0.1 is 2.9999999999999996
        assertArrayEquals(new double[] {0, 0, 0, 1}, Lattice.observed(0.1, 0.3).toArray());
    }

    @Test
    void aReachBelowOneValueIsRefused() {
        Lattice coin = Lattice.of(0.5, 0, 0.5);
        assertThrows(IllegalArgumentException.class, () -> coin.compoundWithin(1, 0, 1));
    }
}
