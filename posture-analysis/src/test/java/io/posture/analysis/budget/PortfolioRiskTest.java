package io.posture.analysis.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.resilience.stockpile.DisruptionLength;
import io.posture.resilience.stockpile.Disruptions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortfolioRiskTest {

    private static final double PER_YEAR = 1 / 3.7;

    /** Ten items of two suppliers in one region, each with ten days of safety stock. */
    private static Portfolio portfolio() {
        List<Economics> items = new ArrayList<>();
        IntStream.range(0, 10)
                .forEach(i -> items.add(Economics.tenADay("item" + i)
                        .proposed(100)
                        .today(0)
                        .disruptions(PER_YEAR, 30, 1)
                        .from(i < 5 ? "V1" : "V2", "EU", 1)));
        return Portfolio.of(items.stream().map(Economics::done).toList());
    }

    private static PortfolioRisk shared(PortfolioRisk.Shared by) {
        return PortfolioRisk.of(portfolio(), new PortfolioRisk.Settings(by, 0.95, 3, 100_000));
    }

    private static PortfolioRisk bySupplier(Portfolio portfolio, int years) {
        return PortfolioRisk.of(portfolio, new PortfolioRisk.Settings(PortfolioRisk.Shared.SUPPLIER, 0.95, 3, years));
    }

    private static PortfolioRisk.Outcome held(PortfolioRisk risk, PortfolioRisk.Held held) {
        return risk.outcomes().stream()
                .filter(outcome -> outcome.held() == held)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theMeanIsTheSumOfTheItemsWhateverTheyShare() {
        Disruptions disruptions = new Disruptions(PER_YEAR, DisruptionLength.lognormal(30, 1));
        double each = 100 * 10 * disruptions.openDaysPerYear(10); // p d lambda E[(X - 10)+]
        for (PortfolioRisk.Shared by : PortfolioRisk.Shared.values()) {
            var loss = held(shared(by), PortfolioRisk.Held.PROPOSED).loss();
            assertEquals(10 * each, loss.mean(), 4 * loss.meanError(), by.name());
        }
    }

    @Test
    void badYearsAreWorseTheMoreIsShared() {
        double alone = held(shared(PortfolioRisk.Shared.NONE), PortfolioRisk.Held.PROPOSED)
                .loss()
                .cvar();
        double supplier = held(shared(PortfolioRisk.Shared.SUPPLIER), PortfolioRisk.Held.PROPOSED)
                .loss()
                .cvar();
        double region = held(shared(PortfolioRisk.Shared.REGION), PortfolioRisk.Held.PROPOSED)
                .loss()
                .cvar();
        assertTrue(alone < supplier && supplier < region, alone + " " + supplier + " " + region);
    }

    @Test
    void oneSourceThatTakesEverythingDownIsTheTailOfOneEvent() {
        PortfolioRisk risk = shared(PortfolioRisk.Shared.REGION);
        assertEquals(1, risk.events());
        assertEquals("region EU", risk.sources().get(0).name());
        assertEquals(10, risk.sources().get(0).items());
        // 36,500 pieces of 10 a year; half the loss pays for half the pieces
        assertEquals(365_000, risk.sources().get(0).bought(), 1e-6);
        assertEquals(
                risk.sources().get(0).expectedLoss() / 365_000,
                risk.sources().get(0).premium().orElseThrow(),
                1e-9);
    }

    @Test
    void buffersReturnWhatTheyAvoidOfBothLosses() {
        PortfolioRisk risk = shared(PortfolioRisk.Shared.SUPPLIER);
        PortfolioRisk.Outcome none = held(risk, PortfolioRisk.Held.NOTHING);
        PortfolioRisk.Outcome proposed = held(risk, PortfolioRisk.Held.PROPOSED);
        assertEquals(0, none.carrying());
        assertTrue(none.roi().roi().isEmpty());
        assertEquals(10 * 100 * 10 * 0.25, proposed.carrying(), 1e-9);
        double avoided = none.loss().mean()
                + none.routine().orElseThrow()
                - proposed.loss().mean()
                - proposed.routine().orElseThrow();
        assertEquals(avoided / proposed.carrying() - 1, proposed.roi().roi().orElseThrow(), 1e-9);
    }

    @Test
    void theSameSeedIsTheSameYears() {
        assertEquals(shared(PortfolioRisk.Shared.SUPPLIER), shared(PortfolioRisk.Shared.SUPPLIER));
    }

    @Test
    void yearsAreAddedUntilTheBadOnesAreSure() {
        PortfolioRisk risk = PortfolioRisk.of(portfolio(), PortfolioRisk.Settings.DEFAULT);
        var loss = held(risk, PortfolioRisk.Held.PROPOSED).loss();
        assertTrue(loss.years() >= 10_000 && loss.years() <= 200_000);
        assertTrue(loss.years() == 200_000 || 1.96 * loss.cvarError() <= 0.02 * loss.cvar());
    }

    @Test
    void twoSourcesFailOneAtATimeAndEachLeavesTheOthersShare() {
        Portfolio split = Portfolio.of(List.of(Economics.tenADay("a")
                .proposed(100)
                .disruptions(PER_YEAR, 30, 1)
                .from("V1", "EU", 0.6)
                .from("V2", "US", 0.4)
                .done()));
        PortfolioRisk risk = bySupplier(split, 1000);
        Disruptions disruptions = new Disruptions(PER_YEAR, DisruptionLength.lognormal(30, 1));
        assertEquals(
                100 * 6 * disruptions.openDaysPerYear(100 / 6.0),
                risk.sources().get(0).expectedLoss(),
                1e-9);
        assertEquals(
                100 * 4 * disruptions.openDaysPerYear(100 / 4.0),
                risk.sources().get(1).expectedLoss(),
                1e-9);
    }

    @Test
    void whatIsNotKnownIsLeftOutAndCounted() {
        Portfolio unknown = Portfolio.of(List.of(
                Economics.item("no disruptions")
                        .cost(1)
                        .shortage(2)
                        .demand(10, 1, 1)
                        .done(),
                Economics.item("no cost")
                        .shortage(2)
                        .demand(10, 1, 1)
                        .disruptions(PER_YEAR, 30, 1)
                        .done()));
        PortfolioRisk risk = PortfolioRisk.of(unknown, PortfolioRisk.Settings.DEFAULT);
        assertEquals(List.of(), risk.outcomes());
        assertEquals(0, risk.items());
        assertEquals(2, risk.unknown());
    }

    @Test
    void eachSourceFailsAsItFailsItselfAndLeavesOpenWhatTheOthersCannotCarry() {
        // V6 is sound and shares the item with V4, which fails three times as often; V6 can carry all but a tenth
        Portfolio two = Portfolio.of(List.of(Economics.tenADay("a")
                .proposed(100)
                .disruptions(0.9, 30, 1)
                .from("V4", "EU", 0.6, 0.1, 0.9)
                .from("V6", "US", 0.4, 0.4, 0.3)
                .done()));
        PortfolioRisk risk = bySupplier(two, 1000);
        PortfolioRisk.Source sound = risk.sources().stream()
                .filter(source -> source.name().equals("supplier V6"))
                .findFirst()
                .orElseThrow();
        assertEquals(0.3, sound.eventsPerYear(), 0);
        DisruptionLength length = DisruptionLength.lognormal(30, 1);
        assertEquals(100 * 4 * 0.3 * length.excess(100 / 4.0), sound.expectedLoss(), 1e-9);
        PortfolioRisk.Source bad = risk.sources().stream()
                .filter(source -> source.name().equals("supplier V4"))
                .findFirst()
                .orElseThrow();
        assertEquals(100 * 1 * 0.9 * length.excess(100 / 1.0), bad.expectedLoss(), 1e-9);
        assertEquals(0.6 * 36_500, bad.bought(), 1e-6);
    }

    @Test
    void onlyTheShareOfTheSafetyStockThatCountsCoversDays() {
        Portfolio half = Portfolio.of(List.of(Economics.tenADay("a")
                .proposed(100)
                .disruptions(PER_YEAR, 30, 1)
                .exposed(1, 0.5)
                .from("V1", "EU", 1)
                .done()));
        PortfolioRisk risk = bySupplier(half, 1000);
        double open = new Disruptions(PER_YEAR, DisruptionLength.lognormal(30, 1)).openDaysPerYear(5);
        assertEquals(100 * 10 * open, risk.sources().get(0).expectedLoss(), 1e-9);
        // all of it is carried
        assertEquals(100 * 10 * 0.25, held(risk, PortfolioRisk.Held.PROPOSED).carrying(), 1e-9);
    }

    @Test
    void sourcesThatFailOftenAreInTheYearsAsWell() {
        // twice a year for 90 days: 180 days a year are no rare event; F.3: down 2 / 365 / (2 / 365 + 1 / 90)
        Portfolio often = Portfolio.of(List.of(Economics.tenADay("a")
                .proposed(100)
                .disruptions(2, 90, 1)
                .from("V1", "EU", 1)
                .done()));
        PortfolioRisk risk = bySupplier(often, 100_000);
        assertEquals(1, risk.items());
        double fail = 2 / 365.0;
        double recover = 1 / 90.0;
        double open = 365 * fail / (fail + recover) * Math.pow(1 - recover, 10);
        assertEquals(100 * 10 * open, risk.sources().get(0).expectedLoss(), 1e-6);
        var loss = held(risk, PortfolioRisk.Held.PROPOSED).loss();
        assertEquals(100 * 10 * open, loss.mean(), 4 * loss.meanError());
    }
}
