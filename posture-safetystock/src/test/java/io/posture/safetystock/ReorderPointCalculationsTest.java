package io.posture.safetystock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Values of the shared reference vectors, computed there by scipy, to their tolerance of 1e-9. */
class ReorderPointCalculationsTest {

    private static final double NEAR = 1e-9;

    @Test
    void gammaQuantileAndShortage() {
        GammaReorderPoint.Result wide = GammaReorderPoint.calculate(new GammaReorderPoint.Inputs(5, 12, 0.99));
        near(0.17361111111111113, wide.shape());
        near(28.8, wide.scale());
        near(59.47884231079002, wide.reorderPoint());
        near(54.47884231079002, wide.safetyStock());
        near(0.23199922766917513, wide.esc());
        near(
                256.97057108729933,
                GammaReorderPoint.calculate(new GammaReorderPoint.Inputs(100, 80, 0.95))
                        .reorderPoint());
    }

    @Test
    void smallestWholeNumberOfAPoissonDemand() {
        PoissonReorderPoint.Result many = PoissonReorderPoint.calculate(new PoissonReorderPoint.Inputs(120, 0.99));
        assertEquals(146, many.reorderPoint());
        near(0.9906661138313085, many.achievedCsl());
        near(0.04194098664157764, many.esc());
        PoissonReorderPoint.Result few = PoissonReorderPoint.calculate(new PoissonReorderPoint.Inputs(0.05, 0.9));
        assertEquals(0, few.reorderPoint());
        near(0.951229424500714, few.achievedCsl());
        near(0.05, few.esc());
    }

    @Test
    void smallestWholeNumberOfANegativeBinomialDemand() {
        NegativeBinomialReorderPoint.Result found =
                NegativeBinomialReorderPoint.calculate(new NegativeBinomialReorderPoint.Inputs(60, 400, 0.9));
        near(10.588235294117647, found.size());
        near(0.15, found.p());
        assertEquals(87, found.reorderPoint());
        near(0.9062189023696124, found.achievedCsl());
        near(1.2381854201054772, found.esc());
    }

    @Test
    void convolutionOfTheBuckets() {
        EmpiricalDemand.Result found = EmpiricalDemand.calculate(new EmpiricalDemand.Inputs(
                List.of(0.0, 0.0, 1.0, 0.0, 4.0, 0.0, 0.0, 2.0),
                List.of(
                        new EmpiricalDemand.LeadTimeShare(2, 0.5),
                        new EmpiricalDemand.LeadTimeShare(3, 0.3),
                        new EmpiricalDemand.LeadTimeShare(5, 0.2)),
                0.9));
        assertEquals(6, found.reorderPoint());
        near(0.929852294921875, found.achievedCsl());
        near(2.5375, found.mean());
        near(0.18134765625, found.esc());
    }

    @Test
    void periodicReviewCoversReviewAndLeadTime() {
        PeriodicReview.Result found = PeriodicReview.calculate(new PeriodicReview.Inputs(10, 4, 12, 3, 7, 0.975));
        near(34.698703145794944, found.sigma());
        near(68.00820847600477, found.safetyStock());
        near(258.00820847600477, found.orderUpTo());
    }

    @Test
    void reviewThatOrdersBelowAPoint() {
        RssPolicy.Result found = RssPolicy.calculate(new RssPolicy.Inputs(10, 4, 12, 3, 7, 300, 0.95));
        near(35.8, found.undershootMean());
        near(463.6933333333334, found.undershootVar());
        near(220.6767748472431, found.s());
        near(484.8767748472431, found.orderUpTo());
        assertEquals(
                0,
                RssPolicy.calculate(new RssPolicy.Inputs(0, 0, 12, 3, 7, 300, 0.95))
                        .orderUpTo());
    }

