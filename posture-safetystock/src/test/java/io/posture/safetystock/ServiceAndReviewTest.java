package io.posture.safetystock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Fill rates, review policies, forecast errors and counts of a simulation. Numbers without another source are reference
 * vectors: scipy, tolerance 1e-9.
 */
class ServiceAndReviewTest {

    private static final double CLOSE = 1e-9;

    private static FillRate.Result fill(double mean, double sd, double level, double lot) {
        return FillRate.calculate(new FillRate.Inputs(mean, sd, level, lot));
    }

    private static FillRateTarget.Result target(double fillRate, double sd, double lot) {
        return FillRateTarget.calculate(new FillRateTarget.Inputs(fillRate, sd, lot));
    }

    private static OrderUpTo.Result upTo(double d, double sd, double lead, double leadSd, double review, double csl) {
        return OrderUpTo.calculate(new OrderUpTo.Inputs(d, sd, lead, leadSd, review, csl));
    }

    private static PeriodicReorderPoint.Result periodic(
            double d, double sd, double lead, double leadSd, double review, double lot, double csl) {
        return PeriodicReorderPoint.calculate(new PeriodicReorderPoint.Inputs(d, sd, lead, leadSd, review, lot, csl));
    }

    private static List<Double> phased(List<Double> forecast, double cv, int lead, double leadSd, double csl) {
        return PhasedStock.calculate(new PhasedStock.Inputs(forecast, cv, lead, leadSd, csl))
                .safetyStock();
    }

    private static String refusal(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }

    @ParameterizedTest
    @CsvSource({
        // printed tables of the unit normal loss
        "0, 0.3989, 6e-5",
        "1, 0.08332, 6e-5",
        "2, 0.008491, 6e-7",
        "-1, 1.0833, 6e-5",
        // stockpyl documentation, Snyder 2023; then scipy
        "1.3, 0.04552796208651397, 1e-14",
        "8, 7.550262411946439e-17, 7e-26",
        "-6, 6.000000000156357, 6e-9"
    })
    void unitLoss(double k, double expected, double tolerance) {
        assertEquals(expected, NormalLoss.calculate(new NormalLoss.Inputs(k)).g(), tolerance);
    }

    @ParameterizedTest
    @CsvSource({
        "0.08, 1.02, 0.005",
        "0.001, 2.7178055152317566, 1e-9",
        "2.5, -2.4979833041100195, 1e-9",
        "1e-9, 5.699073358835459, 1e-9"
    })
    void unitLossInverse(double g, double expected, double tolerance) {
        assertEquals(
                expected,
                NormalLossInverse.calculate(new NormalLossInverse.Inputs(g)).k(),
                tolerance);
    }

    @Test
    void publishedFillRates() {
        // Chopra & Meindl: 6,000 on order at a mean of 5,000, lots of 10,000
        FillRate.Result result = fill(5000, 707.1, 6000, 10000);
        assertEquals(0.9975, result.fillRate(), 5e-5);
        assertEquals(25, result.escSimple(), 0.5);
        assertTrue(result.csl() < 0.93);
        // Chopra & Meindl: 500 +- 150 sqrt(2) over the lead time, reorder point 600, lots of 1,000
        FillRate.Result printers = fill(500, 150 * Math.sqrt(2), 600, 1000);
        assertEquals(0.68, printers.csl(), 6e-3);
        assertEquals(43.86, printers.escSimple(), 6e-3);
        assertEquals(0.96, printers.fillRate(), 6e-3);
    }

    @Test
    void aSmallLotIsNotChargedWithTheShortageBeforeIt() {
        FillRate.Result result = fill(100, 40, 130, 50);
        assertEquals(0.7733726476231317, result.csl(), CLOSE);
        assertEquals(4.907048610212943, result.esc(), CLOSE);
        assertEquals(5.246676714886128, result.escSimple(), CLOSE);
        assertEquals(0.9018590277957411, result.fillRate(), CLOSE);
        assertEquals(0.9050318131900879, result.fillRateLostSales(), CLOSE);
    }

