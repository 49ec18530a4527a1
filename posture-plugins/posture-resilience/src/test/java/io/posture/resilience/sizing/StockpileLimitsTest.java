package io.posture.resilience.sizing;

import static io.posture.resilience.sizing.Stockpile.number;
import static io.posture.resilience.sizing.Stockpile.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.DisruptionLengths;
import io.posture.api.DisruptionLog;
import io.posture.api.EarlierPlan;
import io.posture.api.RowRefs;
import io.posture.api.SourceTerms;
import io.posture.api.StockPosition;
import io.posture.api.StockpileNames;
import io.posture.core.plugin.PluginException;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What is not known, over or beside the one source that a stockpile is sized for. Numbers of the part are those of DOMAIN M. */
class StockpileLimitsTest {

    private final Part part = new Part();
    private final Map<String, Object> settings = new LinkedHashMap<>(Stockpile.PLAN);

    @Test
    void anExpiredPlanIsRefusedAndOneOfTodayIsNot() {
        part.asOf = Optional.of(LocalDate.of(2026, 11, 20));
        settings.put("expires", "2026-11-20");
        assertTrue(compute() instanceof Figure);
        settings.put("expires", "2020-01-01");
        Explanation pile = compute();
        assertEquals("plan: expires (2020-01-01 is over)", pile.text());
        assertEquals(StockpileNames.REFUSED, text(pile, StockpileNames.STATE));
        settings.put("expires", "P1000000000D");
        assertThrows(PluginException.class, this::compute);
    }

    @Test
    void aPlanForATimeEndsThatTimeAfterTheFirstRunThatHadIt() {
        LocalDate first = LocalDate.of(2026, 11, 20);
        part.asOf = Optional.of(first);
        Explanation pile = compute();
        // 180 days after it
        assertEquals("2027-05-19", text(pile, StockpileNames.PLAN_ENDS));
        String plan = text(pile, StockpileNames.PLAN);
        part.earlierPlan = Optional.of(new EarlierPlan(plan, first));
        part.asOf = Optional.of(LocalDate.of(2027, 5, 19));
        assertTrue(compute() instanceof Figure);
        assertEquals("2026-11-20", text(compute(), StockpileNames.PLAN_SINCE));
        part.asOf = Optional.of(LocalDate.of(2027, 5, 20));
        pile = compute();
        assertEquals("plan: expires (2027-05-19 is over)", pile.text());
        assertEquals(StockpileNames.REFUSED, text(pile, StockpileNames.STATE));
        // it is still the same plan, and another one is another one
        assertEquals(plan, text(pile, StockpileNames.PLAN));
        settings.put("owner", "plant 2");
        assertEquals("2027-11-16", text(compute(), StockpileNames.PLAN_ENDS));
        // without a day nothing ends
        part.asOf = Optional.empty();
        assertTrue(compute().find(StockpileNames.PLAN_ENDS).isEmpty());
    }

    @Test
    void recoveryThatIsToBeCoveredAndIsNotKnownHasNoSize() {
        settings.put("cover", "COVER_TTR");
        Explanation pile = compute();
        assertEquals("recoveryDays", pile.text());
        assertEquals(StockpileNames.UNSIZED, text(pile, StockpileNames.STATE));
        assertTrue(((Origin.Assumption) pile.origin()).remedy().contains("suppliers.ttr_days"));
    }

    @Test
    void aDemandThatNoSourceAloneLeavesOpenSurvivesWithoutEnd() {
        part.sourcing = "MULTI_SOURCE";
        part.stock = new StockPosition(OptionalDouble.of(400), 0, 0, false, RowRefs.NONE);
        SourceTerms all =
                new SourceTerms(OptionalDouble.of(0), Part.NONE, OptionalDouble.of(1), OptionalDouble.empty());
        part.links.clear();
        part.links.add(Part.link("a", 0.6, OptionalDouble.of(84), all, Part.disruptions(5, List.of(), List.of())));
        part.links.add(Part.link("b", 0.4, OptionalDouble.of(42), all, Part.disruptions(5, List.of(), List.of())));
        Explanation pile = compute();
        assertEquals("no end", text(pile, StockpileNames.TIME_TO_SURVIVE));
        assertEquals(0, number(pile, StockpileNames.GAP), 0);
    }

