package io.posture.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often forecasts that are right are called wrong. */
class TrackingSignalChanceTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    private static final int TRIALS = 200_000;
    private static final double MEAN = 1000;
    private static final double SD = 100;

    private final RandomGenerator random = new SplittableRandom(17);

    /** 4 mean absolute deviations are 4 * sqrt(2 / pi) = 3.1915 standard deviations: 2 (1 - Phi) = 0.0014152 on both sides. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4, 13, 52})
    void falseAlarmsAreAsRareAfterAYearAsAfterAWeek(int weeks) {
        double share = 0.0014152;
        double standardError = Math.sqrt(share * (1 - share) / TRIALS);
        assertEquals(share, alarms(weeks, weeks), 4 * standardError);
    }

    /** Over the deviation of a single week the sum of a quarter exceeds 4 in four quarters of ten, 2 (1 - Phi(3.1915 / sqrt(13))) = 0.376. */
    @Test
    void againstTheDeviationOfOneWeekMostSumsBecomeAlarms() {
        assertEquals(0.376, alarms(13, 1), 0.005);
        assertTrue(alarms(52, 1) > 0.6);
    }

    /**
     * Share of trials with a signal.
     *
     * @param weeks number of forecasts, all right
     * @param spread weeks over which chance is thought to add up
     */
    private double alarms(int weeks, int spread) {
        int alarms = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            // the sum of independent normal weeks is normal
            double error = random.nextGaussian() * SD * Math.sqrt(weeks);
            ForecastErrors chance = week();
            for (int week = 1; week < spread; week++) {
                chance = chance.plus(week());
            }
            alarms += TrackingSignal.calculate(new TrackingSignal.Inputs(error, chance.madPieces(), 4))
                            .exceeded()
                    ? 1
                    : 0;
        }
        return (double) alarms / TRIALS;
    }

    private static ForecastErrors week() {
        return ForecastErrors.of(DAY, MEAN, MEAN, SD);
    }
}
