package io.posture.resilience.economics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.numerics.Poisson;
import io.posture.numerics.UnitLoss;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AllocationTest {

    private static double unitValue(List<UnitAllocation.Item> items, int... units) {
        double avoided = 0;
        for (int i = 0; i < units.length; i++) {
            for (int s = 0; s < units[i]; s++) {
                avoided += items.get(i).weight() * Poisson.upper(items.get(i).mean(), s);
            }
        }
        return avoided;
    }

    private static double bestByBruteForce(List<UnitAllocation.Item> items, double budget, int at, int... units) {
        if (at == units.length) {
            return unitValue(items, units);
        }
        double best = 0;
        for (int n = 0; n * items.get(at).unitCost() <= budget + 1e-9 && n < 14; n++) {
            units[at] = n;
            best = Math.max(
                    best, bestByBruteForce(items, budget - n * items.get(at).unitCost(), at + 1, units));
        }
        units[at] = 0;
        return best;
    }

    @Test
    void greedyPiecesAreTheBestUpToTheLastOne() {
        Random random = new Random(31);
        for (int trial = 0; trial < 200; trial++) {
            boolean samePrice = trial % 2 == 0;
            List<UnitAllocation.Item> items = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                items.add(new UnitAllocation.Item(
                        samePrice ? 10 : 5 + random.nextInt(40), 1 + random.nextInt(500), 3 * random.nextDouble()));
            }
            double budget = random.nextInt(130);
            UnitAllocation.Result greedy = UnitAllocation.of(items, budget);
            int[] units = greedy.units().stream().mapToInt(Integer::intValue).toArray();
            double value = unitValue(items, units);
            double best = bestByBruteForce(items, budget, 0, new int[3]);
            double lastPiece = 0;
            for (int i = 0; i < 3; i++) {
                lastPiece = Math.max(
                        lastPiece,
                        items.get(i).weight() * Poisson.upper(items.get(i).mean(), units[i]));
            }
            assertTrue(greedy.spend() <= budget + 1e-9);
            assertTrue(best <= value + (samePrice ? 1e-9 : lastPiece), items + " " + budget);
        }
    }

    @Test
    void fastItemsAreNotCountedPieceByPiece() {
        List<UnitAllocation.Item> items = List.of(new UnitAllocation.Item(1, 1, 1e8));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> UnitAllocation.of(items, 1e12))
                .getMessage()
                .contains("Maybe use econ.allocateBudget"));
    }

    @Test
    void budgetBeyondAllNeedOfPiecesIsLeft() {
        UnitAllocation.Result all = UnitAllocation.of(List.of(new UnitAllocation.Item(10, 5, 2)), 1e9);
        assertTrue(all.spend() < 1000);
    }

    private static List<BudgetAllocation.Item> items(Random random, int n) {
        List<BudgetAllocation.Item> items = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            items.add(new BudgetAllocation.Item(
                    1 + random.nextInt(50),
                    random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(300),
                    100 + random.nextInt(5000),
                    10 + random.nextInt(500),
                    random.nextInt(6) == 0 ? 0 : 1 + random.nextInt(60)));
        }
        return items;
    }

    private static double shortage(BudgetAllocation.Item item, double stock) {
        return item.sigma() > 0
                ? item.shortageCost()
                        * item.annualDemand()
                        / item.orderQuantity()
                        * item.sigma()
                        * UnitLoss.of(Math.max(0, stock) / item.sigma())
                : 0;
    }

    @Test
    void noMoneyIsBetterSpentElsewhere() {
        Random random = new Random(32);
        for (int trial = 0; trial < 100; trial++) {
            List<BudgetAllocation.Item> items = items(random, 6);
            double budget = 1 + random.nextInt(3000);
            BudgetAllocation.Result result = BudgetAllocation.of(items, budget);
            assertEquals(budget, result.spend() + result.unspent(), 1e-6 * budget);
            double money = 1e-3 * budget;
            for (int from = 0; from < 6; from++) {
                for (int to = 0; to < 6; to++) {
                    double stockFrom = result.safetyStock().get(from);
                    double stockTo = result.safetyStock().get(to);
                    double less = stockFrom - money / items.get(from).unitCost();
                    if (from == to || less < 0 || result.beyondNeed()) {
                        continue;
                    }
                    double more = stockTo + money / items.get(to).unitCost();
                    double before = shortage(items.get(from), stockFrom) + shortage(items.get(to), stockTo);
                    double after = shortage(items.get(from), less) + shortage(items.get(to), more);
                    assertTrue(after >= before * (1 - 1e-9) - 1e-9, items + " " + budget);
                }
            }
        }
    }

    @Test
    void thetaIsWhatTheLastMoneyAvoids() {
        List<BudgetAllocation.Item> items = items(new Random(33), 8);
        double step = 0.01;
        for (double budget : new double[] {50, 500, 2000}) {
            double more = BudgetAllocation.of(items, budget + step).shortageCost();
            double less = BudgetAllocation.of(items, budget - step).shortageCost();
            assertEquals(BudgetAllocation.of(items, budget).theta(), (less - more) / (2 * step), 1e-3);
        }
    }

    @Test
    void budgetBeyondNeedIsReturned() {
        List<BudgetAllocation.Item> items = items(new Random(34), 5);
        BudgetAllocation.Result result = BudgetAllocation.of(items, 1e9);
        assertTrue(result.beyondNeed());
        assertEquals(1e9, result.spend() + result.unspent(), 1e-3);
        for (int i = 0; i < 5; i++) {
            boolean useful = items.get(i).sigma() > 0 && items.get(i).shortageCost() > 0;
            assertTrue(useful ? result.k().get(i) >= 4 - 1e-9 : result.k().get(i) == 0);
        }
        assertFalse(BudgetAllocation.of(items, 10).beyondNeed());
    }

    @Test
    void budgetOfNothingForNothingIsDefined() {
        assertEquals(
                new BudgetAllocation.Result(0, List.of(), List.of(), 0, 0, 0, false),
                BudgetAllocation.of(List.of(), 0));
        BudgetAllocation.Result idle = BudgetAllocation.of(List.of(new BudgetAllocation.Item(1, 5, 100, 10, 0)), 70);
        assertEquals(70, idle.unspent());
        assertTrue(idle.beyondNeed());
    }
}
