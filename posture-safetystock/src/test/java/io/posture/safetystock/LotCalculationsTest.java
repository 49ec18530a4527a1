package io.posture.safetystock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * Published values are those of Snyder & Shen 2019 as printed in the documentation of stockpyl; the values of DisruptedLot
 * beside them are roots of the derivative found with mpmath 1.3.0 at 30 digits.
 */
class LotCalculationsTest {

    private static final List<Double> STEPS = List.of(0.0, 200.0, 500.0);
    private static final List<Double> PRICES = List.of(500.0, 475.0, 450.0);

    @Test
    void plannedBackordersOfThePublishedExample() {
        BackorderLot.Result result = BackorderLot.calculate(new BackorderLot.Inputs(8, 1300, 0.225, 5));
        assertEquals(310.81255515896464, result.quantity(), 1e-9);
        assertEquals(0.0430622009569378, result.backorderShare(), 1e-15);
        assertEquals(66.92136355097325, result.cost(), 1e-9);
    }

    @Test
    void aVeryHighPriceOfWaitingGivesThePlainLot() {
        assertEquals(
                304.0467800264368,
                BackorderLot.calculate(new BackorderLot.Inputs(8, 1300, 0.225, 1e300))
                        .quantity(),
                1e-9);
    }

    @Test
    void productionLotOfThePublishedExample() {
        ProductionLot.Result result = ProductionLot.calculate(new ProductionLot.Inputs(8, 1300, 0.225, 1700));
        assertEquals(626.8084945889684, result.quantity(), 1e-9);
        assertEquals(33.183979125298336, result.cost(), 1e-9);
    }

    @Test
    void allUnitsDiscountOfThePublishedExample() {
        PriceDiscount.Result result = PriceDiscount.allUnits(new PriceDiscount.Inputs(200, 1000, 0.2, STEPS, PRICES));
        assertEquals(500, result.quantity(), 1e-9);
        assertEquals(2, result.region());
        assertEquals(472900, result.cost(), 1e-6);
    }

    @Test
    void incrementalDiscountOfThePublishedExample() {
        PriceDiscount.Result result = PriceDiscount.incremental(
                new PriceDiscount.Inputs(150, 2400, 0.25, List.of(0.0, 300.0, 600.0), List.of(100.0, 90.0, 80.0)));
        assertEquals(1481.8906842274164, result.quantity(), 1e-8);
        assertEquals(2, result.region());
        assertEquals(222762.8136845483, result.cost(), 1e-6);
    }

    @Test
    void discountsThatAreNotWorthTheHoldingAreLeft() {
        List<Double> steps = List.of(0.0, 1000.0, 5000.0);
        List<Double> prices = List.of(5.0, 4.8, 4.75);
        PriceDiscount.Result all = PriceDiscount.allUnits(new PriceDiscount.Inputs(40, 6000, 0.25, steps, prices));
        assertEquals(1000, all.quantity());
        assertEquals(29640, all.cost(), 1e-9);
        PriceDiscount.Result incremental =
                PriceDiscount.incremental(new PriceDiscount.Inputs(40, 6000, 0.25, steps, prices));
        assertEquals(1549.1933384829674, incremental.quantity(), 1e-9);
        assertEquals(1, incremental.region());
        assertEquals(30684.03200617956, incremental.cost(), 1e-8);
    }

    @Test
    void withoutDemandThereIsNoLotAndNoCost() {
        assertEquals(
                new PriceDiscount.Result(0, 0, 0),
                PriceDiscount.allUnits(new PriceDiscount.Inputs(200, 0, 0.2, STEPS, PRICES)));
        assertEquals(
                new PriceDiscount.Result(0, 0, 0),
                PriceDiscount.incremental(new PriceDiscount.Inputs(200, 0, 0.2, STEPS, PRICES)));
        assertEquals(
                new DisruptedLot.Result(0, 0, 0, 0),
                DisruptedLot.calculate(new DisruptedLot.Inputs(8, 0, 0.225, 5, 1.5, 14)));
    }