    @Test
    void certainDemandIsServedOrNot() {
        FillRate.Result result = fill(100, 0, 90, 50);
        assertEquals(0, result.csl());
        assertEquals(10, result.esc());
        assertEquals(0.8, result.fillRate(), CLOSE);
        assertEquals(0.8333333333333334, result.fillRateLostSales(), CLOSE);
        assertEquals(new FillRate.Result(1, 0, 0, 1, 1), fill(100, 0, 100, 50));
    }

    @Test
    void safetyStockForAFillRate() {
        FillRateTarget.Result result = target(0.98, 25, 100);
        assertEquals(1.0212385669542574, result.k().orElseThrow(), CLOSE);
        assertEquals(25.530964173856436, result.safetyStock(), CLOSE * 26);
        assertEquals(1.0212388775430115, result.kSimple().orElseThrow(), CLOSE);
        assertEquals(2.8123054765141378, target(0.999, 60, 40).k().orElseThrow(), CLOSE);
    }

    @Test
    void aLargeLotMayServeMoreThanWantedWithoutSafetyStock() {
        FillRateTarget.Result result = target(0.95, 10, 500);
        assertEquals(-24.979833041100214, result.rawSafetyStock(), CLOSE * 25);
        assertEquals(0, result.safetyStock());
        assertEquals(
                new FillRateTarget.Result(OptionalDouble.empty(), -25, 0, OptionalDouble.empty()), target(0.5, 0, 50));
    }

    @Test
    void theStockForAFillRateHasThatFillRate() {
        SplittableRandom random = new SplittableRandom(10);
        for (int i = 0; i < 3000; i++) {
            double wanted =
                    random.nextDouble() < 0.5 ? random.nextDouble(0.01, 1) : 1 - Math.pow(10, -9 * random.nextDouble());
            double sd = Math.pow(10, random.nextDouble(-2, 4));
            double lot = Math.pow(10, random.nextDouble(-1, 5));
            if (wanted > 0 && wanted < 1) {
                double stock = target(wanted, sd, lot).rawSafetyStock();
                FillRate.Result reached = fill(1000, sd, 1000 + stock, lot);
                // the shortage that is left is met, not only the share that is served
                double missing = (1 - wanted) * lot;
                assertEquals(missing, reached.esc(), 1e-8 * missing + 1e-10 * sd, wanted + " " + sd + " " + lot);
            }
        }
    }

    @Test
    void aFillRateOfNearlyNothingStillHasAnAnswer() {
        assertTrue(target(1e-17, 5, 10).rawSafetyStock() < -10);
    }

    @Test
    void publishedOrderUpToLevel() {
        // Chopra & Meindl, periodic review: 2,500 +- 500 a week, lead 2, review 4, 90 %
        OrderUpTo.Result result = upTo(2500, 500, 2, 0, 4, 0.9);
        assertEquals(1225, result.sigma(), 1);
        assertEquals(1570, result.safetyStock(), 1);
        assertEquals(16570, result.orderUpTo(), 1);
    }

    @Test
    void orderUpToLevelCoversReviewAndLeadTime() {
        OrderUpTo.Result result = upTo(10, 4, 12, 3, 7, 0.975);
        assertEquals(34.698703145794944, result.sigma(), CLOSE * 35);
        assertEquals(68.00820847600477, result.safetyStock(), CLOSE * 68);
        assertEquals(258.00820847600477, result.orderUpTo(), CLOSE * 258);
    }

    @Test
    void withoutReviewPeriodTheLevelIsTheReorderPoint() {
        ZFormula.Result continuous = ZFormula.calculate(new ZFormula.Inputs(10, 4, 12, 3, 0.95, Optional.empty()));
        assertEquals(continuous.reorderPoint(), upTo(10, 4, 12, 3, 0, 0.95).orderUpTo(), 1e-12);
    }

