package io.posture.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Draws have the moments they are asked for, within five standard errors. */
class DrawsTest {

    private static final int DRAWS = 200_000;

    @Test
    void normalHasMeanZeroAndDeviationOne() {
        assertMoments(0, 1, Draws::normal);
    }

    @Test
    void gammaHasItsMeanAndVariation() {
        assertMoments(12, 3, draws -> draws.gamma(12, 0.25));
        assertMoments(5, 7.5, draws -> draws.gamma(5, 1.5));
    }

    @Test
    void poissonHasItsMeanAsVariance() {
        assertMoments(0.3, Math.sqrt(0.3), draws -> draws.poisson(0.3));
        assertMoments(250, Math.sqrt(250), draws -> draws.poisson(250));
    }

    @Test
    void aStreamDependsOnSeedPurposeAndNumberAlone() {
        assertEquals(
                Draws.of(1, "demand", 7).uniform(), Draws.of(1, "demand", 7).uniform(), 0);
    }

    private static void assertMoments(double mean, double sd, ToDoubleFunction<Draws> draw) {
        Draws draws = Draws.of(5, "moments", 0);
        double[] values = IntStream.range(0, DRAWS)
                .mapToDouble(i -> draw.applyAsDouble(draws))
                .toArray();
        double found =
                IntStream.range(0, DRAWS).mapToDouble(i -> values[i]).average().orElseThrow();
        double squares = IntStream.range(0, DRAWS)
                .mapToDouble(i -> (values[i] - found) * (values[i] - found))
                .sum();
        assertEquals(mean, found, 5 * sd / Math.sqrt(DRAWS));
        assertEquals(sd, Math.sqrt(squares / DRAWS), 0.02 * sd);
    }
}