    @Test
    void noLotOnAGridIsCheaperUnderPriceBreaks() {
        Random random = new Random(20260101);
        for (int trial = 0; trial < 200; trial++) {
            double k = 1 + 500 * random.nextDouble();
            double d = 10 + 10000 * random.nextDouble();
            double i = 0.05 + 0.5 * random.nextDouble();
            List<Double> steps = List.of(0.0, 50 + 500 * random.nextDouble(), 600 + 3000 * random.nextDouble());
            double first = 1 + 100 * random.nextDouble();
            double second = first * (0.7 + 0.3 * random.nextDouble());
            List<Double> prices = List.of(first, second, second * (0.7 + 0.3 * random.nextDouble()));
            double all = PriceDiscount.allUnits(new PriceDiscount.Inputs(k, d, i, steps, prices))
                    .cost();
            double incremental = PriceDiscount.incremental(new PriceDiscount.Inputs(k, d, i, steps, prices))
                    .cost();
            double leastAll = Double.POSITIVE_INFINITY;
            double leastIncremental = Double.POSITIVE_INFINITY;
            for (double q = 0.5; q < 20000; q *= 1.0005) {
                leastAll = Math.min(leastAll, yearly(k, d, i, q, q * prices.get(region(steps, q))));
                leastIncremental = Math.min(leastIncremental, yearly(k, d, i, q, paid(steps, prices, q)));
            }
            assertTrue(all <= leastAll * (1 + 1e-12), "all units, trial " + trial);
            assertTrue(incremental <= leastIncremental * (1 + 1e-12), "incremental, trial " + trial);
            assertEquals(leastIncremental, incremental, 1e-5 * incremental, "incremental, trial " + trial);
            assertEquals(leastAll, all, 1e-3 * all, "all units, trial " + trial);
        }
    }

    @Test
    void noMultipleIsCheaperUnderPriceBreaks() {
        Random random = new Random(7);
        for (int trial = 0; trial < 200; trial++) {
            double k = 1 + 300 * random.nextDouble();
            double d = 10 + 5000 * random.nextDouble();
            double i = 0.05 + 0.5 * random.nextDouble();
            double multiple = 1 + random.nextInt(60);
            double smallest = multiple * (1 + random.nextInt(4));
            double largest = smallest + multiple * random.nextInt(60);
            List<Double> steps = List.of(0.0, 100.0 + random.nextInt(200), 500.0 + random.nextInt(900));
            List<Double> prices = List.of(10.0, 9.7, 9.2);
            PriceSchedule.Terms terms = new PriceSchedule.Terms(k, d, i);
            PriceSchedule.Lot all =
                    PriceSchedule.allUnits(terms, steps, prices).cheapestMultiple(multiple, smallest, largest);
            PriceSchedule.Lot incremental =
                    PriceSchedule.incremental(terms, steps, prices).cheapestMultiple(multiple, smallest, largest);
            double leastAll = Double.POSITIVE_INFINITY;
            double leastIncremental = Double.POSITIVE_INFINITY;
            for (double q = smallest; q <= largest; q += multiple) {
                leastAll = Math.min(leastAll, yearly(k, d, i, q, q * prices.get(region(steps, q))));
                leastIncremental = Math.min(leastIncremental, yearly(k, d, i, q, paid(steps, prices, q)));
            }
            assertEquals(leastAll, all.cost(), 1e-9 * leastAll, "all units, trial " + trial);
            assertEquals(leastIncremental, incremental.cost(), 1e-9 * leastIncremental, "incremental, trial " + trial);
            assertEquals(0, all.quantity() % multiple);
        }
    }

    @Test
    void disruptedLotOfThePublishedExample() {
        DisruptedLot.Result result = DisruptedLot.calculate(new DisruptedLot.Inputs(8, 1300, 0.225, 5, 1.5, 14));
        assertEquals(772.8110739983106, result.quantity(), 1e-6 * 772.8);
        assertEquals(173.95000257319708, result.cost(), 1e-6 * 173.95);
        assertEquals(773.1432417118889, result.approxQuantity(), 1e-6 * 773.1);
        assertEquals(173.957229385175, result.approxCost(), 1e-6 * 173.95);
    }

