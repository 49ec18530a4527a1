package io.posture.resilience.sizing;

import static io.posture.resilience.sizing.Stockpile.number;
import static io.posture.resilience.sizing.Stockpile.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.DemandClass;
import io.posture.api.DisruptionLengths;
import io.posture.api.DisruptionLog;
import io.posture.api.ItemState;
import io.posture.api.RowRefs;
import io.posture.api.SourceTerms;
import io.posture.api.StockPosition;
import io.posture.api.StockoutEvent;
import io.posture.api.StockpileNames;
import io.posture.core.plugin.PluginException;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Origin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Numbers of the worked chain are those of DOMAIN M, computed there by independent reference code. */
class OptimalCoverFormulaTest {

    private final Part part = new Part();
    private final Map<String, Object> settings = new LinkedHashMap<>(Stockpile.PLAN);

    @Test
    void theStockpileOfTheWorkedChainIsThatOfTheReference() {
        Explanation pile = compute();
        assertEquals(0.344828, number(pile, StockpileNames.DISRUPTIONS_PER_YEAR), 5e-7);
        assertEquals(0.29, number(pile, "targetTail"), 1e-12);
        assertEquals(33.628, number(pile, "bestCoverDays"), 5e-4);
        assertEquals(30.250, number(pile, StockpileNames.COVERED_DAYS), 5e-4);
        assertEquals(3.378, number(pile, StockpileNames.COVER_DAYS), 5e-4);
        assertEquals(67.55, ((Figure) pile).value(), 5e-3);
        assertEquals(675.54, number(pile, StockpileNames.CARRYING), 5e-3);
        assertEquals(5893.99, number(pile, StockpileNames.LOSS_BUFFERED), 5e-3);
        assertEquals(StockpileNames.SIZED, text(pile, StockpileNames.STATE));
    }

    @Test
    void thirtyDaysTooMuchAreOverInsuredByTheWorkedChain() {
        part.stock = new StockPosition(OptionalDouble.of(1200), 600, 0, true, RowRefs.NONE);
        Explanation verdict = compute().find(StockpileNames.VERDICT_TODAY).orElseThrow();
        assertEquals("OVER_INSURED", verdict.text());
        double carrying = number(verdict, "carryingCompared");
        double avoided = number(verdict, "avoidedLoss");
        assertEquals(6000, carrying, 1e-9);
        assertEquals(4013.56, avoided, 5e-3);
        assertEquals(1.495, carrying / avoided, 5e-4);
    }

    @Test
    void aVitalItemIsLoadedByHalfAndItsBufferIsTrimmedInstead() {
        part.ved = "V";
        part.stock = new StockPosition(OptionalDouble.of(1200), 600, 0, true, RowRefs.NONE);
        // 6,000 is less than 1.5 * 4,013.56, but the last day is not worth its cost
        assertEquals("TRIM", text(compute(), StockpileNames.VERDICT_TODAY));
    }

    @Test
    void disruptionReceiptsInTheLeadTimeWouldLeaveNothingToTheStockpile() {
        part.safetyStock = 1753.97;
        assertEquals(0, ((Figure) compute()).value(), 0);
    }

    @Test
    void withoutACostOfAShortageThereIsNoSizeButAQuestion() {
        part.shortageCost = Part.NONE;
        Explanation pile = compute();
        assertEquals("shortageCost", pile.text());
        assertEquals(StockpileNames.UNSIZED, text(pile, StockpileNames.STATE));
        assertTrue(pile.origin() instanceof Origin.Assumption);
        double question = number(pile, StockpileNames.BREAK_EVEN);
        part.shortageCost = OptionalDouble.of(question * 1.001);
        assertTrue(((Figure) compute()).value() > 0);
        part.shortageCost = OptionalDouble.of(question * 0.999);
        assertEquals(0, ((Figure) compute()).value(), 0);
    }

    @Test
    void withoutAUnitCostThereIsNoSize() {
        part.unitCost = Part.NONE;
        assertEquals("unitCost", compute().text());
    }