    @Test
    void reorderPointOfPeriodicReviewCountsTheUndershoot() {
        PeriodicReorderPoint.Result result = periodic(10, 4, 12, 3, 7, 300, 0.95);
        assertEquals(35.8, result.undershootMean(), CLOSE);
        assertEquals(463.6933333333334, result.undershootVar(), CLOSE * 464);
        assertEquals(220.6767748472431, result.reorderPoint(), CLOSE * 221);
        assertEquals(484.8767748472431, result.orderUpTo(), CLOSE * 485);
        assertTrue(result.holds());
        PeriodicReorderPoint.Result daily = periodic(50, 10, 5, 0, 1, 600, 0.98);
        assertEquals(332.5185331956324, daily.reorderPoint(), CLOSE * 333);
        assertEquals(906.5185331956325, daily.orderUpTo(), CLOSE * 907);
    }

    @Test
    void aLotOfLessThanOneAndAHalfReviewsDoesNotHold() {
        assertFalse(periodic(10, 4, 12, 3, 7, 100, 0.95).holds());
        PeriodicReorderPoint.Result small = periodic(10, 4, 12, 3, 7, 0, 0.95);
        assertEquals(small.reorderPoint(), small.orderUpTo());
    }

    @Test
    void withoutDemandNothingIsOrdered() {
        assertEquals(new PeriodicReorderPoint.Result(0, 0, 0, 0, true), periodic(0, 4, 12, 3, 7, 300, 0.95));
        assertEquals(0, upTo(0, 4, 12, 3, 7, 0.95).orderUpTo());
    }

    @Test
    void stockFollowsTheForecast() {
        List<Double> stocks = phased(List.of(100.0, 120.0, 180.0, 240.0, 160.0, 110.0), 0.25, 2, 0.5, 0.95);
        double[] expected = {
            110.95144305566346,
            152.09338096220947,
            212.24348873567033,
            202.79117461627928,
            136.755508578026,
            110.79893240892683
        };
        for (int t = 0; t < expected.length; t++) {
            assertEquals(expected[t], stocks.get(t), CLOSE * expected[t]);
        }
        phased(List.of(50.0, 50.0, 50.0), 0.3, 1, 0, 0.9)
                .forEach(stock -> assertEquals(19.223273483169006, stock, CLOSE * 20));
    }

    @Test
    void aLeadTimeBeyondTheForecastRepeatsItsLast() {
        assertEquals(
                phased(List.of(10.0, 20.0, 20.0, 20.0, 20.0), 0.3, 4, 1, 0.95).get(0),
                phased(List.of(10.0, 20.0), 0.3, 4, 1, 0.95).get(0),
                1e-12);
        assertTrue(phased(List.of(10.0), 0.3, Integer.MAX_VALUE, 1, 0.95).get(0) > 0);
    }

    @Test
    void lessServiceThanEvenNeedsNoStock() {
        assertEquals(List.of(0.0), phased(List.of(10.0), 0.3, 2, 1, 0.3));
        assertEquals(0, upTo(10, 4, 12, 3, 7, 0.3).safetyStock());
    }

    @Test
    void errorsGrowWithTheLeadTime() {
        ErrorDeviation.Result result = ErrorDeviation.calculate(new ErrorDeviation.Inputs(8, 4, 0.5));
        assertEquals(10.026513098524001, result.sigma1(), CLOSE);
        assertEquals(20.053026197048002, result.sigmaL(), CLOSE);
        assertEquals(
                26.460126701940926,
                ErrorDeviation.calculate(new ErrorDeviation.Inputs(8, 4, 0.7)).sigmaL(),
                CLOSE);
        assertEquals(
                37.68288736283354,
                SmoothedErrorDeviation.calculate(new SmoothedErrorDeviation.Inputs(10, 0.2, 6))
                        .sigmaL(),
                CLOSE);
        assertEquals(
                30,
                SmoothedErrorDeviation.calculate(new SmoothedErrorDeviation.Inputs(10, 0, 9))
                        .sigmaL(),
                CLOSE);
    }

    @Test
    void smoothedErrorsGrowAsASimulationSays() {
        // local level with step sd alpha * sigma: the process for which smoothing with alpha is the best forecast
        SplittableRandom random = new SplittableRandom(11);
        int lead = 5;
        double alpha = 0.3;
        int trials = 200_000;
        double squares = 0;
        for (int i = 0; i < trials; i++) {
            double level = 0;
            double error = 0;
            for (int t = 0; t < lead; t++) {
                double shock = random.nextGaussian();
                error += level + shock;
                level += alpha * shock;
            }
            squares += error * error;
        }
        double expected = SmoothedErrorDeviation.calculate(new SmoothedErrorDeviation.Inputs(1, alpha, lead))
                .sigmaL();
        assertEquals(expected, Math.sqrt(squares / trials), 4 * expected / Math.sqrt(2.0 * trials));
    }

