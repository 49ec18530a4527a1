package io.posture.safetystock;

import static io.posture.safetystock.AutoFormulaTest.stock;
import static io.posture.safetystock.AutoFormulaTest.text;
import static io.posture.safetystock.AutoFormulaTest.value;
import static io.posture.safetystock.AutoFormulaTest.warnings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.DemandClass;
import io.posture.explain.Figure;
import io.posture.numerics.RandomStream;
import io.posture.safetystock.simulation.BootstrapSampler;
import io.posture.safetystock.simulation.LeadTimes;
import io.posture.safetystock.simulation.Undershoot;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MonteCarloCoverTest {

    private static final Settings SIMULATED = Settings.DEFAULTS.method(Method.MONTE_CARLO);
    private static final double[] SPORADIC = {0, 0, 1, 0, 4, 0, 0, 2};

    @Test
    void intervalsHoldTheNormalQuantileAsOftenAsTheyPromise() {
        Part part = Part.smooth(10, 3, 28, 0);
        double exact = stock(Settings.DEFAULTS.withoutUndershoot(), part).value();
        // 1.959964 * 3 * sqrt(28)
        assertEquals(31.1135, exact, 1e-3);
        assertTrue(held(part, exact) >= 88);
    }

    @Test
    void intervalsHoldTheGammaQuantileAsOftenAsTheyPromise() {
        Part part = Part.smooth(20, 40, 4, 0);
        double exact = stock(Settings.DEFAULTS.withoutUndershoot(), part).value();
        // scipy.stats.gamma.ppf(0.975, 1, scale=80) - 80
        assertEquals(215.110356330, exact, 1e-6);
        assertTrue(held(part, exact) >= 88);
    }

    private static long held(Part part, double exact) {
        return IntStream.rangeClosed(1, 100)
                .mapToObj(seed -> stock(SIMULATED.withoutUndershoot().seed(seed), part))
                .filter(stock -> value(stock, "mcLow") <= exact && exact <= value(stock, "mcHigh"))
                .count();
    }

    @Test
    void plainBootstrapAgreesWithTheConvolution() {
        int trials = 200_000;
        double[] draws = new double[trials];
        new BootstrapSampler(SPORADIC, LeadTimes.seen(2, 3, 3, 5), Undershoot.ofSizes(SPORADIC, true))
                .draw(RandomStream.of(4), draws, 0, trials);
        EmpiricalCover exact = EmpiricalCover.onSteps(
                1, 1000, SPORADIC, new double[] {0, 0, 0.25, 0.5, 0, 0.25}, EmpiricalCover.Below.ofBuckets(1, true));
        for (int level = 0; level < 16; level++) {
            double within = exact.lattice().cdf(level);
            int highest = level;
            double seen =
                    IntStream.range(0, trials).filter(i -> draws[i] <= highest).count() / (double) trials;
            double error = Math.sqrt(within * (1 - within) / trials);
            assertEquals(within, seen, 4 * error, "at " + level);
        }
    }

    @Test
    void sameSeedSameBytesWhateverTheThreads() {
        List<Part> parts = IntStream.range(0, 40)
                .mapToObj(number -> (number % 2 == 0
                                ? Part.smooth(10 + number, 3, 14, 4)
                                : Part.of(DemandClass.LUMPY, 14 + number, 3, AutoFormulaTest.repeated(SPORADIC, 4)))
                        .named("part " + number))
                .toList();
        List<String> one =
                parts.stream().map(part -> stock(SIMULATED, part).toString()).toList();
        List<String> many = parts.parallelStream()
                .map(part -> stock(SIMULATED, part).toString())
                .toList();
        assertEquals(one, many);
        assertEquals(40, one.stream().distinct().count());
    }

    @Test
    void anItemsStreamDependsOnItsKeyAndTheSeedOnly() {
        Part part = Part.smooth(10, 3, 14, 4);
        assertEquals(
                stock(SIMULATED, part).value(),
                stock(SIMULATED, part.named("part")).value());
        assertNotEquals(
                stock(SIMULATED, part).value(),
                stock(SIMULATED, part.named("other")).value());
        assertNotEquals(
                stock(SIMULATED, part).value(), stock(SIMULATED.seed(2), part).value());
    }

    @Test
    void everyKindOfDemandIsSimulatedNearItsExactStock() {
        // where the exact method assumes the same: normal and gamma to sampling error, buckets to their chain and
        // jitter
        Figure normal = stock(SIMULATED, Part.smooth(10, 3, 14, 2));
        assertEquals(stock(Part.smooth(10, 3, 14, 2)).value(), normal.value(), 0.08 * normal.value());
        Part lumpy = Part.of(DemandClass.LUMPY, 21, 5, AutoFormulaTest.repeated(SPORADIC, 13));
        Figure simulated = stock(SIMULATED, lumpy);
        assertEquals("MONTE_CARLO", text(simulated, "method"));
        assertEquals(stock(lumpy).value(), simulated.value(), 0.25 * simulated.value());
        assertTrue(value(simulated, "mcLow") <= simulated.value() && simulated.value() <= value(simulated, "mcHigh"));
    }

    @Test
    void fewDrawsAboveTheLevelAreTold() {
        // 10,000 draws leave 100 above 99 %, and 50 above 99.5 %
        Part part = Part.smooth(10, 3, 14, 2);
        assertTrue(warnings(stock(SIMULATED.essential(0.99), part)).isEmpty());
        assertEquals(List.of("MC_TAIL_THIN"), warnings(stock(SIMULATED.essential(0.995), part)));
    }

    @Test
    void aWideIntervalAfterAllDrawsIsTold() {
        Part wild = Part.smooth(1, 300, 1, 0);
        Figure stock = stock(SIMULATED.withoutUndershoot().essential(0.9995), wild);
        assertTrue(warnings(stock).contains("MC_NOT_CONVERGED"));
        assertEquals(200_000, value(stock, "mcTrials"));
    }

    @Test
    void fillRatesAreSimulatedToo() {
        Figure stock = stock(SIMULATED.fill(), Part.smooth(10, 3, 14, 2).lot(100));
        assertEquals(0.98, value(stock, "fillRate"), 1e-6);
        assertTrue(value(stock, "mcLow") <= stock.value() && stock.value() <= value(stock, "mcHigh"));
        Figure whole = stock(
                SIMULATED.fill(),
                Part.of(DemandClass.LUMPY, 21, 5, AutoFormulaTest.repeated(SPORADIC, 13))
                        .lot(12));
        assertEquals(Math.rint(value(whole, "reorderPoint")), value(whole, "reorderPoint"));
        assertTrue(value(whole, "fillRate") >= 0.98);
    }
}