    @Test
    void disruptedLotIsTheRootOfTheDerivative() {
        disrupted(772.8110682567058, 173.9500025731971, 8, 1300, 0.225, 5, 1.5, 14);
        disrupted(1599.102200357148, 3663.343664366296, 100, 10000, 2, 20, 0.2, 12);
        disrupted(1059.612092117919, 13211.8314620806, 80, 7300, 10, 100, 0.27, 365.0 / 30);
        disrupted(101.0819094259046, 193.8240797470006, 35, 900, 4, 0.01, 5, 2);
        disrupted(2452755.729426, 735826.718846828, 0.5, 50000, 0.3, 2000, 0.05, 0.5);
    }

    @Test
    void withoutDisruptionsItIsThePlainLot() {
        disrupted(258.1988897471611, 774.5966692414834, 100, 1000, 3, 50, 0, 12);
        assertEquals(
                258.1988897471611,
                DisruptedLot.calculate(new DisruptedLot.Inputs(100, 1000, 3, 50, 0, 12))
                        .approxQuantity(),
                1e-9);
    }

    @Test
    void noLotOnAGridIsCheaperUnderDisruptions() {
        Random random = new Random(3);
        for (int trial = 0; trial < 300; trial++) {
            double k = trial % 20 == 0 ? 0 : Math.pow(10, 4 * random.nextDouble() - 1);
            double d = Math.pow(10, 1 + 4 * random.nextDouble());
            double h = Math.pow(10, 4 * random.nextDouble() - 2);
            double p = Math.pow(10, 4 * random.nextDouble() - 1);
            double down = Math.pow(10, 3 * random.nextDouble() - 2);
            double up = Math.pow(10, 3 * random.nextDouble() - 1);
            DisruptedLot.Result result = DisruptedLot.calculate(new DisruptedLot.Inputs(k, d, h, p, down, up));
            double around = Math.max(result.quantity(), result.approxQuantity());
            for (double q = around / 1e5; q < around * 1e3; q *= 1.01) {
                double cost = disruptedCost(k, d, h, p, down, up, q);
                assertTrue(result.cost() <= cost * (1 + 1e-9), "trial " + trial + " at " + q);
            }
        }
    }

    /** Cycle by cycle: demand runs at a constant rate, the supplier goes down and up at random, demand without stock is lost. */
    @Test
    void theCostUnderDisruptionsIsWhatASimulationPays() {
        double k = 8;
        double d = 1300;
        double h = 0.225;
        double p = 5;
        double down = 1.5;
        double up = 14;
        DisruptedLot.Result lot = DisruptedLot.calculate(new DisruptedLot.Inputs(k, d, h, p, down, up));
        Random random = new Random(11);
        double q = lot.quantity();
        double time = 0;
        double paid = 0;
        int cycles = 400_000;
        for (int cycle = 0; cycle < cycles; cycle++) {
            double left = q / d;
            boolean supplied = true;
            double change = exponential(random, down);
            while (change < left) {
                left -= change;
                supplied = !supplied;
                change = exponential(random, supplied ? down : up);
            }
            double wait = supplied ? 0 : exponential(random, up);
            time += q / d + wait;
            paid += k + h * q * q / (2 * d) + p * d * wait;
        }
        // a cycle costs about 100 with a deviation of about 150: standard error below 0.3 %
        assertEquals(lot.cost(), paid / time, 0.01 * lot.cost());
    }