    @Test
    void aStockpileWithoutAWholePlanIsRefusedAndNamesWhatIsMissing() {
        settings.put("owner", " ");
        settings.put("expires", "");
        Explanation pile = compute();
        assertEquals("plan: owner, expires", pile.text());
        assertEquals(StockpileNames.REFUSED, text(pile, StockpileNames.STATE));
        assertEquals(3.378, number(pile, StockpileNames.COVER_DAYS), 5e-4);
    }

    @Test
    void nothingIsRefusedWhereNothingWouldBeHeld() {
        settings.clear();
        part.safetyStock = 1753.97;
        assertEquals(0, ((Figure) compute()).value(), 0);
    }

    @Test
    void anItemOrACategoryMayHaveAPlanOfItsOwn() {
        settings.clear();
        part.category = "seals";
        settings.put("categories", Map.of("seals", Stockpile.PLAN));
        assertTrue(compute() instanceof Figure);
        Map<String, Object> own = new LinkedHashMap<>(Stockpile.PLAN);
        own.put("owner", "plant 2");
        settings.put("items", Map.of("part", own));
        assertTrue(text(compute(), StockpileNames.PLAN).contains("owner plant 2"));
    }

    @Test
    void aPlanThatCannotBeMeantIsRefusedWhereItIsRead() {
        settings.put("expires", "soon");
        assertTrue(
                assertThrows(PluginException.class, this::compute).getMessage().contains("P180D"));
        settings.put("expires", "2027-06-30");
        settings.put("rotation", "lifo");
        assertTrue(
                assertThrows(PluginException.class, this::compute).getMessage().contains("fifo or static"));
    }

    @Test
    void irregularDemandClaimsNoSize() {
        part.projectDemand = true;
        Explanation pile = compute();
        assertFalse(pile instanceof Figure);
        assertEquals(StockpileNames.PROJECT_DEMAND, text(pile, StockpileNames.STATE));
        assertTrue(number(pile, StockpileNames.LOSS_LEAN) > 0);
    }

    @Test
    void withoutDemandThereIsNothingToCover() {
        part.perDay = 0;
        part.demandClass = DemandClass.NO_DEMAND;
        assertEquals(StockpileNames.NO_DEMAND, text(compute(), StockpileNames.STATE));
    }

    @Test
    void whatIsNotReplenishedHasNoStrategicStock() {
        part.state = ItemState.OBSOLETE;
        assertEquals(0, ((Figure) compute()).value(), 0);
        assertTrue(compute().find(StockpileNames.LOSS_LEAN).isEmpty());
    }

    @Test
    void recoveryIsCoveredWhereThePolicyAsksForItAndTheBestCoverStandsBeside() {
        settings.put("cover", "COVER_TTR");
        part.links.set(
                0,
                Part.link(
                        "sole",
                        1,
                        OptionalDouble.of(84),
                        SourceTerms.UNKNOWN,
                        Part.disruptions(5, List.of(20.0, 40.0), List.of())));
        Explanation pile = compute();
        assertEquals(20 * 84 - 604.998, ((Figure) pile).value(), 1e-9);
        assertEquals(33.628, number(pile, "bestCoverDays"), 5e-4);
        assertEquals("OVER_INSURED", text(pile, StockpileNames.VERDICT));
        assertTrue(warnings(pile).contains("STOCKPILE_OVER_INSURED"));
    }

    @Test
    void onlyHalfOfTheSafetyStockMayCount() {
        settings.put("safetyCounts", "HALF");
        assertEquals((33.628 - 15.125) * 20, ((Figure) compute()).value(), 1e-2);
    }

    @Test
    void whatWouldBeIfHalfOfTheSafetyStockWereThereStandsBeside() {
        Explanation half = compute().find(StockpileNames.WHAT_IF).orElseThrow();
        assertTrue(half.text().contains("half of the safety stock"));
        assertEquals((33.628 - 15.125) * 20, number(half, "stockpileThen"), 1e-2);
    }

