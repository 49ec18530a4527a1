package io.posture.safetystock.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SelectionTest {

    @Test
    void selectsWhatSortingWouldPutThere() {
        Random random = new Random(4);
        for (int round = 0; round < 200; round++) {
            int length = 1 + random.nextInt(3000);
            int kinds = 1 + random.nextInt(round % 2 == 0 ? 5 : 100_000);
            double[] values = random.ints(length, 0, kinds).asDoubleStream().toArray();
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            int position = random.nextInt(length);
            assertEquals(sorted[position], Selection.select(values, 0, length - 1, position));
            for (int i = 0; i < length; i++) {
                assertTrue(i < position ? values[i] <= sorted[position] : values[i] >= sorted[position]);
            }
        }
    }

    @Test
    void leavesTheRestOfTheArrayAlone() {
        double[] values = {9, 8, 3, 2, 1, -5};
        assertEquals(2, Selection.select(values, 2, 4, 3));
        assertEquals(9, values[0]);
        assertEquals(8, values[1]);
        assertEquals(-5, values[5]);
    }
}
