package io.posture.stress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** The ledger against the closed form of constant demand, and what no ledger may do. */
class LedgerProperties {

    private static final double DEMAND = 10;

    @Property(seed = "501", tries = 300)
    void outageCostsWhatTheClosedFormSays(
            @ForAll @IntRange(min = 1, max = 120) int gap,
            @ForAll @DoubleRange(min = 0, max = 150) double cover,
            @ForAll @DoubleRange(min = 0, max = 1) double share,
            @ForAll @IntRange(min = 0, max = 150) int delay,
            @ForAll @IntRange(min = 0, max = 40) int lead) {
        ItemImpact impact = outage(gap, cover, share, delay, lead);
        // the alternate is known from day 0 on, the gap begins a lead time later
        double lost = ClosedForm.calculate(new ClosedForm.Inputs(gap, cover, share, Math.max(0, delay - lead), DEMAND))
                .lostUnits();
        assertEquals(lost, impact.lostPieces(), 1e-6);
    }

    @Property(seed = "502", tries = 200)
    void moreStockNeverLosesMore(
            @ForAll @IntRange(min = 1, max = 60) int gap,
            @ForAll @DoubleRange(min = 0, max = 60) double cover,
            @ForAll @DoubleRange(min = 0, max = 20) double more,
            @ForAll @IntRange(min = 0, max = 30) int delay) {
        ItemImpact less = outage(gap, cover, 0.5, delay, 5);
        ItemImpact full = outage(gap, cover + more, 0.5, delay, 5);
        assertTrue(full.lostPieces() <= less.lostPieces() + 1e-9);
        assertTrue(full.firstStockOutDay().orElse(Integer.MAX_VALUE)
                >= less.firstStockOutDay().orElse(Integer.MAX_VALUE));
        assertTrue(full.strategicUsed() == 0 && full.safetyStockUsed() >= 0);
    }

    @Property(seed = "503", tries = 200)
    void stockOfComponentsAndOfTheProductServeTheSameDemand(
            @ForAll @IntRange(min = 1, max = 60) int gap,
            @ForAll @DoubleRange(min = 0, max = 300) double finished,
            @ForAll @DoubleRange(min = 0, max = 900) double component,
            @ForAll @IntRange(min = 0, max = 20) int lead) {
        StressItem part = StressItem.component("part", ItemStock.of(component), List.of(Source.of("V", 1, lead)));
        StressItem product =
                StressItem.made("product", DEMAND, 7, ItemStock.of(finished), "", List.of(new BomLine("part", 3)));
        ScenarioResult result = StressEngine.of(
                        StressNetwork.of(List.of(), List.of(), List.of(part, product)), StressSettings.DEFAULTS)
                .run(StressScenario.of(new Shock.SupplierDown("V", gap)));
        double lost = Math.max(0, gap * DEMAND - finished - component / 3);
        assertEquals(lost, result.lostPieces(), 1e-6);
        assertEquals(7 * lost, result.lostMargin(), 1e-5);
    }

    @Property(seed = "504", tries = 200)
    void calculationAndEngineShareTheirLedger(
            @ForAll @IntRange(min = 1, max = 40) int gap,
            @ForAll @DoubleRange(min = 0, max = 400) double stock,
            @ForAll ShortageMode mode) {
        List<Double> demand = Collections.nCopies(gap, DEMAND);
        List<Double> nothing = Collections.nCopies(gap, 0.0);
        Depletion.Result expected = Depletion.calculate(new Depletion.Inputs(stock, demand, nothing, 0, 0, 0, mode, 7));
        StressItem item = new StressItem(
                "item",
                true,
                DEMAND,
                OptionalDouble.of(7),
                0,
                ItemStock.of(stock),
                mode,
                "",
                List.of(Source.of("V", 1, 0)),
                List.of());
        ItemImpact impact = StressEngine.of(
                        StressNetwork.of(List.of(), List.of(), List.of(item)), StressSettings.DEFAULTS)
                .run(StressScenario.of(new Shock.SupplierDown("V", gap)))
                .impacts()
                .get(0);
        assertEquals(expected.lostUnits(), impact.lostPieces(), 1e-9);
        assertEquals(expected.backorderUnitDays(), impact.backorderPieceDays(), 1e-9);
        assertEquals(expected.firstStockoutDay(), impact.firstStockOutDay());
        assertEquals(expected.stockoutDays(), impact.daysOut());
    }

    private static ItemImpact outage(int gap, double cover, double share, int delay, int lead) {
        StressItem item = StressItem.bought(
                "item",
                DEMAND,
                1,
                ItemStock.of(cover * DEMAND),
                List.of(Source.of("V", 1, lead), Source.alternate("W", new RampUp(share, delay, 0))));
        StressNetwork network = StressNetwork.of(List.of(), List.of(), List.of(item));
        return StressEngine.of(network, StressSettings.DEFAULTS)
                .run(StressScenario.of(new Shock.SupplierDown("V", gap)))
                .impacts()
                .get(0);
    }
}
