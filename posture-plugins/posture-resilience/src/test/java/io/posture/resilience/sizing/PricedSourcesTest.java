package io.posture.resilience.sizing;

import static io.posture.resilience.sizing.Stockpile.number;
import static io.posture.resilience.sizing.Stockpile.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.posture.api.RowRefs;
import io.posture.api.SourceTerms;
import io.posture.api.StockoutEvent;
import io.posture.api.StockpileNames;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.resilience.stockpile.DisruptionLength;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What a stockpile says of its sources and of its prices. */
class PricedSourcesTest {

    private final Part part = new Part();
    private final Map<String, Object> settings = new LinkedHashMap<>();

    private static SourceTerms priced(double unitPrice) {
        return new SourceTerms(
                Part.NONE, OptionalDouble.of(100), OptionalDouble.of(0.8), Part.NONE, OptionalDouble.of(unitPrice));
    }

    @Test
    void aSecondSourceIsPricedByWhatItsPiecesCostMore() {
        // nobody says what the first one charges: 40.10 against the unit cost of 40
        part.links.add(Part.link("second", 0, Part.NONE, priced(40.1), Part.disruptions(0, List.of(), List.of())));
        Explanation byCost = compute();
        double lean = number(byCost, StockpileNames.LOSS_LEAN);
        assertEquals(100 + 0.1 * 0.5 * 7300 + 0.2 * lean, number(byCost, StockpileNames.COST_SECOND_SOURCE), 1e-6);
        // the first one charges 39.50
        part.links.set(
                0, Part.link("sole", 1, Part.NONE, priced(39.5), Part.disruptions(5, List.of(20.0, 40.0), List.of())));
        assertEquals(100 + 0.6 * 0.5 * 7300 + 0.2 * lean, number(compute(), StockpileNames.COST_SECOND_SOURCE), 1e-6);
        // it charges 41: a source that costs less is not credited, and its difference is still to be seen
        part.links.set(
                0, Part.link("sole", 1, Part.NONE, priced(41), Part.disruptions(5, List.of(20.0, 40.0), List.of())));
        Explanation cheaper = compute();
        assertEquals(100 + 0.2 * lean, number(cheaper, StockpileNames.COST_SECOND_SOURCE), 1e-6);
        assertEquals(0, number(cheaper, "pricePremium"), 0);
        assertEquals(-0.9, number(cheaper, "priceDifference"), 1e-9);
    }

    @Test
    void otherSourcesStandBehindTheWorstOneWithTheirOwnFailures() {
        part.sourcing = "DUAL";
        part.links.set(
                0,
                Part.link(
                        "often",
                        0.6,
                        Part.NONE,
                        SourceTerms.UNKNOWN,
                        Part.disruptions(5, List.of(20.0, 40.0), List.of())));
        part.links.add(
                Part.link("sound", 0.4, Part.NONE, SourceTerms.UNKNOWN, Part.disruptions(5, List.of(), List.of())));
        Explanation pile = compute();
        assertEquals("often", text(pile, StockpileNames.EXPOSED_SOURCE));
        // (1 + 2) / (3.7 + 5) and 1 / (3.7 + 5)
        assertEquals(3 / 8.7, number(pile, StockpileNames.DISRUPTIONS_PER_YEAR), 1e-12);
        Explanation other =
                pile.find(StockpileNames.OTHER_SOURCES).orElseThrow().because().get(0);
        assertEquals("sound", other.text());
        assertEquals(1 / 8.7, number(other, StockpileNames.DISRUPTIONS_PER_YEAR), 1e-12);
        assertEquals(0.4, number(other, StockpileNames.EXPOSED_SHARE), 1e-12);
    }

    @Test
    void theCostOfAWholeStockOutTimesThoseThatOutlastTheSafetyStockIsWhatTheyCostInAYear() {
        // econ.stockoutCost-01 of the reference vectors: 216,000
        part.shortageCost = Part.NONE;
        part.stockout = Optional.of(
                new StockoutEvent(OptionalDouble.of(200), 4000, 16, 12000, true, 10000, 0.02, 500000, RowRefs.NONE));
        Explanation pile = compute();
        assertEquals(216_000, number(pile, "stockoutCost"), 1e-9);
        double perYear = 3 / 8.7 * DisruptionLength.lognormal(30, 1).upper(604.998 / 20);
        assertEquals(perYear, number(pile, StockpileNames.STOCKOUTS_PER_YEAR), 1e-9);
        assertEquals(216_000 * perYear, number(pile, StockpileNames.STOCKOUTS_COST), 1e-4);
    }

    @Test
    void partsOfTheCarryingRateStandBehindIt() {
        settings.put("carryingRate", 0.27);
        settings.put(
                "carryingParts",
                Map.of("capital", 0.08, "storageHandling", 0.05, "obsolescence", 0.12, "insuranceTax", 0.02));
        Explanation rate = compute().find("carryingRate").orElseThrow();
        assertEquals(0.27, ((Figure) rate).value(), 0);
        assertEquals(0.12, number(rate, "obsolescence"), 0);
        assertEquals(4, rate.because().size());
    }

    private Explanation compute() {
        return Stockpile.of(part, settings);
    }
}
