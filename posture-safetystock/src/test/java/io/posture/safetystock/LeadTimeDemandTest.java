package io.posture.safetystock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.numerics.Lattice;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Reorder points by the distribution of lead-time demand. Numbers without another source are reference vectors: scipy,
 * tolerance 1e-9.
 */
class LeadTimeDemandTest {

    private static final double CLOSE = 1e-9;

    private static final List<Double> LUMPY = List.of(0.0, 0.0, 5.0, 0.0, 0.0, 0.0, 8.0, 0.0, 3.0, 0.0, 0.0, 6.0);

    private static GammaDemand.Result gamma(double mean, double sd, double csl) {
        return GammaDemand.calculate(new GammaDemand.Inputs(mean, sd, csl));
    }

    private static PoissonDemand.Result poisson(double mean, double csl) {
        return PoissonDemand.calculate(new PoissonDemand.Inputs(mean, csl));
    }

    private static NegativeBinomialDemand.Result clustered(double mean, double variance, double csl) {
        return NegativeBinomialDemand.calculate(new NegativeBinomialDemand.Inputs(mean, variance, csl));
    }

    private static ConvolvedDemand.Result convolved(
            List<Double> series, double csl, ConvolvedDemand.LeadTime... leadTimes) {
        return ConvolvedDemand.calculate(new ConvolvedDemand.Inputs(series, List.of(leadTimes), csl));
    }

    private static ConvolvedDemand.LeadTime lead(int buckets, double probability) {
        return new ConvolvedDemand.LeadTime(buckets, probability);
    }

    private static double mixture(List<Double> weights, List<Double> means, List<Double> sds, double csl) {
        return RegimeMixture.calculate(new RegimeMixture.Inputs(weights, means, sds, csl))
                .reorderPoint();
    }

    private static String refusal(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }

    @Test
    void skewedDemandNeedsMoreThanTheNormalSays() {
        GammaDemand.Result result = gamma(100, 80, 0.95);
        assertEquals(1.5625, result.shape().orElseThrow(), CLOSE);
        assertEquals(64, result.scale().orElseThrow(), CLOSE);
        assertEquals(256.97057108729933, result.reorderPoint(), CLOSE * 257);
        assertEquals(156.97057108729933, result.safetyStock(), CLOSE * 157);
        assertEquals(3.5379234413332004, result.esc(), CLOSE);
        assertEquals(59.47884231079002, gamma(5, 12, 0.99).reorderPoint(), CLOSE * 60);
        assertEquals(0.23199922766917513, gamma(5, 12, 0.99).esc(), CLOSE);
    }

    @Test
    void exponentialDemandHasItsClosedForm() {
        // shape 1: r = -m ln(1 - p), ESC = m (1 - p)
        GammaDemand.Result result = gamma(40, 40, 0.9);
        assertEquals(40 * Math.log(10), result.reorderPoint(), 1e-12);
        assertEquals(4, result.esc(), 1e-12);
    }

    @Test
    void certainOrAbsentDemandNeedsNoSafetyStock() {
        assertEquals(
                new GammaDemand.Result(OptionalDouble.empty(), OptionalDouble.empty(), 70, 0, 0), gamma(70, 0, 0.99));
        assertEquals(
                new GammaDemand.Result(OptionalDouble.empty(), OptionalDouble.empty(), 0, 0, 0), gamma(0, 3, 0.99));
        assertEquals(new PoissonDemand.Result(0, 1, 0), poisson(0, 0.99));
        assertEquals(
                new NegativeBinomialDemand.Result(OptionalDouble.empty(), OptionalDouble.empty(), 0, 1, 0),
                clustered(0, 3, 0.99));
        assertEquals(0, convolved(List.of(0.0, 0.0), 0.99, lead(4, 1)).reorderPoint());
        assertEquals(10, convolved(List.of(2.5, 2.5), 0.99, lead(4, 1)).reorderPoint(), 1e-12);
        assertEquals(0, convolved(LUMPY, 0.99, lead(0, 1)).reorderPoint());
    }