    @Test
    void whatExpiresBeforeItsTurnIsNotStockpiled() {
        part.usableLifeDays = OptionalDouble.of(50);
        Explanation pile = compute();
        // 20 * 50 less safety stock and lot
        assertEquals(1000 - 604.998 - 341.760, ((Figure) pile).value(), 1e-9);
        assertTrue(warnings(pile).contains("SHELF_LIFE_CUTS_STOCKPILE"));
    }

    @Test
    void whatIsKeptApartIsWrittenOffAndSoCostsMore() {
        part.usableLifeDays = OptionalDouble.of(3650);
        settings.put("rotation", "static");
        Explanation pile = compute();
        // 40 * 365 / 3,650 a year on top of 10
        assertEquals(14, number(pile, "carryingPerPiece"), 1e-9);
        assertEquals(0, ((Figure) pile).value(), 0);
    }

    @Test
    void survivalCountsWhatIsOnItsWayAndIsUnknownWithoutStock() {
        assertFalse(compute().find(StockpileNames.TIME_TO_SURVIVE).orElseThrow() instanceof Figure);
        // pile.tts-01 of the reference vectors
        part.perDay = 25;
        part.stock = new StockPosition(OptionalDouble.of(400), 0, 100, false, RowRefs.NONE);
        part.links.set(
                0,
                Part.link(
                        "sole",
                        1,
                        OptionalDouble.of(42),
                        SourceTerms.UNKNOWN,
                        Part.disruptions(5, List.of(), List.of())));
        assertEquals(20, number(compute(), StockpileNames.TIME_TO_SURVIVE), 1e-12);
        assertEquals(22, number(compute(), StockpileNames.GAP), 1e-12);
    }

    @Test
    void criticalSparesAreInsuredBySparesOneForOne() {
        // mro.spareStock-01 of the reference vectors, at first without its lead time
        part.unitCost = OptionalDouble.of(5000);
        part.criticalSpare = true;
        part.failuresPerYear = OptionalDouble.of(2);
        part.shortageCostPerDay = OptionalDouble.of(2_000_000 / 365.0);
        Explanation pile = compute();
        assertEquals(0, ((Figure) pile).value(), 0);
        Explanation spares = pile.find(StockpileNames.SPARES).orElseThrow();
        assertTrue(((Origin.Assumption) spares.origin()).remedy().contains("lead time"));
        part.leadDays = 90;
        assertEquals(4, number(compute(), StockpileNames.SPARES), 0);
        assertEquals(0.9983335, number(compute(), "readyRate"), 1e-7);
    }

    @Test
    void theCostOfAStockOutIsThatOfTheEventOverItsPieces() {
        // econ.stockoutCost-01 of the reference vectors: 216,000 for 200 pieces
        part.shortageCost = Part.NONE;
        part.stockout = Optional.of(
                new StockoutEvent(OptionalDouble.of(200), 4000, 16, 12000, true, 10000, 0.02, 500000, RowRefs.NONE));
        assertEquals(1080, number(compute(), "shortageCost"), 1e-9);
    }

    @Test
    void ofTwoSourcesTheOneThatLeavesMoreOpenCountsWithItsShare() {
        part.sourcing = "MULTI_SOURCE";
        part.links.clear();
        part.links.add(Part.link("a", 0.6, Part.NONE, SourceTerms.UNKNOWN, Part.disruptions(5, List.of(), List.of())));
        part.links.add(Part.link(
                "b", 0.4, Part.NONE, SourceTerms.UNKNOWN, Part.disruptions(5, List.of(20.0, 40.0, 30.0), List.of())));
        Explanation pile = compute();
        // b fails with 4 / 8.7 a year for 0.4 of the demand, a with 1 / 8.7 for 0.6
        assertEquals("b", text(pile, "exposedSource"));
        assertEquals(0.4, number(pile, "exposedShare"), 1e-12);
        assertEquals(8, number(pile, "exposedDemand"), 1e-12);
        assertEquals(604.998 / 8, number(pile, StockpileNames.COVERED_DAYS), 1e-9);
    }

