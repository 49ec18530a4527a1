package io.posture.resilience.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.numerics.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LossSketchTest {

    @Test
    void quantilesAreOffByLessThanAClass() {
        RandomStream random = RandomStream.of(4);
        LossSketch sketch = new LossSketch();
        double[] all = new double[100_000];
        for (int i = 0; i < all.length; i++) {
            all[i] = random.uniform() < 0.3 ? 0 : Math.exp(4 * random.gaussian());
            sketch.add(all[i]);
        }
        Arrays.sort(all);
        for (double level : new double[] {0.1, 0.3, 0.31, 0.5, 0.9, 0.99, 0.99999, 1}) {
            double exact = all[(int) Math.ceil(level * all.length) - 1];
            assertEquals(exact, sketch.quantile(level), 1e-3 * exact, "level " + level);
        }
    }

    @Test
    void lossesOfFewSizesAreExact() {
        LossSketch sketch = new LossSketch();
        for (int i = 0; i < 100; i++) {
            sketch.add(i < 90 ? 0 : i < 96 ? 100 : i < 99 ? 500 : 2000);
        }
        // econ.varCvar-01
        assertEquals(100, sketch.quantile(0.95));
        assertEquals(720, 100 + sketch.excess(100)[0] / 0.05, 1e-9);
    }

    @Test
    void memoryDoesNotGrowWithTheNumberOfLosses() {
        RandomStream random = RandomStream.of(5);
        LossSketch sketch = new LossSketch();
        int after = 0;
        for (int i = 0; i < 3_000_000; i++) {
            sketch.add(1000 * Math.exp(random.gaussian()));
            if (i == 100_000) {
                after = sketch.classes();
            }
        }
        assertTrue(sketch.classes() < 20_000, "classes " + sketch.classes());
        assertTrue(sketch.classes() < 1.5 * after, after + " classes grew to " + sketch.classes());
    }

    @Test
    void lossesOfAnySizeFindTheirClass() {
        LossSketch sketch = new LossSketch();
        for (double loss : new double[] {1, 1e12, 1e-9, 5e5, 1e300, 1e-300, 3}) {
            sketch.add(loss);
        }
        assertEquals(1e-300, sketch.quantile(0.01));
        assertEquals(3, sketch.quantile(0.5));
        assertEquals(1e300, sketch.quantile(1));
    }
}