    @Test
    void independentErrorsHaveAnExponentOfAHalf() {
        SplittableRandom random = new SplittableRandom(12);
        double[] demand = random.doubles(20_000).toArray();
        double[] forecast = random.doubles(20_000).map(x -> 0.5).toArray();
        assertEquals(0.5, ErrorDeviation.fittedExponent(demand, forecast), 0.02);
    }

    @Test
    void anErrorThatStaysHasAnExponentOfOne() {
        double[] demand = new double[72];
        double[] forecast = new double[72];
        for (int t = 0; t < demand.length; t++) {
            demand[t] = t < 36 ? 10 : 30;
            forecast[t] = 20;
        }
        assertTrue(ErrorDeviation.fittedExponent(demand, forecast) > 0.95);
    }

    @Test
    void theExponentStaysWithinHalfAndOne() {
        // errors that cancel grow slower than the root
        double[] demand = new double[40];
        double[] forecast = new double[40];
        for (int t = 0; t < demand.length; t++) {
            demand[t] = t % 2 == 0 ? 1 + 0.01 * (t % 5) : 3;
            forecast[t] = 2;
        }
        assertEquals(0.5, ErrorDeviation.fittedExponent(demand, forecast));
    }

    @Test
    void aShortOrFlatHistoryShowsNoExponent() {
        SplittableRandom random = new SplittableRandom(13);
        assertEquals(0.5, ErrorDeviation.fittedExponent(random.doubles(35).toArray(), new double[35]));
        assertEquals(0.5, ErrorDeviation.fittedExponent(new double[50], new double[50]));
    }

    @Test
    void exponentAgreesWithNumpy() {
        // numpy 2.4.6: demand 5 + 3 sin(t / 5) + (7 t mod 11) / 4, forecast 5.5; polyfit of ln sd over ln horizon
        double[] demand = new double[60];
        double[] forecast = new double[60];
        for (int t = 0; t < demand.length; t++) {
            demand[t] = 5 + 3 * Math.sin(t / 5.0) + 7 * t % 11 / 4.0;
            forecast[t] = 5.5;
        }
        assertEquals(0.9484793588708658, ErrorDeviation.fittedExponent(demand, forecast), 1e-12);
    }

    @Test
    void trialsForAHalfWidth() {
        assertEquals(
                7299,
                TrialCount.calculate(new TrialCount.Inputs(0.95, 0.005, 0.95)).trials());
        assertEquals(
                16422,
                TrialCount.calculate(new TrialCount.Inputs(0.99, 0.002, 0.99)).trials());
    }

    @Test
    void ranksAroundAQuantile() {
        assertEquals(
                new OrderStatistics.Result(9500, 9457, 9544),
                OrderStatistics.calculate(new OrderStatistics.Inputs(10000, 0.95, 0.95)));
        assertEquals(
                new OrderStatistics.Result(198, 195, 200),
                OrderStatistics.calculate(new OrderStatistics.Inputs(200, 0.99, 0.95)));
        assertEquals(
                new OrderStatistics.Result(1, 1, 1),
                OrderStatistics.calculate(new OrderStatistics.Inputs(1, 0.99, 0.95)));
    }

    @Test
    void ranksCoverTheQuantileAsOftenAsTheySay() {
        // between the ranks l and u lies the p-quantile unless fewer than l or at least u of n fall below it
        SplittableRandom random = new SplittableRandom(14);
        OrderStatistics.Result ranks = OrderStatistics.calculate(new OrderStatistics.Inputs(1000, 0.95, 0.95));
        int covered = 0;
        for (int round = 0; round < 2000; round++) {
            int below = 0;
            for (int i = 0; i < 1000; i++) {
                below += random.nextDouble() <= 0.95 ? 1 : 0;
            }
            covered += below >= ranks.lower() && below < ranks.upper() ? 1 : 0;
        }
        assertTrue(covered >= 0.94 * 2000, "covered " + covered);
    }

