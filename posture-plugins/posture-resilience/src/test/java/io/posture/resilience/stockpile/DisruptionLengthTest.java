package io.posture.resilience.stockpile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.numerics.RandomStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class DisruptionLengthTest {

    private static final List<DisruptionLength> LAWS = List.of(
            DisruptionLength.exponential(30),
            DisruptionLength.lognormal(30, 1),
            DisruptionLength.lognormal(12, 0.3),
            DisruptionLength.lognormal(45, 0),
            DisruptionLength.empirical(List.of(90.0, 10.0, 30.0), List.of(0.15, 0.5, 0.35)));

    private static final double[] DAYS = {0, 0.5, 9, 15, 30, 50, 120};

    @Test
    void excessIsTheAreaUnderTheUpperTail() {
        for (DisruptionLength law : LAWS) {
            for (double days : DAYS) {
                double area = area(law::upper, days);
                assertEquals(area, law.excess(days), 1e-3 * Math.max(0.1, area), law + " at " + days);
                double square = 2 * area(law::excess, days);
                assertEquals(square, law.squaredExcess(days), 2e-3 * Math.max(1, square), law + " at " + days);
            }
            assertEquals(law.meanDays(), law.excess(0), 1e-12 * law.meanDays());
        }
    }

    private static double area(DoubleUnaryOperator tail, double from) {
        double step = 0.01;
        double sum = 0;
        for (double x = from + step / 2; x < 3000; x += step) {
            sum += step * tail.applyAsDouble(x);
        }
        return sum;
    }

    @Test
    void meanExcessIsTheMeanOverTheCover() {
        for (DisruptionLength law : LAWS) {
            for (double from : DAYS) {
                for (double width : new double[] {0, 1e-9, 0.01, 7, 40}) {
                    int n = 4000;
                    double sum = 0;
                    for (int i = 0; i < n; i++) {
                        sum += law.excess(from + width * (i + 0.5) / n) / n;
                    }
                    assertEquals(sum, law.meanExcess(from, from + width), 1e-4 * Math.max(1e-3, sum), law + " " + from);
                }
            }
        }
    }

    @Test
    void coverIsTheShortestThatMeetsTheTail() {
        for (DisruptionLength law : LAWS) {
            for (double tail : new double[] {0.9, 0.5, 0.2, 0.15, 0.01, 1e-6}) {
                double cover = law.coverDays(tail);
                assertTrue(law.upper(cover) <= tail * (1 + 1e-9) + 1e-12, law + " " + tail);
                if (cover > 0) {
                    assertTrue(law.upper(cover * (1 - 1e-6)) > tail, law + " " + tail);
                }
            }
            assertEquals(0, law.coverDays(1));
            assertEquals(0, law.coverDays(7));
        }
    }

    @Test
    void drawsFollowTheLaw() {
        for (DisruptionLength law : LAWS) {
            RandomStream random = RandomStream.of(12);
            int draws = 200_000;
            double sum = 0;
            int beyond = 0;
            for (int i = 0; i < draws; i++) {
                double days = law.draw(random);
                sum += days;
                beyond += days > 25 ? 1 : 0;
            }
            double variance = law.squaredExcess(0) - law.meanDays() * law.meanDays();
            assertEquals(
                    law.meanDays(), sum / draws, 4 * Math.sqrt(Math.max(0, variance) / draws) + 1e-9, law.toString());
            double share = law.upper(25);
            assertEquals(share, beyond / (double) draws, 4 * Math.sqrt(share * (1 - share) / draws) + 1e-9);
        }
    }

    @Test
    void impossibleLawsAreNamed() {
        assertEquals("mean must be finite and above 0, was -30.0", refused(() -> DisruptionLength.exponential(-30)));
        assertEquals(
                "mean must be finite and above 0, was NaN", refused(() -> DisruptionLength.lognormal(Double.NaN, 1)));
        assertEquals("cv must be finite and above 0, was -1.0", refused(() -> DisruptionLength.lognormal(30, -1)));
        assertEquals(
                "probs must be 1 together, were 0.9",
                refused(() -> DisruptionLength.empirical(List.of(1.0, 2.0), List.of(0.4, 0.5))));
        assertEquals(
                "probs must hold one probability for each of the 2 days, held 1",
                refused(() -> DisruptionLength.empirical(List.of(1.0, 2.0), List.of(1.0))));
        assertEquals(
                "days must hold at least one element, was empty",
                refused(() -> DisruptionLength.empirical(List.of(), List.of())));
        assertEquals(
                "days[0] must be finite and at least 0, was -1.0",
                refused(() -> DisruptionLength.empirical(List.of(-1.0), List.of(1.0))));
    }

    @Test
    void documentsOfOneLawHoldNothingOfAnother() {
        assertEquals(
                "a length that is EXPONENTIAL has no cv",
                refused(() -> new LengthInputs(
                        LengthInputs.Type.EXPONENTIAL,
                        OptionalDouble.of(30),
                        OptionalDouble.of(1),
                        Optional.empty(),
                        Optional.empty())));
        assertEquals(
                "a length that is EMPIRICAL needs days",
                refused(() -> new LengthInputs(
                        LengthInputs.Type.EMPIRICAL,
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        Optional.empty(),
                        Optional.empty())));
        assertEquals(
                DisruptionLength.lognormal(30, 1),
                new LengthInputs(
                                LengthInputs.Type.LOGNORMAL,
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                Optional.empty(),
                                Optional.empty())
                        .length());
    }

    @Test
    void supplyThatIsDownAThirdOfTheYearIsNoRareEvent() {
        String said = refused(() -> new Disruptions(4, DisruptionLength.exponential(30)));
        assertTrue(said.contains("below 120.0 days a year, was 120.0"), said);
        assertTrue(said.contains("Maybe use pile.baseStockDisruptions"), said);
    }

    private static String refused(Runnable work) {
        return assertThrows(IllegalArgumentException.class, work::run).getMessage();
    }
}