    @ParameterizedTest
    @CsvSource({
        "3.2, 0.95, 6, 0.9553808990446989, 0.06959133176956112",
        "0.05, 0.9, 0, 0.951229424500714, 0.05",
        "0.05, 0.99, 1, 0.9987908957257497, 0.0012294245007140603",
        "120, 0.99, 146, 0.9906661138313085, 0.04194098664157764"
    })
    void singlePiecesArePoisson(double mean, double csl, long level, double achieved, double shortage) {
        PoissonDemand.Result result = poisson(mean, csl);
        assertEquals(level, result.reorderPoint());
        assertEquals(achieved, result.achievedCsl(), CLOSE);
        assertEquals(shortage, result.esc(), CLOSE);
    }

    @Test
    void publishedPoissonExample() {
        // Snyder & Shen 2019, example 4.7: base stock under Poisson demand of mean 6 at a critical ratio of 0.8
        assertEquals(8, poisson(6, 0.8).reorderPoint());
    }

    @ParameterizedTest
    @CsvSource({
        "4, 10, 0.95, 2.6666666666666665, 0.4, 10, 0.9578439929609862, 0.12596342767495994",
        "0.5, 2, 0.99, 0.16666666666666666, 0.25, 7, 0.9918724874449529, 0.02721596445825636",
        "60, 400, 0.9, 10.588235294117647, 0.15, 87, 0.9062189023696124, 1.2381854201054772"
    })
    void clusteredPiecesAreNegativeBinomial(
            double mean, double variance, double csl, double size, double p, long level, double achieved, double esc) {
        NegativeBinomialDemand.Result result = clustered(mean, variance, csl);
        assertEquals(size, result.size().orElseThrow(), CLOSE);
        assertEquals(p, result.p().orElseThrow(), CLOSE);
        assertEquals(level, result.reorderPoint());
        assertEquals(achieved, result.achievedCsl(), CLOSE);
        assertEquals(esc, result.esc(), CLOSE);
    }

    @Test
    void observedBucketsAreAddedOverTheLeadTime() {
        ConvolvedDemand.Result result = convolved(LUMPY, 0.95, lead(3, 1));
        assertEquals(14, result.reorderPoint(), CLOSE);
        assertEquals(0.9600694444444444, result.achievedCsl(), CLOSE);
        assertEquals(5.5, result.mean(), CLOSE);
        assertEquals(0.13368055555555555, result.esc(), CLOSE);
    }

    @Test
    void aLeadTimeThatVariesIsMixed() {
        ConvolvedDemand.Result result = convolved(
                List.of(0.0, 0.0, 1.0, 0.0, 4.0, 0.0, 0.0, 2.0), 0.9, lead(2, 0.5), lead(3, 0.3), lead(5, 0.2));
        assertEquals(6, result.reorderPoint(), CLOSE);
        assertEquals(0.929852294921875, result.achievedCsl(), CLOSE);
        assertEquals(2.5375, result.mean(), CLOSE);
        assertEquals(0.18134765625, result.esc(), CLOSE);
    }

    @Test
    void theUnitOfTheDemandDoesNotMatter() {
        ConvolvedDemand.Result pieces = convolved(LUMPY, 0.95, lead(2, 0.5), lead(4, 0.5));
        for (double unit : new double[] {0.001, 0.25, 12, 5000}) {
            List<Double> scaled = LUMPY.stream().map(x -> x * unit).toList();
            ConvolvedDemand.Result result = convolved(scaled, 0.95, lead(2, 0.5), lead(4, 0.5));
            assertEquals(pieces.reorderPoint() * unit, result.reorderPoint(), 1e-12 * unit * 20);
            assertEquals(pieces.achievedCsl(), result.achievedCsl(), 1e-14);
            assertEquals(pieces.esc() * unit, result.esc(), 1e-12 * unit);
        }
    }

