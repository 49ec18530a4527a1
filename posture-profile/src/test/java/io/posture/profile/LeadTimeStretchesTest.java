package io.posture.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.LeadTime;
import io.posture.api.Regime;
import io.posture.api.Stretch;
import io.posture.api.Stretches;
import io.posture.api.SupplySignals;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LeadTimeStretchesTest {

    private static final double DIGITS = 1e-9;
    private static final int WEEK = 7;
    private static final int AS_OF = 650;

    private static Run run(Period... periods) {
        return Run.with(ProfileSettings.DEFAULTS.withAsOf(Run.day(AS_OF)).withPeriods(List.of(periods)))
                .item("a");
    }

    private static Period window(Regime regime, int from, int to) {
        return new Period(regime, Run.day(from), Run.day(to), "");
    }

    /** A line a week, lead times one below, at and one above a level in turn. */
    private static List<Purchase> weekly(String supplier, int from, int to, int level) {
        List<Purchase> lines = new ArrayList<>();
        for (int week = from; week < to; week++) {
            lines.add(Purchase.of("a", supplier, week * WEEK, level - 1 + week % 3));
        }
        return lines;
    }

    private static Run with(Run run, List<Purchase> lines) {
        lines.forEach(line -> line.to(run));
        return run;
    }

    private static SupplySignals signals(Run run) {
        return run.profile("a").supply().signals();
    }

    /** Weeks 16 to 27 at 80 days, the rest at 10. */
    private static List<Purchase> episode() {
        List<Purchase> lines = weekly("s", 0, 16, 10);
        lines.addAll(weekly("s", 16, 28, 80));
        lines.addAll(weekly("s", 28, 40, 10));
        return lines;
    }

    @Test
    void anEpisodeIsFoundAndKeptOutOfTheLeadTime() {
        Run run = with(run(), episode());
        LeadTime lead = run.leadTime("a");
        // ten lines of 9, nine of 10 and nine of 11
        assertEquals(279.0 / 28, lead.meanDays(), DIGITS);
        assertEquals(28, lead.lines());
        assertEquals(12, lead.basis().disruptedLines());
        assertEquals(28, signals(run).closedDays().size());
        Stretches stretches = signals(run).stretches();
        assertEquals(
                List.of(Regime.STABLE, Regime.DISRUPTED, Regime.STABLE),
                stretches.list().stream().map(Stretch::regime).toList());
        assertFalse(stretches.byUser());
        assertTrue(Run.assumption(run.build(), Premise.LEAD_TIME_DISRUPTED).isPresent());
    }

    @Test
    void theEpisodeIsDescribedApart() {
        Stretches stretches = signals(with(run(), episode())).stretches();
        Stretches.Disrupted disrupted = stretches.disrupted().orElseThrow();
        // four lines each of 79, 80 and 81
        assertEquals(80, disrupted.mean(), DIGITS);
        assertEquals(Math.sqrt(8.0 / 11), disrupted.sd(), DIGITS);
        // weeks 16 to 27 of 39 weeks and a day
        assertEquals(84.0 / 274, disrupted.share(), DIGITS);
        Stretch episode = stretches.list().get(1);
        assertEquals(Run.day(112), episode.from());
        assertEquals(Run.day(189), episode.to());
        assertEquals(12, episode.buckets());
    }

    @Test
    void aChangeThatLasted26WeeksIsTheNewNormal() {
        List<Purchase> lines = weekly("s", 0, 40, 10);
        lines.addAll(weekly("s", 40, 70, 80));
        Run run = with(run(), lines);
        LeadTime lead = run.leadTime("a");
        assertEquals(80, lead.meanDays(), DIGITS);
        assertEquals(Math.sqrt(20.0 / 29), lead.sdDays(), DIGITS);
        assertTrue(lead.basis().levelShift());
        assertTrue(signals(run).stretches().levelShift());
        assertEquals(
                399.0 / 40, signals(run).stretches().disrupted().orElseThrow().mean(), DIGITS);
    }

    @Test
    void aYoungerChangeIsADisruption() {
        List<Purchase> lines = weekly("s", 0, 40, 10);
        lines.addAll(weekly("s", 40, 60, 80));
        Run run = with(run(), lines);
        assertEquals(399.0 / 40, run.leadTime("a").meanDays(), DIGITS);
        assertFalse(run.leadTime("a").basis().levelShift());
    }

    @Test
    void openLinesOfADisruptionAreNotCounted() {
        List<Purchase> lines = weekly("s", 0, 40, 10);
        lines.addAll(weekly("s", 40, 60, 80));
        Run run = with(run(), lines);
        Purchase.open("a", "s", 60 * WEEK).to(run);
        assertEquals(0, signals(run).openLines());
        assertFalse(signals(run).lowerBound());
    }

    @Test
    void aSmallerChangeIsShownAndNotActedOn() {
        // ln 17 / ln 11 is 1.18: within 30 %
        List<Purchase> lines = weekly("s", 0, 20, 10);
        lines.addAll(weekly("s", 20, 40, 16));
        Run run = with(run(), lines);
        assertEquals(Optional.of(Run.day(140)), signals(run).stretches().suspectedShift());
        assertEquals(Optional.empty(), signals(run).stretches().disrupted());
        // 7, 7 and 6 lines of 9, 10 and 11; 7, 6 and 7 of 15, 16 and 17: the change stays in the deviation
        LeadTime lead = run.leadTime("a");
        assertEquals(519.0 / 40, lead.meanDays(), DIGITS);
        double squares = 7 * 81 + 7 * 100 + 6 * 121 + 7 * 225 + 6 * 256 + 7 * 289 - 519.0 * 519 / 40;
        assertEquals(Math.sqrt(squares / 39), lead.sdDays(), DIGITS);
    }

    @Test
    void linesOfOneDayAreOneObservation() {
        // sorted by lead time they would show two levels
        Run run = run();
        for (int i = 0; i < 20; i++) {
            Purchase.of("a", "s", 0, 10).to(run);
            Purchase.of("a", "s", 0, 90).to(run);
        }
        assertEquals(50, run.leadTime("a").meanDays(), DIGITS);
        assertEquals(1, signals(run).stretches().list().size());
        assertEquals(Optional.empty(), signals(run).trend());
    }

    @Test
    void theUsersWindowsWin() {
        Run run = with(run(window(Regime.DISRUPTED, 0, 13)), episode());
        // weeks 0 and 1 with 9 and 10 days are out, and the episode stays in
        LeadTime lead = run.leadTime("a");
        assertEquals(38, lead.lines());
        assertEquals((279 - 19 + 12 * 80) / 38.0, lead.meanDays(), DIGITS);
        assertTrue(signals(run).stretches().byUser());
        assertEquals(9.5, signals(run).stretches().disrupted().orElseThrow().mean(), DIGITS);
    }

    @Test
    void overlappingWindowsAreUnitedAndStableOnesCutThem() {
        Run run =
                run(window(Regime.DISRUPTED, 20, 40), window(Regime.DISRUPTED, 30, 60), window(Regime.STABLE, 45, 55));
        for (int day = 0; day < 100; day += 10) {
            Purchase.of("a", "s", day, day == 20 || day == 30 || day == 40 || day == 60 ? 70 : 10)
                    .to(run);
        }
        assertEquals(Collections.nCopies(6, 10.0), signals(run).closedDays());
        assertEquals(4, run.leadTime("a").basis().disruptedLines());
        assertEquals(
                List.of(Regime.STABLE, Regime.DISRUPTED, Regime.STABLE, Regime.DISRUPTED, Regime.STABLE),
                signals(run).stretches().list().stream().map(Stretch::regime).toList());
    }

    @Test
    void aStableWindowOfTheUserStopsTheSearch() {
        Run run = with(run(window(Regime.STABLE, 0, AS_OF)), episode());
        assertEquals(40, run.leadTime("a").lines());
    }

    @Test
    void windowsBesideTheHistoryLeaveTheSearchOn() {
        Run run = with(run(window(Regime.DISRUPTED, 1000, 1100)), episode());
        assertEquals(28, run.leadTime("a").lines());
    }

    @Test
    void taggedLinesAreTheEventsAndNotTheLeadTimes() {
        Run run = run();
        for (int day = 0; day < 100; day += 10) {
            Purchase.of("a", "s", day, 10).to(run);
        }
        Purchase.of("a", "s", 100, 200).tagged("STRIKE").to(run);
        Purchase.open("a", "s", 110).tagged("STRIKE").to(run);
        LeadTime lead = run.leadTime("a");
        assertEquals(10, lead.meanDays(), 0);
        assertEquals(0, lead.sdDays(), 0);
        assertEquals(2, lead.basis().eventLines());
        assertEquals(2, signals(run).eventLines());
        assertEquals(0, signals(run).openLines());
        assertEquals(10, signals(run).p90Days().orElseThrow(), 0);
        assertEquals(10, run.profile("a").supply().receipts());
        assertTrue(Run.assumption(run.build(), Premise.LEAD_TIME_OF_EVENTS).isPresent());
    }

    @Test
    void suppliersAreSplitApartAndShownTogether() {
        // one after the other they would look like a change of level
        List<Purchase> lines = weekly("s", 0, 20, 10);
        lines.addAll(weekly("t", 20, 40, 80));
        assertEquals(Optional.empty(), signals(with(run(), lines)).stretches().disrupted());
        List<Purchase> beside = episode();
        beside.addAll(weekly("t", 0, 20, 30));
        Stretches stretches = signals(with(run(), beside)).stretches();
        assertEquals(4, stretches.list().size());
        Stretches.Disrupted disrupted = stretches.disrupted().orElseThrow();
        assertEquals(80, disrupted.mean(), DIGITS);
        // 40 lines with 84 days of 274 disrupted and 20 with none
        assertEquals(84.0 / 274 * 40 / 60, disrupted.share(), DIGITS);
    }

    @Test
    void whatIsDisruptedHereDoesNotWidenThePool() {
        Run run = with(run().item("b"), episode());
        LeadTime borrowed = run.leadTime("b");
        assertEquals(279.0 / 28, borrowed.meanDays(), DIGITS);
        assertEquals(LeadTimeParameters.ASSUMED_CV * 279 / 28, borrowed.sdDays(), DIGITS);
    }

    @Test
    void stationaryLeadTimesAreHardlyEverSplit() {
        Random random = new Random(11);
        int split = 0;
        for (int trial = 0; trial < 200; trial++) {
            Run run = run();
            for (int week = 0; week < 80; week++) {
                int lead = (int) Math.round(30 * Math.exp(0.25 * random.nextGaussian()));
                Purchase.of("a", "s", week * WEEK, lead).to(run);
            }
            split += signals(run).stretches().disrupted().isPresent() ? 1 : 0;
        }
        assertTrue(split <= 10, split + " of 200");
    }
}
