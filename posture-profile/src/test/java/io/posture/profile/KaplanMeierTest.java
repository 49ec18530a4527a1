package io.posture.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KaplanMeierTest {

    /**
     * Weeks in remission of the 21 patients given 6-mercaptopurine in the trial of Freireich et al., Blood 21 (1963)
     * 699-716, the customary example of the method; negative: still in remission.
     */
    private static final int[] REMISSION = {
        6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35
    };

    /** The 21 patients given a placebo; all of them relapsed. */
    private static final int[] PLACEBO = {1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23};

    private static List<Double> days(int... signed) {
        List<Double> days = new ArrayList<>();
        for (int value : signed) {
            days.add((double) Math.abs(value));
        }
        return days;
    }

    private static List<Boolean> closed(int... signed) {
        List<Boolean> closed = new ArrayList<>();
        for (int value : signed) {
            closed.add(value >= 0);
        }
        return closed;
    }

    private static List<OptionalDouble> percentiles(List<Double> asked, int... signed) {
        return KaplanMeier.of(new KaplanMeier.Inputs(days(signed), closed(signed), asked))
                .percentiles();
    }

    private static String refusal(List<Double> days, List<Boolean> closed, List<Double> asked) {
        return assertThrows(IllegalArgumentException.class, () -> new KaplanMeier.Inputs(days, closed, asked))
                .getMessage();
    }

    @Test
    void agreesWithThePublishedSurvivalOfTheRemissionTrial() {
        // as printed by Kleinbaum & Klein, Survival Analysis, ch. 2, and by Cox & Oakes 1984
        double[] weeks = {6, 7, 10, 13, 16, 22, 23};
        double[] survival = {0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482};
        List<KaplanMeier.Step> curve = KaplanMeier.curve(days(REMISSION), closed(REMISSION));
        assertEquals(weeks.length, curve.size());
        for (int i = 0; i < weeks.length; i++) {
            assertEquals(weeks[i], curve.get(i).days(), 0);
            assertEquals(survival[i], curve.get(i).survival(), 5e-5);
        }
    }

    @Test
    void agreesWithThePublishedMediansOfTheRemissionTrial() {
        // 23 weeks with the drug, 8 with the placebo; a quarter relapsed by week 13 and by week 4
        assertEquals(
                List.of(OptionalDouble.of(13), OptionalDouble.of(23), OptionalDouble.empty()),
                percentiles(List.of(0.25, 0.5, 0.75), REMISSION));
        assertEquals(
                List.of(OptionalDouble.of(4), OptionalDouble.of(8), OptionalDouble.of(12)),
                percentiles(List.of(0.25, 0.5, 0.75), PLACEBO));
    }

    @Test
    void survivalIsTheProductOfTheStepsByHand() {
        // 4/5 at 2; the line open at 3 still counts at 3: 4/5 * 2/4; then 1 of 1 closes at 9
        List<KaplanMeier.Step> curve = KaplanMeier.curve(days(2, 3, 3, -3, 9), closed(2, 3, 3, -3, 9));
        assertEquals(
                List.of(new KaplanMeier.Step(2, 0.8), new KaplanMeier.Step(3, 0.4), new KaplanMeier.Step(9, 0)), curve);
    }

    @Test
    void answersTheReferenceVectors() {
        assertEquals(
                List.of(OptionalDouble.of(12), OptionalDouble.empty()),
                percentiles(List.of(0.5, 0.9), 10, 12, 12, 15, 20, -25, -8));
        assertEquals(
                List.of(OptionalDouble.of(6), OptionalDouble.of(7), OptionalDouble.of(9)),
                percentiles(List.of(0.5, 0.75, 1.0), 5, 6, 7, 9));
    }

    @Test
    void withoutOpenLinesAPercentileIsTheSmallestDayThatReachesIt() {
        // n = 1 to 40 lines of 1, 2, ... n days: a share p is closed on day ceil(p n)
        for (int n = 1; n <= 40; n++) {
            int[] lines = new int[n];
            for (int i = 0; i < n; i++) {
                lines[i] = i + 1;
            }
            for (int k = 1; k <= n; k++) {
                assertEquals(
                        List.of(OptionalDouble.of(k)), percentiles(List.of((double) k / n), lines), k + " of " + n);
            }
        }
    }

    @Test
    void onlyOpenLinesTellNoPercentile() {
        assertEquals(List.of(OptionalDouble.empty()), percentiles(List.of(0.01), -5, -900));
    }

    @Test
    void anOpenLineYoungerThanAllOthersTellsNothing() {
        assertEquals(
                percentiles(List.of(0.2, 0.5, 0.8), 10, 20, 30), percentiles(List.of(0.2, 0.5, 0.8), -3, 10, 20, 30));
    }

    @Test
    void theOrderOfTheLinesIsOfNoMatter() {
        Random random = new Random(6);
        List<Integer> lines = new ArrayList<>();
        for (int value : REMISSION) {
            lines.add(value);
        }
        for (int trial = 0; trial < 50; trial++) {
            Collections.shuffle(lines, random);
            int[] shuffled = lines.stream().mapToInt(Integer::intValue).toArray();
            assertEquals(List.of(OptionalDouble.of(23)), percentiles(List.of(0.5), shuffled));
        }
    }

    @Test
    void anOpenLineNeverShortensAPercentile() {
        Random random = new Random(7);
        for (int trial = 0; trial < 200; trial++) {
            int[] lines = random.ints(30, 1, 60).toArray();
            int[] more = lines.clone();
            more[0] = -more[0];
            double all = percentiles(List.of(0.5), lines).get(0).orElse(Double.POSITIVE_INFINITY);
            double censored = percentiles(List.of(0.5), more).get(0).orElse(Double.POSITIVE_INFINITY);
            assertTrue(censored >= all, all + " " + censored);
        }
    }

    @Test
    void refusesWhatIsNoLeadTime() {
        assertEquals(
                "days[1] must be finite and at least 0, was -1.0",
                refusal(List.of(1.0, -1.0), List.of(true, true), List.of(0.5)));
        assertEquals(
                "days[0] must be a finite number, was NaN", refusal(List.of(Double.NaN), List.of(true), List.of(0.5)));
        assertEquals(
                "days and percentiles must hold at least one number, held 0 and 1",
                refusal(List.of(), List.of(), List.of(0.5)));
        assertEquals(
                "days and percentiles must hold at least one number, held 1 and 0",
                refusal(List.of(1.0), List.of(true), List.of()));
        assertEquals(
                "closed must hold true or false for each of the 2 days, was [true]",
                refusal(List.of(1.0, 2.0), List.of(true), List.of(0.5)));
        assertEquals("percentiles[1] must be in (0, 1], was 0.0", refusal(days(1), closed(1), List.of(0.5, 0.0)));
        assertEquals("percentiles[0] must be in (0, 1], was 1.5", refusal(days(1), closed(1), List.of(1.5)));
    }
}