    @Test
    void levels() {
        assertEquals(
                new StockLevels.Result(180, 480, 190, 420),
                StockLevels.calculate(new StockLevels.Inputs(180, 300, 40, 6, 10)));
        assertEquals(
                new StockLevels.Result(50, 70, 60, 70),
                StockLevels.calculate(new StockLevels.Inputs(50, 20, 50, 0, 3)));
    }

    @Test
    void publishedCriticalRatio() {
        // Snyder & Shen 2019, example 5.5, EOQ + SS
        assertEquals(
                190.3369965715624,
                CriticalRatio.calculate(new CriticalRatio.Inputs(1300, 150, 1 / 12.0, 0.225, 7.5))
                        .reorderPoint(),
                CLOSE * 190);
        assertEquals(
                359.47648704683536,
                CriticalRatio.calculate(new CriticalRatio.Inputs(20, 6, 16, 1, 19))
                        .reorderPoint(),
                CLOSE * 359);
    }

    @Test
    void refusesByNameAndRange() {
        assertEquals("k must be finite, was NaN", refusal(() -> new NormalLoss.Inputs(Double.NaN)));
        assertEquals("g must be finite and above 0, was 0.0", refusal(() -> new NormalLossInverse.Inputs(0)));
        assertEquals("orderQuantity must be finite and above 0, was 0.0", refusal(() -> fill(1, 1, 1, 0)));
        assertEquals("ltdSd must be finite and at least 0, was -1.0", refusal(() -> fill(1, -1, 1, 1)));
        assertEquals("fillRate must be in (0, 1), was 1.0", refusal(() -> target(1, 1, 1)));
        assertEquals("ltdSd must be finite and at least 0, was NaN", refusal(() -> target(0.9, Double.NaN, 1)));
        assertEquals("csl must be in (0, 1), was 1.0", refusal(() -> upTo(1, 1, 1, 1, 1, 1)));
        assertEquals("demandSd must be finite and at least 0, was -1.0", refusal(() -> upTo(1, -1, 1, 1, 1, 0.9)));
        assertEquals(
                "reviewPeriod must be finite and above 0, was 0.0", refusal(() -> periodic(1, 1, 1, 1, 0, 1, 0.9)));
        assertEquals(
                "forecast must hold at least one element, was empty", refusal(() -> phased(List.of(), 0.3, 1, 0, 0.9)));
        assertEquals("leadBuckets must be at least 1, was 0", refusal(() -> phased(List.of(1.0), 0.3, 0, 0, 0.9)));
        assertEquals("exponent must be in [0, 1], was 1.5", refusal(() -> new ErrorDeviation.Inputs(1, 1, 1.5)));
        assertEquals(
                "leadBuckets must be 0 or at least 1, was 0.5",
                refusal(() -> new SmoothedErrorDeviation.Inputs(1, 0.1, 0.5)));
        assertEquals(
                "demand and forecast must have the same length, were 1 and 0",
                refusal(() -> ErrorDeviation.fittedExponent(new double[1], new double[0])));
        assertEquals("halfWidth must be in (0, 1), was 0.0", refusal(() -> new TrialCount.Inputs(0.5, 0, 0.9)));
        assertTrue(refusal(() -> TrialCount.calculate(new TrialCount.Inputs(0.5, 1e-9, 0.9)))
                .startsWith("halfWidth must ask for at most 9e15 trials"));
        assertEquals("n must be at least 1, was 0", refusal(() -> new OrderStatistics.Inputs(0, 0.5, 0.9)));
        assertEquals("confidence must be in (0, 1), was 1.0", refusal(() -> new OrderStatistics.Inputs(9, 0.5, 1)));
        assertEquals(
                "minLead must be finite and at least 0, was -1.0",
                refusal(() -> new StockLevels.Inputs(1, 1, 1, 1, -1)));
        assertEquals(
                "holdingCost must be finite and above 0, was 0.0",
                refusal(() -> new CriticalRatio.Inputs(1, 1, 1, 0, 1)));
    }
}
