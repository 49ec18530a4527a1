package io.posture.resilience.economics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.numerics.RandomStream;
import io.posture.resilience.stockpile.DisruptionLength;
import io.posture.resilience.stockpile.Disruptions;
import io.posture.resilience.stockpile.FrequentFailures;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class EconomicsTest {

    @Test
    void disruptionsCostWhatEventsAtAUniformPointOfTheCycleCost() {
        PostureCost.Terms terms = new PostureCost.Terms(7300, 10, 80, 60, 100);
        for (DisruptionLength law : List.of(
                DisruptionLength.exponential(30),
                DisruptionLength.lognormal(30, 1),
                DisruptionLength.empirical(List.of(5.0, 20.0, 90.0), List.of(0.5, 0.3, 0.2)))) {
            for (double lot : new double[] {1, 350, 4000}) {
                PostureCost.Plan plan = new PostureCost.Plan(lot, 120, 200, 0);
                RandomStream random = RandomStream.of(21);
                int draws = 400_000;
                double missing = 0;
                for (int i = 0; i < draws; i++) {
                    double cover = (120 + 200 + lot * random.uniform()) / 20;
                    missing += 20 * Math.max(0, law.draw(random) - cover);
                }
                double simulated = 0.5 * 100 * missing / draws;
                double closed = PostureCost.of(plan, terms, new Disruptions(0.5, law))
                        .parts()
                        .disruption();
                assertEquals(simulated, closed, 0.02 * simulated, law + " " + lot);
            }
        }
    }

    @Test
    void theBestCoverOfFailuresThatAreFrequentIsNotTooMuch() {
        // one in 3.7 years of 1,000 days on average: down 42.5 % of the time; h = 10, p = 100
        FrequentFailures failures = new FrequentFailures(1 / 3.7, 1000);
        double best = failures.bestCoverDays(10, 100);
        assertEquals(
                OverInsurance.Verdict.BALANCED,
                OverInsurance.of(failures, 10, 100, 20, 30.25, best - 30.25, 1).verdict());
        assertEquals(
                OverInsurance.Verdict.TRIM,
                OverInsurance.of(failures, 10, 100, 20, 30.25, best - 30.25 + 150, 1)
                        .verdict());
        assertEquals(
                OverInsurance.Verdict.UNDER_INSURED,
                OverInsurance.of(failures, 10, 100, 20, 30.25, best - 30.25 - 150, 1)
                        .verdict());
        // a piece beyond n days of cover is carried while supply has not been down for longer than n days
        double down = (1 / 3.7 / 365) / (1 / 3.7 / 365 + 0.001);
        assertEquals(1 - down * Math.pow(0.999, 50), failures.shareCarried(50), 1e-12);
    }

    @Test
    void withoutDemandAPostureCostsWhatItHolds() {
        PostureCost.Result cost = PostureCost.of(
                new PostureCost.Plan(10, 5, 3, 0),
                new PostureCost.Terms(0, 10, 80, 0, 100),
                new Disruptions(0.5, DisruptionLength.exponential(30)));
        assertEquals(10 * (5 + 5 + 3), cost.total(), 1e-9);
    }

    @Test
    void stockoutCostPerPieceIsNotInfiniteWhereNothingIsLost() {
        StockoutCost.Inputs in = new StockoutCost.Inputs(0, 35, 4000, 0, 0, false, 0, 0, 0, 1);
        assertTrue(StockoutCost.calculate(in).perUnitShort().isEmpty());
    }

    @Test
    void secondSourceThatAvoidsNothingIsNotWorthIt() {
        SecondSource.Result none =
                SecondSource.calculate(new SecondSource.Inputs(1000, 0.5, 0, 0, 0, 5000, 1, OptionalDouble.empty()));
        assertFalse(none.worthIt());
        assertTrue(none.loading().isEmpty());
        SecondSource.Result nothing =
                SecondSource.calculate(new SecondSource.Inputs(0, 0.5, 2, 10, 0.2, 0, 1, OptionalDouble.empty()));
        assertTrue(nothing.breakEvenEventsPerYear().isEmpty());
        assertTrue(nothing.breakEvenUnitPremium().isEmpty());
        assertEquals(
                "share must be in [0, 1], was 1.2",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new SecondSource.Inputs(1, 1.2, 2, 10, 0.2, 0, 1, OptionalDouble.empty()))
                        .getMessage());
    }

    @Test
    void secondSourceBreaksEvenWhereItSays() {
        SecondSource.Inputs in = new SecondSource.Inputs(7300, 0.3, 2, 5000, 0.2, 120000, 0.6, OptionalDouble.of(1.5));
        SecondSource.Result at = SecondSource.calculate(in);
        double rate = at.breakEvenEventsPerYear().orElseThrow();
        assertTrue(SecondSource.calculate(
                        new SecondSource.Inputs(7300, 0.3, 2, 5000, rate * 1.0001, 120000, 0.6, OptionalDouble.of(1.5)))
                .worthIt());
        assertFalse(SecondSource.calculate(
                        new SecondSource.Inputs(7300, 0.3, 2, 5000, rate * 0.9999, 120000, 0.6, OptionalDouble.of(1.5)))
                .worthIt());
    }

    @Test
    void measureThatCostsNothingHasNoReturn() {
        ResilienceReturn.Result free =
                ResilienceReturn.calculate(new ResilienceReturn.Inputs(10, 5, OptionalDouble.empty(), 0, 100, 50));
        assertTrue(free.roi().isEmpty());
        assertTrue(free.tailRoi().isEmpty());
    }

    @Test
    void tailOfEquallyLikelyLossesIsTheMeanOfTheWorst() {
        RandomStream random = RandomStream.of(2);
        double[] losses = new double[200];
        Arrays.setAll(losses, i -> Math.floor(20 * random.uniform()));
        List<Double> boxed = Arrays.stream(losses).boxed().toList();
        LossTail.Result tail = LossTail.calculate(new LossTail.Inputs(
                boxed, Arrays.stream(losses).mapToObj(loss -> 1.0 / 200).toList(), 0.95));
        Arrays.sort(losses);
        assertEquals(losses[189], tail.var());
        assertEquals(Arrays.stream(losses, 190, 200).average().orElseThrow(), tail.cvar(), 1e-9);
    }

    @Test
    void tailNeedsProbabilitiesThatAddUp() {
        assertEquals(
                "probs must be 1 together, were 0.5",
                assertThrows(IllegalArgumentException.class, () -> new LossTail.Inputs(List.of(1.0), List.of(0.5), 0.9))
                        .getMessage());
    }

    @Test
    void carryingRateDefaultsToAQuarter() {
        OptionalDouble none = OptionalDouble.empty();
        assertEquals(
                0.25,
                CarryingRate.calculate(new CarryingRate.Inputs(none, none, none, none))
                        .rate(),
                1e-12);
    }
}
