package io.posture.safetystock.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.numerics.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Moments of a random sum: E X = d E L, Var X = E L Var D + d^2 Var L. */
class DemandSamplerTest {

    private static final int DRAWS = 300_000;
    private static final double[] BUCKETS = {0, 0, 5, 0, 0, 0, 8, 0, 3, 0, 0, 6};

    @Test
    void normalAndGammaDemandHaveTheMomentsOfARandomSum() {
        // 6 * 9 + 100 * 4
        LeadTimes leadTimes = LeadTimes.gamma(6, 2);
        moments(new NormalSampler(10, 3, leadTimes, Undershoot.NONE), 60, 454);
        moments(new GammaSampler(10, 3, leadTimes, Undershoot.NONE), 60, 454);
        moments(new GammaSampler(10, 0, leadTimes, Undershoot.NONE), 60, 400);
    }

    @Test
    void undershootIsAddedToEveryDraw() {
        Undershoot undershoot = Undershoot.moments(5, 2);
        LeadTimes leadTimes = LeadTimes.gamma(6, 2);
        moments(new NormalSampler(10, 3, leadTimes, undershoot), 65, 458);
        moments(new GammaSampler(10, 3, leadTimes, undershoot), 65, 458);
        moments(new BootstrapSampler(new double[] {4}, LeadTimes.seen(3), undershoot), 17, 4);
    }

    @Test
    void bootstrapHasTheMomentsOfARandomSum() {
        // numpy: mean 1.8333333333333333, population variance 7.8055555555555545; lead times mean 4, variance 2
        LeadTimes leadTimes = LeadTimes.seen(2, 4, 4, 6);
        double variance = 4 * 7.8055555555555545 + 2 * 1.8333333333333333 * 1.8333333333333333;
        moments(new BootstrapSampler(BUCKETS, leadTimes, Undershoot.NONE), 4 * 1.8333333333333333, variance);
    }

    @Test
    void brokenLeadTimesKeepTheirMean() {
        // 2.25 buckets: 2 or 3, variance 0.1875
        double variance = 2.25 * 7.8055555555555545 + 0.1875 * 1.8333333333333333 * 1.8333333333333333;
        moments(
                new BootstrapSampler(BUCKETS, LeadTimes.seen(2.25), Undershoot.NONE),
                2.25 * 1.8333333333333333,
                variance);
    }

    @Test
    void chainFollowsTheTransitionsOfTheHistory() {
        double[] buckets = {0, 0, 7, 0, 0, 2, 4, 9, 1};
        double mean = Arrays.stream(buckets).average().orElseThrow();
        MarkovBootstrapSampler chain = new MarkovBootstrapSampler(buckets, false, LeadTimes.seen(3), Undershoot.NONE);
        double[] draws = new double[DRAWS];
        chain.draw(RandomStream.of(5), draws, 0, DRAWS);
        // busy at the start 5/9, after an idle bucket 2/4, after a busy one 3/4
        double busySecond = 5.0 / 9 * 0.75 + 4.0 / 9 * 0.5;
        double busyThird = busySecond * 0.75 + (1 - busySecond) * 0.5;
        double size = mean * 9 / 5;
        assertEquals(
                (5.0 / 9 + busySecond + busyThird) * size,
                Arrays.stream(draws).average().orElseThrow(),
                0.05);
    }

    @Test
    void jitterStaysNearTheSizesSeen() {
        double[] buckets = {0, 100, 0, 0, 100, 0};
        double[] draws = new double[DRAWS];
        new MarkovBootstrapSampler(buckets, true, LeadTimes.seen(1), Undershoot.NONE)
                .draw(RandomStream.of(5), draws, 0, DRAWS);
        double[] positive = Arrays.stream(draws).filter(x -> x > 0).toArray();
        double mean = Arrays.stream(positive).average().orElseThrow();
        double variance = Arrays.stream(positive)
                .map(x -> (x - mean) * (x - mean))
                .average()
                .orElseThrow();
        // 1 + int(100 + 10 Z): mean 100.5, variance 100 + 1/12
        assertEquals(100.5, mean, 0.15);
        assertEquals(100.083, variance, 1.5);
        assertTrue(Arrays.stream(positive).allMatch(x -> x == Math.rint(x)));
    }

    @Test
    void partsOfAnArrayGiveTheSameDrawsAsTheWhole() {
        DemandSampler sampler = new BootstrapSampler(BUCKETS, LeadTimes.seen(2, 3), Undershoot.NONE);
        double[] whole = new double[1000];
        sampler.draw(RandomStream.of(8), whole, 0, 1000);
        double[] parts = new double[1000];
        RandomStream random = RandomStream.of(8);
        sampler.draw(random, parts, 0, 400);
        sampler.draw(random, parts, 400, 1000);
        assertEquals(Arrays.toString(whole), Arrays.toString(parts));
    }

    @Test
    void refusesNothingToDrawFrom() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new BootstrapSampler(new double[0], LeadTimes.seen(1), Undershoot.NONE));
        assertThrows(IllegalArgumentException.class, LeadTimes::seen);
        assertThrows(
                IllegalArgumentException.class,
                () -> LeadTimes.mixture(new double[] {0}, new double[] {1}, new double[] {1}));
    }

    private static void moments(DemandSampler sampler, double mean, double variance) {
        double[] draws = new double[DRAWS];
        sampler.draw(RandomStream.of(21), draws, 0, DRAWS);
        double[] squares =
                Arrays.stream(draws).map(x -> (x - mean) * (x - mean)).toArray();
        double second = Arrays.stream(squares).average().orElseThrow();
        double fourth = Arrays.stream(squares).map(x -> x * x).average().orElseThrow();
        assertEquals(mean, Arrays.stream(draws).average().orElseThrow(), 4 * Math.sqrt(variance / DRAWS));
        assertEquals(variance, second, 4 * Math.sqrt((fourth - variance * variance) / DRAWS));
    }
}
