package io.posture.analysis.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.ItemId;
import io.posture.io.run.ItemEconomics;
import io.posture.numerics.UnitLoss;
import io.posture.resilience.stockpile.DisruptionLength;
import io.posture.resilience.stockpile.Disruptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BudgetPlanTest {

    /** The items of the reference vectors econ.allocateBudget. */
    private static List<ItemEconomics> reference() {
        return List.of(
                Economics.item("a").cost(10).shortage(20).demand(1200, 100, 30).done(),
                Economics.item("b").cost(50).shortage(200).demand(600, 50, 15).done(),
                Economics.item("c").cost(2).shortage(1).demand(10000, 2500, 400).done());
    }

    @Test
    void sharesOutAsTheReferenceVectorInWholePieces() {
        BudgetPlan plan = BudgetPlan.of(Portfolio.of(reference()), 2000);
        assertEquals(BudgetPlan.State.BINDING, plan.state());
        // econ.allocateBudget-01: theta 1.10888, stock 50.485, 29.903, 0 and an open loss of 1086.5911
        assertEquals(1.1088783572627783, plan.marginal(), 1e-6);
        assertEquals(1086.5911253125928, plan.bound(), 1e-3);
        assertEquals(50.48512865662035, plan.lines().get(0).safetyStock(), 1.0);
        assertEquals(29.90297426867594, plan.lines().get(1).safetyStock(), 1.0);
        assertTrue(plan.spent() <= 2000);
        assertEquals(2000, plan.spent() + plan.unspent(), 1e-9);
        assertTrue(plan.open() >= plan.bound());
        assertTrue(plan.aboveBound().orElseThrow() < 0.02);
    }

    @Test
    void withoutMoneyThereIsNoStockAndTheFirstUnitAvoidsMost() {
        BudgetPlan plan = BudgetPlan.of(Portfolio.of(reference()), 0);
        assertEquals(BudgetPlan.State.ZERO, plan.state());
        assertEquals(24, plan.marginal(), 1e-9); // econ.allocateBudget-03
        assertEquals(17872.614161984184, plan.open(), 1e-6);
        assertTrue(plan.lines().stream().allMatch(line -> line.safetyStock() == 0));
    }

    @Test
    void moreThanIsNeededStaysUnspent() {
        BudgetPlan plan = BudgetPlan.of(Portfolio.of(reference()), 1_000_000);
        assertEquals(BudgetPlan.State.BEYOND_NEED, plan.state());
        assertEquals(0, plan.marginal());
        assertEquals(1_000_000, plan.spent() + plan.unspent(), 1e-9);
        // at least four deviations of each
        assertTrue(plan.lines().get(0).safetyStock() >= 120);
        assertTrue(plan.lines().get(1).safetyStock() >= 60);
        assertTrue(plan.lines().get(2).safetyStock() >= 1600);
    }

    @Test
    void wholePiecesAreAsGoodAsAnyThatBruteForceFinds() {
        Random random = new Random(7);
        for (int trial = 0; trial < 100; trial++) {
            double[][] terms = new double[3][];
            List<ItemEconomics> items = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                terms[i] = new double[] {
                    5 + random.nextInt(20),
                    10 + random.nextInt(90),
                    100 + random.nextInt(900),
                    20 + random.nextInt(80),
                    1 + 4 * random.nextDouble()
                };
                items.add(Economics.item("item" + i)
                        .cost(terms[i][0])
                        .shortage(terms[i][1])
                        .demand(terms[i][2], terms[i][3], terms[i][4])
                        .done());
            }
            double budget = 50 + random.nextInt(250);
            BudgetPlan plan = BudgetPlan.of(Portfolio.of(items), budget);
            double best = best(terms, budget);
            int seen = trial;
            assertTrue(plan.bound() <= best + 1e-6, () -> "trial " + seen + ": " + plan.bound() + " " + best);
            assertTrue(plan.open() >= best - 1e-6, () -> "trial " + seen);
            // no more than one piece of the dearest item is misplaced
            assertTrue(
                    plan.open() - best <= plan.marginal() * 25 + 1e-6,
                    () -> "trial " + seen + ": " + plan.open() + " " + best);
        }
    }

    private static double best(double[][] terms, double budget) {
        double best = Double.POSITIVE_INFINITY;
        for (int a = 0; a * terms[0][0] <= budget; a++) {
            for (int b = 0; a * terms[0][0] + b * terms[1][0] <= budget; b++) {
                int c = (int) ((budget - a * terms[0][0] - b * terms[1][0]) / terms[2][0]);
                best = Math.min(best, open(terms[0], a) + open(terms[1], b) + open(terms[2], c));
            }
        }
        return best;
    }

    private static double open(double[] t, double pieces) {
        return t[1] * t[2] / t[3] * t[4] * UnitLoss.of(pieces / t[4]);
    }

    @Test
    void stockpilesAndSafetyStocksCompeteForTheSameMoney() {
        ItemEconomics piled = Economics.item("piled")
                .cost(40)
                .shortage(100)
                .demand(7300, 400, 230)
                .proposed(605)
                .strategic(0, 200)
                .disruptions(0.344828, 30, 1)
                .done();
        Disruptions disruptions = new Disruptions(0.344828, DisruptionLength.lognormal(30, 1));
        Portfolio portfolio = Portfolio.of(List.of(piled));
        double previous = -1;
        for (double budget : new double[] {10_000, 20_000, 25_000, 30_000}) {
            BudgetPlan plan = BudgetPlan.of(portfolio, budget);
            BudgetPlan.Line line = plan.lines().get(0);
            assertTrue(line.strategicStock() >= previous);
            previous = line.strategicStock();
            if (line.strategicStock() > 1) {
                // lambda p P(X > b + T) = theta c, one piece up or down
                double below = 0.344828
                        * 100
                        * disruptions.length().upper(605 / 20.0 + (line.strategicStock() - 1) / 20.0)
                        / 40;
                double above = 0.344828
                        * 100
                        * disruptions.length().upper(605 / 20.0 + (line.strategicStock() + 2) / 20.0)
                        / 40;
                double price = Math.max(plan.marginal(), 0.25);
                assertTrue(below >= price * 0.98 && above <= price * 1.02, below + " " + price + " " + above);
            }
        }
        // the free optimum of section M: 67.55 pieces beyond a cover of 30.25 days
        BudgetPlan free = BudgetPlan.of(portfolio, 1_000_000);
        assertEquals(68, free.lines().get(0).strategicStock(), 1);
    }

    @Test
    void noSharingOfMoneyGoesBelowARegulatoryMinimum() {
        // money alone would hold 68 pieces at most (the test above); 120 of 40 each are 4,800
        Portfolio portfolio = Portfolio.of(List.of(Economics.item("piled")
                .cost(40)
                .shortage(100)
                .demand(7300, 400, 230)
                .proposed(605)
                .strategic(0, 120)
                .regulatory(119.5)
                .disruptions(0.344828, 30, 1)
                .done()));
        BudgetPlan tight = BudgetPlan.of(portfolio, 10_000);
        assertEquals(BudgetPlan.State.BINDING, tight.state());
        assertEquals(120, tight.lines().get(0).strategicStock(), 0);
        assertEquals(130, tight.lines().get(0).safetyStock(), 0);
        assertEquals(120, BudgetPlan.of(portfolio, 1_000_000).lines().get(0).strategicStock(), 0);
        BudgetPlan below = BudgetPlan.of(portfolio, 4_000);
        assertEquals(BudgetPlan.State.BELOW_COMMITTED, below.state());
        assertEquals(120, below.lines().get(0).strategicStock(), 0);
        assertEquals(0, below.lines().get(0).safetyStock(), 0);
        assertEquals(4_800, below.spent(), 0);
    }

    @Test
    void whatDoesNotCompeteIsCommittedAndSaidWhy() {
        List<ItemEconomics> items = new ArrayList<>(reference());
        items.add(Economics.item("d").cost(10).demand(100, 10, 5).proposed(7).done());
        items.add(Economics.item("e").shortage(3).demand(100, 10, 5).proposed(7).done());
        items.add(Economics.item("f")
                .cost(100)
                .shortage(3)
                .policy("INSURANCE_SPARE")
                .proposed(2)
                .done());
        Portfolio portfolio = Portfolio.of(items);
        assertEquals(Basis.LOSS, portfolio.basis());
        assertEquals(270, portfolio.committed());
        assertEquals(1, portfolio.fixedItems().get(Portfolio.Fixed.NO_SHORTAGE_COST));
        assertEquals(1, portfolio.fixedItems().get(Portfolio.Fixed.NO_UNIT_COST));
        assertEquals(1, portfolio.fixedItems().get(Portfolio.Fixed.INSURANCE_SPARE));
        BudgetPlan short1 = BudgetPlan.of(portfolio, 100);
        assertEquals(BudgetPlan.State.BELOW_COMMITTED, short1.state());
        BudgetPlan plan = BudgetPlan.of(portfolio, 2270);
        assertEquals(1.1088783572627783, plan.marginal(), 1e-6);
        assertEquals(2270, plan.committed() + plan.spent() + plan.unspent(), 1e-9);
    }

    @Test
    void byServiceNoLossIsClaimed() {
        Portfolio portfolio = Portfolio.of(List.of(
                Economics.item("a").cost(10).demand(1200, 100, 30).proposed(40).done(),
                Economics.item("b").cost(50).demand(600, 50, 15).proposed(20).done()));
        assertEquals(Basis.SERVICE, portfolio.basis());
        BudgetPlan plan = BudgetPlan.of(portfolio, 1000);
        assertTrue(plan.plan().loss().isEmpty());
        double served = plan.plan().service().orElseThrow();
        assertTrue(served > plan.none().service().orElseThrow() && served < 1);
        // E.4: 1 - sum c (D / Q) s (G(k) - G(k + Q / s)) / sum c D, by hand for no stock
        double none = 10 * 12 * 30 * (UnitLoss.of(0) - UnitLoss.of(100 / 30.0))
                + 50 * 12 * 15 * (UnitLoss.of(0) - UnitLoss.of(50 / 15.0));
        assertEquals(none, plan.none().valueShort(), 1e-6);
    }

    @Test
    void byServiceNoSharingThatBruteForceFindsDeliversMore() {
        Random random = new Random(11);
        for (int trial = 0; trial < 100; trial++) {
            double[][] terms = new double[3][];
            List<ItemEconomics> items = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                // lots from far below to far above the deviation
                double sigma = 1 + 4 * random.nextDouble();
                terms[i] = new double[] {
                    5 + random.nextInt(20),
                    100 + random.nextInt(900),
                    sigma * Math.pow(10, 2 * random.nextDouble() - 1),
                    sigma
                };
                items.add(Economics.item("item" + i)
                        .cost(terms[i][0])
                        .demand(terms[i][1], terms[i][2], terms[i][3])
                        .done());
            }
            double budget = 50 + random.nextInt(250);
            BudgetPlan plan = BudgetPlan.of(Portfolio.of(items), budget);
            if (plan.state() == BudgetPlan.State.BEYOND_NEED) {
                continue; // brute force would spend what is not needed as well
            }
            double best = Double.POSITIVE_INFINITY;
            for (int a = 0; a * terms[0][0] <= budget; a++) {
                for (int b = 0; a * terms[0][0] + b * terms[1][0] <= budget; b++) {
                    int c = (int) ((budget - a * terms[0][0] - b * terms[1][0]) / terms[2][0]);
                    best = Math.min(best, notServed(terms[0], a) + notServed(terms[1], b) + notServed(terms[2], c));
                }
            }
            int seen = trial;
            double found = best;
            assertTrue(plan.bound() <= best + 1e-6, () -> "trial " + seen + ": " + plan.bound() + " " + found);
            assertTrue(plan.open() >= best - 1e-6, () -> "trial " + seen);
            assertTrue(
                    plan.open() - best <= plan.marginal() * 25 + 1e-6,
                    () -> "trial " + seen + ": " + plan.open() + " " + found);
        }
    }

    private static double notServed(double[] t, double pieces) {
        double k = pieces / t[3];
        return t[0] * t[1] / t[2] * t[3] * (UnitLoss.of(k) - UnitLoss.of(k + t[2] / t[3]));
    }

    @Test
    void aPlanAddsUpItemByItem() {
        BudgetPlan plan = BudgetPlan.of(Portfolio.of(reference()), 1234.56);
        double capital =
                plan.lines().stream().mapToDouble(BudgetPlan.Line::capital).sum();
        assertEquals(plan.spent(), capital, 1e-9);
        double avoided =
                plan.lines().stream().mapToDouble(BudgetPlan.Line::avoided).sum();
        assertEquals(plan.none().loss().orElseThrow() - plan.plan().loss().orElseThrow(), avoided, 1e-6);
    }

    @Test
    void moneyThatIsNoMoneyIsRefused() {
        Portfolio portfolio = Portfolio.of(reference());
        assertThrows(IllegalArgumentException.class, () -> BudgetPlan.of(portfolio, -1));
        assertThrows(IllegalArgumentException.class, () -> BudgetPlan.of(portfolio, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> BudgetPlan.of(portfolio, Double.POSITIVE_INFINITY));
    }

    @Test
    void nothingToShareIsAStateOfItsOwn() {
        assertEquals(
                BudgetPlan.State.NOTHING_TO_SHARE,
                BudgetPlan.of(Portfolio.of(List.of()), 100).state());
        assertEquals(
                BudgetPlan.State.NOTHING_TO_SHARE,
                BudgetPlan.of(
                                Portfolio.of(List.of(Economics.item("still")
                                        .cost(3)
                                        .demand(0, 1, 0)
                                        .done())),
                                100)
                        .state());
    }

    @Test
    void theCurveFallsAndEndsWhereNoMoneyAndAllMoneyIs() {
        Portfolio portfolio = Portfolio.of(reference());
        ExchangeCurve curve = ExchangeCurve.of(portfolio);
        ExchangeCurve.Point first = curve.points().get(0);
        assertEquals(0, first.effect().capital(), 1e-6);
        assertEquals(17872.614161984184, first.effect().loss().orElseThrow(), 1e-6);
        for (int i = 1; i < curve.points().size(); i++) {
            Portfolio.Effect before = curve.points().get(i - 1).effect();
            Portfolio.Effect here = curve.points().get(i).effect();
            assertTrue(here.capital() >= before.capital());
            assertTrue(here.open() <= before.open() + 1e-9);
        }
    }

    @Test
    void theMostThatPaysAvoidsWhatItCostsToCarry() {
        Portfolio portfolio = Portfolio.of(reference());
        ExchangeCurve.Place economic = ExchangeCurve.of(portfolio).places().stream()
                .filter(place -> place.mark() == ExchangeCurve.Mark.ECONOMIC)
                .findFirst()
                .orElseThrow();
        double capital = economic.effect().get(0).capital();
        assertEquals(0.25, BudgetPlan.of(portfolio, capital).marginal(), 1e-4);
    }

    @Test
    void twinsAreServedByTheirKeys() {
        List<ItemEconomics> twins = List.of(
                Economics.item("x").cost(10).shortage(20).demand(1200, 100, 30).done(),
                Economics.item("y").cost(10).shortage(20).demand(1200, 100, 30).done());
        BudgetPlan plan = BudgetPlan.of(Portfolio.of(twins), 10);
        assertEquals(ItemId.of("x"), plan.lines().get(0).item());
        assertEquals(1, plan.lines().get(0).safetyStock());
        assertEquals(0, plan.lines().get(1).safetyStock());
    }
}