    @Test
    void noRandomLotIsCheaperThanTheEconomicOne() {
        Random random = new Random(5);
        for (int trial = 0; trial < 1000; trial++) {
            double k = 1 + 500 * random.nextDouble();
            double d = 1 + 10000 * random.nextDouble();
            double h = 0.1 + 20 * random.nextDouble();
            double b = 0.1 + 100 * random.nextDouble();
            double r = d * (1.01 + 5 * random.nextDouble());
            double q = Math.exp(10 * random.nextDouble());
            double s = q * random.nextDouble();
            assertTrue(
                    BackorderLot.calculate(new BackorderLot.Inputs(k, d, h, b)).cost()
                            <= (k * d + h * (q - s) * (q - s) / 2 + b * s * s / 2) / q * (1 + 1e-12));
            assertTrue(ProductionLot.calculate(new ProductionLot.Inputs(k, d, h, r))
                            .cost()
                    <= (k * d / q + h * q * (1 - d / r) / 2) * (1 + 1e-12));
        }
    }

    @Test
    void newsvendorOfThePublishedExample() {
        Newsvendor.Result result = Newsvendor.calculate(new Newsvendor.Inputs(0.18, 0.7, 50, 8));
        assertEquals(56.60395592743389, result.quantity(), 1e-9);
        assertEquals(1.9976051931766445, result.cost(), 1e-9);
        Newsvendor.Result other = Newsvendor.calculate(new Newsvendor.Inputs(5, 45, 1000, 300));
        assertEquals(1384.4654696633802, other.quantity(), 1e-6);
        assertEquals(2632.4749789873026, other.cost(), 1e-6);
    }

    @Test
    void aCertainNeedIsBoughtAsItIs() {
        assertEquals(new Newsvendor.Result(70, 0), Newsvendor.calculate(new Newsvendor.Inputs(1, 9, 70, 0)));
    }

    @Test
    void forwardBuyingSavesUntilTheHoldingEatsTheRise() {
        ForwardBuying.Result result =
                ForwardBuying.calculate(new ForwardBuying.Inputs(100, 10, 0.5, 0.6, 0.25, 90, 10));
        assertEquals(2700, result.saving(), 1e-9);
        assertEquals(3390.4109589041095, result.carrying(), 1e-9);
        assertEquals(-690.4109589041093, result.net(), 1e-9);
        assertEquals(33.8, result.optimalDays(), 1e-12);
        assertEquals(67.6, result.breakEvenDays(), 1e-12);
        ForwardBuying.Result best =
                ForwardBuying.calculate(new ForwardBuying.Inputs(100, 10, 0.5, 0.6, 0.25, 33.8, 10));
        for (double days : new double[] {0, 10, 33, 34, 67.6, 200}) {
            assertTrue(ForwardBuying.calculate(new ForwardBuying.Inputs(100, 10, 0.5, 0.6, 0.25, days, 10))
                            .net()
                    <= best.net() + 1e-9);
        }
    }

    @Test
    void noRiseGivesNoReasonToBuyAhead() {
        assertEquals(
                0,
                ForwardBuying.calculate(new ForwardBuying.Inputs(100, 10, 0, 1, 0.25, 30, 0))
                        .optimalDays());
    }

    @Test
    void theLastOrderBeforeARise() {
        // reference/vectors.json, fwd.lastOrder: computed there
        LastOrder.Result result = LastOrder.calculate(new LastOrder.Inputs(8000, 10, 1, 0.3, 30, 346));
        assertEquals(381.38503569823695, result.newEoq(), 1e-9);
        assertEquals(2740.190205934727, result.quantity(), 1e-8);
        assertEquals(
                0,
                LastOrder.calculate(new LastOrder.Inputs(8000, 10, 1, 0.3, 30, 1e6))
                        .quantity());
    }

    @Test
    void kanbanCardsOfThePublishedExample() {
        // Chase & Jacobs: 8 an hour, 4 hours, 10 %, 10 in a container
        Kanban.Result result = Kanban.calculate(new Kanban.Inputs(8, 4, 0.1, 10));
        assertEquals(3.52, result.raw(), 1e-12);
        assertEquals(4, result.cards());
        assertEquals(4, Kanban.calculate(new Kanban.Inputs(240, 0.5, 0, 30)).cards());
    }