    @Test
    void stockForAFillRate() {
        FillRateStock.Result small = FillRateStock.calculate(new FillRateStock.Inputs(0.999, 60, 40));
        near(2.8123054765141378, small.k());
        near(168.73832859084825, small.rawSafetyStock());
        near(2.839254494996972, small.kSimple());
        FillRateStock.Result large = FillRateStock.calculate(new FillRateStock.Inputs(0.95, 10, 500));
        near(-24.979833041100214, large.rawSafetyStock());
        assertEquals(0, large.safetyStock());
    }

    @Test
    void stockForAFillRateAtTheEnds() {
        for (double fill : new double[] {1e-6, 0.01, 0.5, 0.9, 0.999999}) {
            for (double lot : new double[] {0.001, 1, 1000, 1e7}) {
                double stock = FillRateStock.calculate(new FillRateStock.Inputs(fill, 10, lot))
                        .rawSafetyStock();
                assertEquals(fill, new NormalCover(0, 10).fillRate(stock, lot), 1e-9, fill + " with lot " + lot);
            }
        }
    }

    @Test
    void stockFollowsTheForecast() {
        List<Double> stocks = TimePhased.calculate(
                        new TimePhased.Inputs(List.of(100.0, 120.0, 180.0, 240.0, 160.0, 110.0), 0.25, 2, 0.5, 0.95))
                .safetyStock();
        near(110.95144305566346, stocks.get(0));
        near(212.24348873567033, stocks.get(2));
        near(110.79893240892683, stocks.get(5));
    }

    @Test
    void quantileOfAMixture() {
        near(
                313.95918338182986,
                MixtureReorderPoint.calculate(new MixtureReorderPoint.Inputs(
                                List.of(0.8, 0.2), List.of(140.0, 260.0), List.of(30.0, 80.0), 0.95))
                        .reorderPoint());
    }

    @Test
    void ranksOfAQuantileAndItsInterval() {
        assertEquals(
                new QuantileRanks.Result(9500, 9457, 9544),
                QuantileRanks.calculate(new QuantileRanks.Inputs(10000, 0.95, 0.95)));
        assertEquals(
                new QuantileRanks.Result(198, 195, 200),
                QuantileRanks.calculate(new QuantileRanks.Inputs(200, 0.99, 0.95)));
    }

    @Test
    void wrongInputsAreRefusedByName() {
        refused("ltdSd", () -> new GammaReorderPoint.Inputs(5, 0, 0.9));
        refused("csl", () -> new PoissonReorderPoint.Inputs(5, 1));
        refused("ltdVar", () -> new NegativeBinomialReorderPoint.Inputs(5, 5, 0.9));
        refused("series", () -> new EmpiricalDemand.Inputs(List.of(), List.of(), 0.9));
        refused("series[1]", () -> new EmpiricalDemand.Inputs(List.of(1.0, 0.5), List.of(), 0.9));
        refused("leadTimePmf", () -> new EmpiricalDemand.Inputs(List.of(1.0), List.of(), 0.9));
        refused("reviewPeriod", () -> new PeriodicReview.Inputs(1, 1, 1, 1, -1, 0.9));
        refused("orderQuantity", () -> new RssPolicy.Inputs(1, 1, 1, 1, 1, Double.NaN, 0.9));
        refused("fillRate", () -> new FillRateStock.Inputs(1, 1, 1));
        refused("leadBuckets", () -> new TimePhased.Inputs(List.of(1.0), 0.1, 0, 1, 0.9));
        refused("weights", () -> new MixtureReorderPoint.Inputs(List.of(1.0), List.of(1.0, 2.0), List.of(1.0), 0.9));
        refused("n", () -> new QuantileRanks.Inputs(0, 0.9, 0.95));
        refused("ved", () -> ServiceTargetTest.priced("X"));
    }

    private static void refused(String argument, Runnable call) {
        String message = String.valueOf(
                assertThrows(IllegalArgumentException.class, call::run).getMessage());
        assertEquals(true, message.contains(argument), message);
    }

    private static void near(double expected, double actual) {
        assertEquals(expected, actual, NEAR + NEAR * Math.abs(expected));
    }
}