    @Test
    void sourcesBehindOnePlantAreOneInEffect() {
        part.sourcing = "CONCENTRATED_SITE";
        part.links.clear();
        part.links.add(Part.link("a", 0.6, Part.NONE, SourceTerms.UNKNOWN, Part.disruptions(5, List.of(), List.of())));
        part.links.add(Part.link("b", 0.4, Part.NONE, SourceTerms.UNKNOWN, Part.disruptions(5, List.of(), List.of())));
        assertEquals(1, number(compute(), "exposedShare"), 0);
    }

    @Test
    void aSourceThatIsDownIsSaidToBe() {
        part.links.set(
                0, Part.link("sole", 1, Part.NONE, SourceTerms.UNKNOWN, Part.disruptions(5, List.of(), List.of(12.0))));
        assertTrue(warnings(compute()).contains("SOURCE_IS_DOWN"));
    }

    @Test
    void disruptionsThatAreNotRareAreSizedAsBaseStock() {
        part.log = new DisruptionLog(
                0,
                0,
                DisruptionLengths.NONE,
                new DisruptionLengths(List.of(300.0, 400.0, 500.0, 600.0, 700.0), List.of()),
                RowRefs.NONE);
        Explanation pile = compute();
        assertEquals(500, number(pile, StockpileNames.DISRUPTION_DAYS), 1e-9);
        assertEquals("FREQUENT", text(pile, "disruptionModel"));
        // alpha = 0.344828 / 365, beta = 1 / 500; h = 10 / 365 a day, p = 100 / 500 a day:
        // n smallest with alpha / (alpha + beta) (1 - beta)^n <= h / (p + h) = 0.120482
        double down = (0.3448275862068966 / 365) / (0.3448275862068966 / 365 + 0.002);
        double n = Math.ceil(Math.log(0.12048192771084337 / down) / Math.log(0.998));
        assertEquals(n, number(pile, "bestCoverDays"), 1e-9);
        assertEquals(20 * n - 604.998, ((Figure) pile).value(), 1e-9);
    }

    @Test
    void aSecondSourceIsPricedBesideTheStockpile() {
        part.links.add(Part.link(
                "second",
                0,
                Part.NONE,
                new SourceTerms(
                        OptionalDouble.of(0.1), OptionalDouble.of(100), OptionalDouble.of(0.8), OptionalDouble.of(10)),
                Part.disruptions(0, List.of(), List.of())));
        Explanation pile = compute();
        double lean = number(pile, StockpileNames.LOSS_LEAN);
        // fixed + premium * share * 365 d + (1 - kappa) * loss
        assertEquals(100 + 0.1 * 0.5 * 7300 + 0.2 * lean, number(pile, StockpileNames.COST_SECOND_SOURCE), 1e-9);
        // one that is paid for only when it delivers costs least
        assertEquals("BACKUP_SOURCE", text(pile, StockpileNames.ALTERNATIVES));
        // the safety stock outlasts the 10 days until it delivers: only what it does not carry is lost, and the premium
        // paid
        double open = lean / (100 * 20);
        assertEquals(100 + 20 * (0.1 * 0.8 + 100 * 0.2) * open, number(pile, StockpileNames.COST_BACKUP), 1e-6);
    }

    @Test
    void theBreakEvenPremiumMakesASecondSourceCostWhatTheStockpileDoes() {
        double premium = number(compute(), StockpileNames.BREAK_EVEN_PREMIUM);
        part.links.add(Part.link(
                "second",
                0,
                Part.NONE,
                new SourceTerms(
                        OptionalDouble.of(premium),
                        OptionalDouble.of(0),
                        OptionalDouble.of(0.5),
                        OptionalDouble.empty()),
                Part.disruptions(0, List.of(), List.of())));
        Explanation pile = compute();
        assertEquals(
                Math.min(number(pile, StockpileNames.COST_ACCEPT), number(pile, StockpileNames.COST_STOCK)),
                number(pile, StockpileNames.COST_SECOND_SOURCE),
                1e-6);
    }

    private Explanation compute() {
        return Stockpile.of(part, settings);
    }

    private static List<String> warnings(Explanation tree) {
        return tree.because().stream()
                .filter(node -> node.name().equals("warning"))
                .map(Explanation::text)
                .toList();
    }
}