    @Test
    void whatWouldBeIsSizedWithinWhatIsUsedBeforeItExpires() {
        part.usableLifeDays = OptionalDouble.of(60);
        part.links.set(
                0,
                Part.link(
                        "sole",
                        1,
                        OptionalDouble.of(84),
                        SourceTerms.UNKNOWN,
                        Part.disruptions(5, List.of(20.0, 40.0), List.of())));
        // 20 * 60 less safety stock and lot
        double most = 1200 - 604.998 - 341.760;
        Explanation pile = compute();
        List<Double> then = pile.because().stream()
                .filter(node -> node.name().equals(StockpileNames.WHAT_IF))
                .map(node -> number(node, "stockpileThen"))
                .toList();
        assertEquals(4, then.size());
        // (33.628 - 15.125) * 20, (84 - 30.25) * 20 and the 95 % bound would be more
        assertEquals(List.of(most, most, most), then.subList(0, 3));
        assertTrue(then.get(3) < most);
    }

    @Test
    void aSecondSourceIsWeighedAgainstTheDaysThatThePolicyCovers() {
        settings.put("cover", "COVER_TTR");
        part.links.set(
                0,
                Part.link(
                        "sole",
                        1,
                        OptionalDouble.of(84),
                        SourceTerms.UNKNOWN,
                        Part.disruptions(5, List.of(20.0, 40.0), List.of())));
        List<Explanation> changes = compute().because().stream()
                .filter(node -> node.name().equals(StockpileNames.WHAT_IF))
                .toList();
        Explanation second = changes.get(changes.size() - 1);
        assertTrue(second.text().contains("a second source carries 50 %"), second::text);
        // half of the demand is open: 84 days of 10 pieces, less all of the safety stock
        assertEquals(840 - 604.998, number(second, "stockpileThen"), 1e-9);
    }

    @Test
    void routineShortageIsPricedByTheMomentsWhereTheSafetyStockHasNoDeviation() {
        part.byDeviation = false;
        assertEquals(Finding.UNKNOWN, text(compute(), StockpileNames.POSTURE_COSTS));
        part.leadDays = 84;
        Explanation costs = compute().find(StockpileNames.POSTURE_COSTS).orElseThrow();
        // sqrt(84 * 6^2 + 20^2 * 1^2)
        assertEquals(Math.sqrt(3024 + 400), number(costs, "sigmaLtd"), 1e-12);
    }

    @Test
    void anAssumedFrequencyIsSaidWhateverTheLengthOfTheLogAndAPoolIsNamed() {
        part.links.set(
                0, Part.link("sole", 1, Part.NONE, SourceTerms.UNKNOWN, Part.disruptions(2, List.of(), List.of())));
        Figure rate =
                (Figure) compute().find(StockpileNames.DISRUPTIONS_PER_YEAR).orElseThrow();
        assertEquals("ASSUMED", text(rate, "confidence"));
        part.log = new DisruptionLog(6, 24, DisruptionLengths.NONE, DisruptionLengths.NONE, RowRefs.NONE);
        rate = (Figure) compute().find(StockpileNames.DISRUPTIONS_PER_YEAR).orElseThrow();
        assertTrue(rate.find("confidence").isEmpty());
        assertEquals(
                new Origin.Input("events", "disruptions of all sources"),
                rate.find("priorYears").orElseThrow().origin());
        // (1 + 0) / (24 / 6 + 2)
        assertEquals(1 / 6.0, rate.value(), 1e-12);
    }

    @Test
    void sourcesAgainstWhichNothingIsSizedAreNamedAndTiesGoToTheFirstKey() {
        part.sourcing = "MULTI_SOURCE";
        part.links.clear();
        for (String id : List.of("z", "b", "c")) {
            part.links.add(
                    Part.link(id, 1 / 3.0, Part.NONE, SourceTerms.UNKNOWN, Part.disruptions(5, List.of(), List.of())));
        }
        Explanation pile = compute();
        assertEquals("b", text(pile, "exposedSource"));
        assertEquals("c, z", text(pile, "otherExposedSources"));
    }

    private Explanation compute() {
        return Stockpile.of(part, settings);
    }
}
