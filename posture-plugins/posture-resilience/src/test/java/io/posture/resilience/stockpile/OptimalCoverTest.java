package io.posture.resilience.stockpile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.numerics.RandomStream;
import io.posture.resilience.economics.OverInsurance;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class OptimalCoverTest {

    private static final double CARRYING = 10;
    private static final double LOSS = 100;

    private static final List<DisruptionLength> LAWS = List.of(
            DisruptionLength.exponential(30),
            DisruptionLength.lognormal(30, 1),
            DisruptionLength.lognormal(60, 2),
            DisruptionLength.empirical(List.of(10.0, 30.0, 90.0), List.of(0.5, 0.35, 0.15)));

    private static final double[] BASE_DAYS = {0, 12, 40, 200};

    /** Cost of a day's demand in simulated events: holding, and what is open on average. */
    private static double simulatedCost(double[] lengths, double eventsPerYear, double base, double cover) {
        double open = Arrays.stream(lengths)
                .map(length -> Math.max(0, length - base - cover))
                .average()
                .orElseThrow();
        return CARRYING * cover + eventsPerYear * LOSS * open;
    }

    @Test
    void noOtherCoverCostsLessInSimulatedEvents() {
        for (DisruptionLength law : LAWS) {
            RandomStream random = RandomStream.of(8);
            double[] lengths = new double[40_000];
            Arrays.setAll(lengths, i -> law.draw(random));
            for (double base : BASE_DAYS) {
                for (double eventsPerYear : new double[] {0.05, 0.3, 1}) {
                    double cover = OptimalCover.coverDays(new Disruptions(eventsPerYear, law), CARRYING, LOSS, base);
                    double cost = simulatedCost(lengths, eventsPerYear, base, cover);
                    double least = Double.POSITIVE_INFINITY;
                    for (double other = 0; other < 240; other += 3) {
                        least = Math.min(least, simulatedCost(lengths, eventsPerYear, base, other));
                    }
                    assertTrue(cost <= least * 1.005 + 1e-9, law + " " + base + ": " + cost + " but " + least);
                }
            }
        }
    }

    @Test
    void closedCostIsThatOfSimulatedEvents() {
        for (DisruptionLength law : LAWS) {
            RandomStream random = RandomStream.of(9);
            double[] lengths = new double[400_000];
            Arrays.setAll(lengths, i -> law.draw(random));
            double closed = SupplyStrategy.stockCost(new Disruptions(0.4, law), CARRYING, LOSS, 1, 25);
            assertEquals(simulatedCost(lengths, 0.4, 0, 25), closed, 0.02 * closed, law.toString());
        }
    }

    @Test
    void bestCoverIsBalancedAndTwiceOfItIsNot() {
        for (DisruptionLength law : LAWS.subList(0, 3)) {
            Disruptions disruptions = new Disruptions(0.5, law);
            double cover = OptimalCover.coverDays(disruptions, CARRYING, LOSS, 0);
            assertEquals(
                    OverInsurance.Verdict.BALANCED,
                    OverInsurance.of(disruptions, CARRYING, LOSS, 20, 0, cover, 1)
                            .verdict());
            assertEquals(
                    OverInsurance.Verdict.TRIM,
                    OverInsurance.of(disruptions, CARRYING, LOSS, 20, 0, 2 * cover, 1)
                            .verdict());
            assertEquals(
                    OverInsurance.Verdict.UNDER_INSURED,
                    OverInsurance.of(disruptions, CARRYING, LOSS, 20, 0, cover / 2, 1)
                            .verdict());
            assertEquals(
                    OverInsurance.Verdict.OVER_INSURED,
                    OverInsurance.of(disruptions, CARRYING, LOSS, 20, 0, 50 * cover, 1)
                            .verdict());
        }
    }

    @Test
    void marginOfOverInsuranceIsTheSlopeOfTheAvoidedLoss() {
        for (DisruptionLength law : LAWS.subList(0, 3)) {
            Disruptions disruptions = new Disruptions(0.5, law);
            for (double days : new double[] {1, 20, 70}) {
                double step = 1e-4;
                double more = OverInsurance.of(disruptions, CARRYING, LOSS, 20, 10, days + step, 1)
                        .avoidedLoss();
                double less = OverInsurance.of(disruptions, CARRYING, LOSS, 20, 10, days - step, 1)
                        .avoidedLoss();
                double margin = OverInsurance.of(disruptions, CARRYING, LOSS, 20, 10, days, 1)
                        .marginalBenefit();
                assertEquals(margin, (more - less) / (2 * step) / 20, 1e-5 * margin, law + " " + days);
            }
        }
    }

    @Test
    void noStockpileIsNeverOverInsured() {
        Disruptions rare = new Disruptions(0.001, DisruptionLength.exponential(30));
        assertEquals(
                OverInsurance.Verdict.BALANCED,
                OverInsurance.of(rare, CARRYING, LOSS, 20, 0, 0, 1).verdict());
    }

    @Test
    void withoutTheCostOfAPieceShortNothingIsSizedAndTheBreakEvenIsAsked() {
        OptimalCover.Result unsized = OptimalCover.calculate(inputs(0.5, OptionalDouble.empty(), 20));
        assertEquals(OptimalCover.State.UNSIZED, unsized.state());
        assertTrue(unsized.coverDays().isEmpty());
        double breakEven = unsized.breakEvenLossPerUnit().orElseThrow();
        assertEquals(10 / (0.5 * Math.exp(-20 / 30.0)), breakEven, 1e-9);
        assertEquals(
                0,
                OptimalCover.calculate(inputs(0.5, OptionalDouble.of(breakEven * 0.999), 20))
                        .coverDays()
                        .orElseThrow());
        assertTrue(OptimalCover.calculate(inputs(0.5, OptionalDouble.of(breakEven * 1.001), 20))
                        .coverDays()
                        .orElseThrow()
                > 0);
    }

    @Test
    void withoutEventsNothingIsHeldWhateverAPieceShortCosts() {
        OptimalCover.Result none = OptimalCover.calculate(inputs(0, OptionalDouble.empty(), 0));
        assertEquals(OptimalCover.State.SIZED, none.state());
        assertEquals(0, none.coverDays().orElseThrow());
        assertTrue(none.breakEvenLossPerUnit().isEmpty());
        assertTrue(none.targetTail().isEmpty());
    }

    private static OptimalCover.Inputs inputs(double eventsPerYear, OptionalDouble loss, double base) {
        LengthInputs length = new LengthInputs(
                LengthInputs.Type.EXPONENTIAL,
                OptionalDouble.of(30),
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty());
        return new OptimalCover.Inputs(eventsPerYear, length, OptionalDouble.of(base), 40, 0.25, loss, 20);
    }

    @Test
    void flagshipComponentOfTheWorkedChain() {
        // DOMAIN M, steps 3 and 4: figures printed there
        EventRate.Result rate = EventRate.of(2, 5, RatePrior.DEFAULT);
        assertEquals(0.344828, rate.rate(), 1e-6);
        Disruptions disruptions = new Disruptions(rate.rate(), DisruptionLength.lognormal(30, 1));
        double base = 604.998 / 20;
        double days = OptimalCover.coverDays(disruptions, 10, 100, base);
        assertEquals(33.628, OptimalCover.coverDays(disruptions, 10, 100, 0), 1e-3);
        assertEquals(3.378, days, 1e-3);
        assertEquals(67.55, days * 20, 1e-2);
        assertEquals(675.54, 10 * 20 * days, 1e-1);
        assertEquals(5893.99, 100 * 20 * disruptions.openDaysPerYear(base + days), 1e-1);
        OverInsurance.Result extra = OverInsurance.of(disruptions, 10, 100, 20, base, 30, 1);
        assertEquals(6000, extra.carrying(), 1e-9);
        assertEquals(4013.56, extra.avoidedLoss(), 0.1);
        assertEquals(1.495, extra.ratio().orElseThrow(), 1e-3);
        assertEquals(OverInsurance.Verdict.OVER_INSURED, extra.verdict());
    }
}