    @Test
    void weightsThatFitNoPackMissTheLimitByLittle() {
        SplittableRandom random = new SplittableRandom(8);
        List<Double> kilograms =
                random.doubles(60).map(x -> x < 0.5 ? 0 : 400 * x * x).boxed().toList();
        List<Double> grams =
                kilograms.stream().map(x -> (double) Math.round(1000 * x)).toList();
        // in grams every value is whole, and the lattice exact
        double[] values = grams.stream().mapToDouble(Double::doubleValue).toArray();
        Lattice exact = Lattice.observed(1, values).times(4);
        double sd = Math.sqrt(exact.variance()) / 1000;
        for (double csl : new double[] {0.95, 0.99, 0.999}) {
            assertEquals(
                    exact.quantile(csl) / 1000.0,
                    convolved(kilograms, csl, lead(4, 1)).reorderPoint(),
                    0.005 * sd);
        }
    }

    @Test
    void aBootstrapConvergesToTheConvolution() {
        SplittableRandom random = new SplittableRandom(9);
        int trials = 200_000;
        ConvolvedDemand.Result limit = convolved(LUMPY, 0.9, lead(3, 0.6), lead(6, 0.4));
        int served = 0;
        double missing = 0;
        double squares = 0;
        for (int i = 0; i < trials; i++) {
            double sum = 0;
            for (int n = random.nextDouble() < 0.6 ? 3 : 6; n > 0; n--) {
                sum += LUMPY.get(random.nextInt(LUMPY.size()));
            }
            served += sum <= limit.reorderPoint() ? 1 : 0;
            double excess = Math.max(0, sum - limit.reorderPoint());
            missing += excess;
            squares += excess * excess;
        }
        double csl = limit.achievedCsl();
        assertEquals(csl, served / (double) trials, 4 * Math.sqrt(csl * (1 - csl) / trials));
        double mean = missing / trials;
        assertEquals(limit.esc(), mean, 4 * Math.sqrt((squares / trials - mean * mean) / trials));
    }

    @Test
    void twoRegimesAreMixedAndNotAveraged() {
        assertEquals(
                313.95918338182986,
                mixture(List.of(0.8, 0.2), List.of(140.0, 260.0), List.of(30.0, 80.0), 0.95),
                CLOSE * 314);
        assertEquals(
                139.1992796908011,
                mixture(List.of(0.5, 0.5), List.of(100.0, 100.0), List.of(20.0, 20.0), 0.975),
                CLOSE * 139);
    }

    @Test
    void moreServiceNeverNeedsLess() {
        double[] before = new double[5];
        for (double csl = 0.01; csl < 0.9999; csl += 0.007) {
            double[] now = {
                gamma(30, 25, csl).reorderPoint(),
                poisson(7, csl).reorderPoint(),
                clustered(7, 30, csl).reorderPoint(),
                convolved(LUMPY, csl, lead(2, 0.5), lead(5, 0.5)).reorderPoint(),
                mixture(List.of(0.7, 0.3), List.of(10.0, 50.0), List.of(3.0, 0.0), csl)
            };
            for (int i = 0; i < now.length; i++) {
                assertTrue(now[i] >= before[i], "distribution " + i + " at " + csl);
            }
            before = now;
        }
    }

    @Test
    void undershootIsWhatALargerDemandLeaves() {
        UndershootSizes.Result result =
                UndershootSizes.calculate(new UndershootSizes.Inputs(List.of(0.5, 0.0, 0.3, 0.0, 0.2)));
        double[] expected = {
            0.41666666666666663, 0.20833333333333331, 0.20833333333333331, 0.0833333333333333, 0.0833333333333333
        };
        for (int u = 0; u < expected.length; u++) {
            assertEquals(expected[u], result.pmf().get(u), CLOSE);
        }
        assertEquals(1.208333333333333, result.mean(), CLOSE);
        assertEquals(
                new UndershootSizes.Result(List.of(1.0), 0),
                UndershootSizes.calculate(new UndershootSizes.Inputs(List.of(1.0))));
    }

    @Test
    void undershootMeanIsThatOfRenewalTheory() {
        // E[U] = E[X (X - 1)] / (2 E[X]) for whole sizes X and a level of 0 left at least
        double[] sizes = {0.1, 0.4, 0.05, 0.25, 0.2};
        double mean = 0;
        double factorial = 0;
        for (int i = 0; i < sizes.length; i++) {
            mean += (i + 1) * sizes[i];
            factorial += (i + 1) * i * sizes[i];
        }
        List<Double> list = List.of(0.1, 0.4, 0.05, 0.25, 0.2);
        assertEquals(
                factorial / (2 * mean),
                UndershootSizes.calculate(new UndershootSizes.Inputs(list)).mean(),
                1e-14);
    }

