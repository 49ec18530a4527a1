package io.posture.analysis.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.io.run.ItemEconomics;
import io.posture.numerics.NegativeBinomial;
import io.posture.numerics.Poisson;
import io.posture.resilience.economics.UnitAllocation;
import io.posture.resilience.stockpile.DisruptionLength;
import io.posture.resilience.stockpile.Disruptions;
import io.posture.resilience.stockpile.FrequentFailures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Items that are counted in pieces, and stockpiles as the run sized them. */
class SlowAndPiledItemsTest {

    @Test
    void slowItemsAreSharedOutPieceByPieceAsG8Does() {
        // means below 1: no piece is expected before one is bought, so that the safety stock is the whole stock
        Random random = new Random(5);
        for (int trial = 0; trial < 50; trial++) {
            List<ItemEconomics> items = new ArrayList<>();
            List<UnitAllocation.Item> pieces = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                double cost = 5 + random.nextInt(20);
                double shortage = 10 + random.nextInt(900);
                double mean = 0.05 + 0.9 * random.nextDouble();
                double perYear = 2 + random.nextInt(10);
                items.add(Economics.item("item" + i)
                        .cost(cost)
                        .shortage(shortage)
                        .demand(perYear, 1, Math.sqrt(mean))
                        .counted(mean, mean)
                        .done());
                pieces.add(new UnitAllocation.Item(cost, shortage * perYear, mean));
            }
            double budget = 20 + random.nextInt(100);
            BudgetPlan plan = BudgetPlan.of(Portfolio.of(items), budget);
            double best = Double.POSITIVE_INFINITY;
            for (int a = 0; a * pieces.get(0).unitCost() <= budget; a++) {
                for (int b = 0; money(pieces, a, b, 0, 0) <= budget; b++) {
                    for (int c = 0; money(pieces, a, b, c, 0) <= budget; c++) {
                        int d = (int) ((budget - money(pieces, a, b, c, 0))
                                / pieces.get(3).unitCost());
                        best = Math.min(best, open(pieces, a, b, c, d));
                    }
                }
            }
            int seen = trial;
            double found = best;
            assertTrue(plan.open() >= best - 1e-6, () -> "trial " + seen);
            assertTrue(plan.bound() <= best + 1e-6, () -> "trial " + seen + ": " + plan.bound() + " " + found);
            // the greedy of G.8 on the same items is no better
            List<Integer> greedy = UnitAllocation.of(pieces, budget).units();
            double byGreed = open(pieces, greedy.get(0), greedy.get(1), greedy.get(2), greedy.get(3));
            assertTrue(plan.open() <= byGreed + 1e-6, () -> "trial " + seen + ": " + plan.open() + " " + byGreed);
        }
    }

    private static double money(List<UnitAllocation.Item> items, int... units) {
        double money = 0;
        for (int i = 0; i < units.length; i++) {
            money += units[i] * items.get(i).unitCost();
        }
        return money;
    }

    private static double open(List<UnitAllocation.Item> items, int... units) {
        double open = 0;
        for (int i = 0; i < units.length; i++) {
            open += items.get(i).weight() * Poisson.expectedExcess(items.get(i).mean(), units[i]);
        }
        return open;
    }

    @Test
    void aSlowItemHasTheLossOfItsWholeReorderPoint() {
        // 3.4 pieces expected: a safety stock of 2 reorders at 5; clustered demand by moments, size 3.4^2 / 3.4, p 1 /
        // 2
        Portfolio slow = Portfolio.of(List.of(
                Economics.item("poisson")
                        .cost(1)
                        .shortage(7)
                        .demand(24, 4, 2)
                        .counted(3.4, 3.4)
                        .proposed(2)
                        .done(),
                Economics.item("clustered")
                        .cost(1)
                        .shortage(7)
                        .demand(24, 4, 2)
                        .counted(3.4, 6.8)
                        .proposed(2)
                        .done()));
        BudgetPlan plan = BudgetPlan.of(slow, 0);
        assertEquals(
                7 * 6 * (Poisson.expectedExcess(3.4, 3) + NegativeBinomial.expectedExcess(3.4, 0.5, 3)),
                plan.open(),
                1e-9);
        assertEquals(
                7 * 6 * (Poisson.expectedExcess(3.4, 5) + NegativeBinomial.expectedExcess(3.4, 0.5, 5)),
                plan.proposed().open(),
                1e-9);
    }

    @Test
    void theDisruptionsOfAFrequentSourceCompeteAsTheyAreSized() {
        // 1.5 a year for 120 days: base stock with disruptions sized it; b 30 days of 20
        FrequentFailures often = new FrequentFailures(1.5, 120);
        double days = often.bestCoverDays(10, 100) - 30;
        ItemEconomics piled = Economics.item("piled")
                .cost(40)
                .shortage(100)
                .demand(7300, 400, 230)
                .proposed(600)
                .strategic(0, Math.ceil(days * 20))
                .disruptions(1.5, 120, 1)
                .done();
        Portfolio portfolio = Portfolio.of(List.of(piled));
        assertTrue(days > 0);
        assertEquals(
                Math.ceil(days * 20),
                BudgetPlan.of(portfolio, 1e9).lines().get(0).strategicStock(),
                1e-6);
        double before = portfolioLoss(portfolio, 10_000);
        double after = portfolioLoss(portfolio, 40_000);
        assertTrue(after < before, after + " " + before);
        BudgetPlan none = BudgetPlan.of(portfolio, 0);
        assertEquals(
                100 * 20 * often.openDaysPerYear(0),
                none.none().disruptionLoss().orElseThrow(),
                1e-9);
    }

    private static double portfolioLoss(Portfolio portfolio, double budget) {
        return BudgetPlan.of(portfolio, budget).plan().loss().orElseThrow();
    }

    @Test
    void onlyExposedDemandAndTheShareOfTheSafetyStockThatCountsAreInTheLoss() {
        Portfolio portfolio = Portfolio.of(List.of(Economics.tenADay("a")
                .proposed(60)
                .disruptions(0.5, 30, 1)
                .exposed(0.4, 0.5)
                .done()));
        double open = new Disruptions(0.5, DisruptionLength.lognormal(30, 1)).openDaysPerYear(60 * 0.5 / 4);
        assertEquals(
                100 * 4 * open,
                BudgetPlan.of(portfolio, 0).proposed().disruptionLoss().orElseThrow(),
                1e-9);
    }

    @Test
    void disruptionsThatNobodyKnowsAreNotZeroAndOpenStockpilesAreCounted() {
        List<ItemEconomics> items = List.of(Economics.item("d")
                .cost(10)
                .shortage(3)
                .demand(100, 10, 5)
                .proposed(7)
                .open("REFUSED")
                .done());
        Portfolio portfolio = Portfolio.of(items);
        assertTrue(BudgetPlan.of(portfolio, 100).plan().disruptionLoss().isEmpty());
        assertEquals(0, portfolio.disruptionsKnown());
        assertEquals(Map.of("REFUSED", 1), portfolio.openStockpiles());
    }
}