    @Test
    void wrongInputsAreNamedWithTheirRange() {
        refused("holdingCost must be finite and above 0", () -> new BackorderLot.Inputs(1, 1, 0, 1));
        refused("backorderCost must be finite and above 0", () -> new BackorderLot.Inputs(1, 1, 1, Double.NaN));
        refused("productionRate must be above annualDemand", () -> new ProductionLot.Inputs(1, 100, 1, 100));
        refused("orderCost must be finite and at least 0", () -> new DisruptedLot.Inputs(-1, 1, 1, 1, 1, 1));
        refused("recoveryRate must be finite and above 0", () -> new DisruptedLot.Inputs(1, 1, 1, 1, 1, 0));
        refused("underage must be finite and above 0", () -> new Newsvendor.Inputs(1, 0, 1, 1));
        refused("sd must be finite and at least 0", () -> new Newsvendor.Inputs(1, 1, 1, -1));
        refused("containerSize must be finite and above 0", () -> new Kanban.Inputs(1, 1, 0.1, 0));
        refused("increaseProbability must be in [0, 1]", () -> new ForwardBuying.Inputs(1, 1, 1, 1.1, 0.2, 1, 1));
        refused("carryRate must be finite and above 0", () -> new LastOrder.Inputs(1, 1, 1, 0, 1, 1));
    }

    @Test
    void wrongPriceBreaksAreNamed() {
        refused("breakpoints must be ascending", () -> discount(List.of(0.0, 500.0, 200.0), PRICES));
        refused("breakpoints must be ascending", () -> discount(List.of(0.0, 200.0, 200.0), PRICES));
        refused("breakpoints must begin with 0", () -> discount(List.of(1.0, 200.0, 500.0), PRICES));
        refused("unitCosts must not rise", () -> discount(STEPS, List.of(500.0, 510.0, 450.0)));
        refused("unitCosts[1] must be finite and above 0", () -> discount(STEPS, List.of(500.0, 0.0, 450.0)));
        refused("breakpoints and unitCosts must have the same length", () -> discount(STEPS, List.of(500.0)));
        refused("breakpoints must have at least one number", () -> discount(List.of(), List.of(1.0)));
        refused("breakpoints[1] must be finite and at least 0", () -> discount(List.of(0.0, Double.NaN), PRICES));
    }

    private static PriceDiscount.Result discount(List<Double> breakpoints, List<Double> unitCosts) {
        return PriceDiscount.allUnits(new PriceDiscount.Inputs(200, 1000, 0.2, breakpoints, unitCosts));
    }

    private static void refused(String message, Executable call) {
        String said = assertThrows(IllegalArgumentException.class, call).getMessage();
        assertTrue(said.startsWith(message), said);
    }

    private static void disrupted(
            double quantity, double cost, double k, double d, double h, double p, double down, double up) {
        DisruptedLot.Result result = DisruptedLot.calculate(new DisruptedLot.Inputs(k, d, h, p, down, up));
        assertEquals(quantity, result.quantity(), 1e-11 * quantity);
        assertEquals(cost, result.cost(), 1e-13 * cost);
    }

    private static double disruptedCost(double k, double d, double h, double p, double down, double up, double q) {
        double psi = down / (down + up) * -Math.expm1(-(down + up) * q / d);
        return (k + h * q * q / (2 * d) + p * d * psi / up) / (q / d + psi / up);
    }

    private static double exponential(Random random, double rate) {
        return -Math.log1p(-random.nextDouble()) / rate;
    }

    private static double yearly(double k, double d, double i, double q, double paidPerLot) {
        double average = paidPerLot / q;
        return average * d + k * d / q + i * average * q / 2;
    }

    private static int region(List<Double> steps, double q) {
        int region = 0;
        while (region + 1 < steps.size() && q >= steps.get(region + 1)) {
            region++;
        }
        return region;
    }

    private static double paid(List<Double> steps, List<Double> prices, double q) {
        double paid = 0;
        for (int j = 0; j < steps.size(); j++) {
            double to = j + 1 < steps.size() ? Math.min(q, steps.get(j + 1)) : q;
            paid += Math.max(0, to - steps.get(j)) * prices.get(j);
        }
        return paid;
    }
}