    @Test
    void refusesByNameAndRange() {
        assertEquals("csl must be in (0, 1), was 1.0", refusal(() -> gamma(1, 1, 1)));
        assertEquals("ltdMean must be finite and at least 0, was NaN", refusal(() -> gamma(Double.NaN, 1, 0.9)));
        assertEquals("ltdSd must be finite and at least 0, was -1.0", refusal(() -> gamma(1, -1, 0.9)));
        assertTrue(refusal(() -> gamma(1, 1e-7, 0.9)).startsWith("ltdSd must be 0 or at least 1e-5 of ltdMean"));
        assertEquals("ltdMean must be in [0, 1e9], was -1.0", refusal(() -> poisson(-1, 0.9)));
        assertEquals("csl must be in (0, 1), was 0.0", refusal(() -> poisson(1, 0)));
        assertTrue(refusal(() -> clustered(4, 4, 0.9)).startsWith("ltdVar must be finite and above ltdMean 4.0"));
        assertTrue(refusal(() -> clustered(4, Double.NaN, 0.9)).startsWith("ltdVar must be"));
        assertEquals(
                "series must hold at least one element, was empty",
                refusal(() -> convolved(List.of(), 0.9, lead(1, 1))));
        assertEquals(
                "series[1] must be finite and at least 0, was -2.0",
                refusal(() -> convolved(List.of(1.0, -2.0), 0.9, lead(1, 1))));
        assertEquals(
                "leadTimePmf must have probabilities of sum 1, was 0.5",
                refusal(() -> convolved(LUMPY, 0.9, lead(1, 0.5))));
        assertEquals("leadTimePmf must have lead times of 0 to 3650 buckets, was -1", refusal(() -> lead(-1, 1)));
        assertEquals("leadTimePmf must hold at least one element, was empty", refusal(() -> convolved(LUMPY, 0.9)));
        assertEquals(
                "sum of weights must be finite and above 0, was 0.0",
                refusal(() -> mixture(List.of(0.0), List.of(1.0), List.of(1.0), 0.9)));
        assertEquals(
                "means and sds must be as many as weights, 1, were 2 and 1",
                refusal(() -> mixture(List.of(1.0), List.of(1.0, 2.0), List.of(1.0), 0.9)));
        assertEquals(
                "sum of sizeProbs must be finite and above 0, was 0.0",
                refusal(() -> new UndershootSizes.Inputs(List.of(0.0, 0.0))));
        assertEquals(
                "sizeProbs must hold at least one element, was empty",
                refusal(() -> new UndershootSizes.Inputs(List.of())));
    }

    @Test
    void fallsFromOneHeightToThePointAreThoseOfAWalk() {
        // by hand: sizes 0, 1, 3 with 1/2, 1/4, 1/4 from a height of 2; looks that find 0 or 1 used: 2 and 1
        double[] exact = EmpiricalCover.Below.fromHeight(2, 1, true)
                .of(Lattice.observed(1, 0, 0, 1, 3), 1)
                .toArray();
        assertEquals(0.25, exact[0], CLOSE);
        assertEquals(0.5, exact[1], CLOSE);
        assertEquals(0.25, exact[2], CLOSE);
    }

    @Test
    void fallsFromAGreatHeightAreThoseOfTheLongRun() {
        Lattice sizes = Lattice.observed(1, 0, 0, 1, 3, 7, 2);
        double[] exact =
                EmpiricalCover.Below.fromHeight(500, 1, true).of(sizes, 1).toArray();
        double[] longRun = EmpiricalCover.Below.ofBuckets(1, true).of(sizes, 1).toArray();
        for (int u = 0; u < 7; u++) {
            assertEquals(longRun[u], exact[u], 1e-9);
        }
    }
}
