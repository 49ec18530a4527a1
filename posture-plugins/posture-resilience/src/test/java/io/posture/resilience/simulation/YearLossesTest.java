package io.posture.resilience.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.resilience.economics.LossTail;
import io.posture.resilience.stockpile.DisruptionLength;
import io.posture.resilience.stockpile.Disruptions;
import io.posture.resilience.stockpile.FrequentFailures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class YearLossesTest {

    private static final long SEED = 20_261_121;
    private static final long YEARS = 200_000;

    private static final LossEvent SUPPLIER = event("supplier", 0.5, DisruptionLength.lognormal(30, 1));
    private static final LossEvent LANE = event("lane", 0.2, DisruptionLength.exponential(20));
    private static final LossEvent REGION =
            event("region", 0.1, DisruptionLength.empirical(List.of(10.0, 40.0, 90.0), List.of(0.5, 0.3, 0.2)));

    private static LossEvent event(String id, double perYear, DisruptionLength length) {
        return new LossEvent(
                id,
                new Disruptions(perYear, length),
                List.of(new Exposure("a", 5, 100), new Exposure("b", 25, 700), new Exposure("c", 60, 2000)));
    }

    /** {@code E[L^2]}: squares, and for two items with covers a < b {@code E[(X - b)+^2] + (b - a) E[(X - b)+]}. */
    private static double meanSquare(LossEvent event) {
        DisruptionLength length = ((Disruptions) event.failures()).length();
        double sum = 0;
        for (Exposure one : event.exposures()) {
            for (Exposure other : event.exposures()) {
                double later = Math.max(one.coverDays(), other.coverDays());
                double apart = Math.abs(one.coverDays() - other.coverDays());
                sum += one.lossPerDay()
                        * other.lossPerDay()
                        * (length.squaredExcess(later) + apart * length.excess(later));
            }
        }
        return sum;
    }

    @Test
    void meanAndVarianceAreThoseOfACompoundPoissonSum() {
        List<LossEvent> events = List.of(SUPPLIER, LANE, REGION);
        SimulatedLoss loss = YearLosses.simulate(events, YEARS, 0.95, SEED);
        double mean =
                events.stream().mapToDouble(LossEvent::expectedLossPerYear).sum();
        double variance = events.stream()
                .mapToDouble(event -> event.failures().eventsPerYear() * meanSquare(event))
                .sum();
        assertEquals(mean, loss.mean(), 4 * loss.meanError());
        assertEquals(Math.sqrt(variance / YEARS), loss.meanError(), 0.1 * loss.meanError());
        assertEquals(Math.sqrt(variance), loss.standardDeviation(), 0.1 * Math.sqrt(variance));
    }

    @Test
    void tailIsThatOfTheStoredLosses() {
        for (double level : new double[] {0.5, 0.9, 0.95, 0.999}) {
            List<Double> stored = new ArrayList<>();
            int years = 20_000;
            YearLosses.each(List.of(SUPPLIER, REGION), years, SEED, stored::add);
            LossTail.Result tail =
                    LossTail.calculate(new LossTail.Inputs(stored, Collections.nCopies(years, 1.0 / years), level));
            SimulatedLoss loss = YearLosses.simulate(List.of(SUPPLIER, REGION), years, level, SEED);
            assertEquals(tail.mean(), loss.mean(), 1e-9 * tail.mean());
            assertEquals(tail.var(), loss.var(), 1e-3 * tail.var());
            assertEquals(tail.cvar(), loss.cvar(), 1e-3 * tail.cvar());
        }
    }

    @Test
    void errorsAreThoseOfRepeatedRuns() {
        int runs = 200;
        double[] vars = new double[runs];
        double[] cvars = new double[runs];
        double varError = 0;
        double cvarError = 0;
        for (int run = 0; run < runs; run++) {
            SimulatedLoss loss = YearLosses.simulate(List.of(SUPPLIER, LANE), 4_000, 0.95, run);
            vars[run] = loss.var();
            cvars[run] = loss.cvar();
            varError += loss.varError() / runs;
            cvarError += loss.cvarError() / runs;
        }
        assertEquals(1, varError / deviation(vars), 0.2);
        assertEquals(1, cvarError / deviation(cvars), 0.25);
    }

    private static double deviation(double... values) {
        double mean = IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .average()
                .orElseThrow();
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1));
    }

    @Test
    void sharedEventIsWorseInTheTailThanAsManyThatStrikeOneItemEach() {
        Disruptions disruptions = new Disruptions(0.1, DisruptionLength.exponential(30));
        List<Exposure> items = IntStream.range(0, 20)
                .mapToObj(i -> new Exposure("item" + i, 10, 50))
                .toList();
        List<LossEvent> alone = items.stream()
                .map(item -> new LossEvent(item.item(), disruptions, List.of(item)))
                .toList();
        SimulatedLoss shared =
                YearLosses.simulate(List.of(new LossEvent("all", disruptions, items)), YEARS, 0.95, SEED);
        SimulatedLoss single = YearLosses.simulate(alone, YEARS, 0.95, SEED);
        assertEquals(single.mean(), shared.mean(), 4 * (single.meanError() + shared.meanError()));
        assertTrue(shared.cvar() > 2 * single.cvar(), shared + " " + single);
    }

    @Test
    void exponentialLossesHaveTheirClosedTail() {
        // one event of rate r, no cover, one money a day: far in the tail P(L > x) is near r exp(-x / tau)
        LossEvent rare = new LossEvent(
                "rare", new Disruptions(0.01, DisruptionLength.exponential(30)), List.of(new Exposure("a", 0, 1)));
        SimulatedLoss loss = YearLosses.simulate(List.of(rare), 2_000_000, 0.999, SEED);
        double var = 30 * Math.log(0.01 / 0.001);
        assertEquals(var, loss.var(), 4 * loss.varError() + 0.01 * var);
        assertEquals(var + 30, loss.cvar(), 4 * loss.cvarError() + 0.01 * var);
    }

    @Test
    void sameSeedGivesTheSameBitsWhateverTheOrder() {
        SimulatedLoss one = YearLosses.simulate(List.of(SUPPLIER, LANE, REGION), 1_000, 0.95, SEED);
        assertEquals(one, YearLosses.simulate(List.of(REGION, SUPPLIER, LANE), 1_000, 0.95, SEED));
        assertNotEquals(one, YearLosses.simulate(List.of(SUPPLIER, LANE, REGION), 1_000, 0.95, SEED + 1));
    }

    @Test
    void oneEventMoreChangesNothingAboutTheOthers() {
        List<Double> without = new ArrayList<>();
        List<Double> alone = new ArrayList<>();
        List<Double> with = new ArrayList<>();
        YearLosses.each(List.of(SUPPLIER), 500, SEED, without::add);
        YearLosses.each(List.of(LANE), 500, SEED, alone::add);
        YearLosses.each(List.of(SUPPLIER, LANE), 500, SEED, with::add);
        for (int i = 0; i < 500; i++) {
            assertEquals(without.get(i) + alone.get(i), with.get(i), 1e-9 * with.get(i));
        }
    }

    @Test
    void withoutEventsNothingIsLost() {
        LossEvent never = event("never", 0, DisruptionLength.exponential(30));
        assertEquals(new SimulatedLoss(100, 0, 0, 0, 0, 0, 0, 0), YearLosses.simulate(List.of(never), 100, 0.95, SEED));
    }

    @Test
    void whatCannotBeSimulatedIsNamed() {
        assertEquals(
                "event 'lane' is in the list twice",
                assertThrows(IllegalArgumentException.class, () -> YearLosses.simulate(List.of(LANE, LANE), 10, 0.9, 1))
                        .getMessage());
        assertEquals(
                "years must be at least 2, was 1",
                assertThrows(IllegalArgumentException.class, () -> YearLosses.simulate(List.of(), 1, 0.9, 1))
                        .getMessage());
        assertEquals(
                "level must be in (0, 1), was 1.0",
                assertThrows(IllegalArgumentException.class, () -> YearLosses.simulate(List.of(), 10, 1, 1))
                        .getMessage());
    }

    @Test
    void aSourceThatIsDownOftenLosesWhatBaseStockWithDisruptionsLeavesOpen() {
        // three times a year of being up, 60 days each
        FrequentFailures often = new FrequentFailures(3, 60);
        LossEvent event = new LossEvent("often", often, List.of(new Exposure("a", 7, 10), new Exposure("b", 40, 100)));
        double down = (3 / 365.0) / (3 / 365.0 + 1 / 60.0);
        double expected = 365 * down * (10 * Math.pow(59 / 60.0, 7) + 100 * Math.pow(59 / 60.0, 40));
        assertEquals(expected, event.expectedLossPerYear(), 1e-9 * expected);
        SimulatedLoss loss = YearLosses.simulate(List.of(event), YEARS, 0.95, SEED);
        assertEquals(expected, loss.mean(), 4 * loss.meanError());
    }

    @Test
    void noYearOfAFailureThatLastsForYearsCostsMoreThanAYear() {
        // up for a year, down for three: the mean share of days without supply is 1095 / 1460
        LossEvent event = new LossEvent("long", new FrequentFailures(1, 1095), List.of(new Exposure("a", 0, 1)));
        List<Double> losses = new ArrayList<>();
        YearLosses.each(List.of(event), 20_000, SEED, losses::add);
        assertTrue(losses.stream().allMatch(loss -> loss <= 365 + 1e-6));
        SimulatedLoss loss = YearLosses.simulate(List.of(event), YEARS, 0.95, SEED);
        // years hang together here, so that the error of independent ones is too small: a year down is followed by
        // others
        assertEquals(365 * 0.75, loss.mean(), 4 * Math.sqrt(8) * loss.meanError());
    }
}
