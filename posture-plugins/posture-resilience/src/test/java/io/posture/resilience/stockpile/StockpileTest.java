package io.posture.resilience.stockpile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.numerics.RandomStream;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class StockpileTest {

    @Test
    void baseStockCostsWhatASimulatedSupplierCosts() {
        for (double stock : new double[] {0, 7, 10, 45, 180}) {
            BaseStockWithDisruptions.Inputs in =
                    new BaseStockWithDisruptions.Inputs(1, 60, 10, 0.04, 0.25, OptionalDouble.of(stock));
            RandomStream random = RandomStream.of(3);
            int periods = 1_000_000;
            double down = 0;
            double cost = 0;
            for (int i = 0; i < periods; i++) {
                boolean fails = down == 0 ? random.uniform() < 0.04 : random.uniform() >= 0.25;
                down = fails ? down + 1 : 0;
                double left = stock - (down + 1) * 10;
                cost += left > 0 ? left : -60 * left;
            }
            double closed = BaseStockWithDisruptions.calculate(in).cost();
            assertEquals(closed, cost / periods, 0.02 * closed, "stock " + stock);
        }
    }

    @Test
    void noOtherBaseStockCostsLess() {
        for (double recovery : new double[] {0.02, 0.3, 1}) {
            double best = cost(recovery, OptionalDouble.empty());
            for (double stock = 0; stock < 3000; stock += 5) {
                assertTrue(best <= cost(recovery, OptionalDouble.of(stock)) + 1e-9, recovery + " " + stock);
            }
        }
    }

    private static double cost(double recovery, OptionalDouble stock) {
        return BaseStockWithDisruptions.calculate(new BaseStockWithDisruptions.Inputs(1, 60, 10, 0.05, recovery, stock))
                .cost();
    }

    @Test
    void lengthsThatAreAllOverAreRefusedInWords() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> DisruptionLength.lognormal(30, 1e200))
                .getMessage()
                .contains("cv must be at most"));
    }

    @Test
    void supplyThatNeverComesBackHasNoBaseStock() {
        BaseStockWithDisruptions.Inputs in =
                new BaseStockWithDisruptions.Inputs(1, 60, 10, 0.05, 1e-15, OptionalDouble.empty());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> BaseStockWithDisruptions.calculate(in))
                .getMessage()
                .contains("no base stock outlasts that"));
    }

    @Test
    void atEqualUptimeRareLongEventsFavourSourcingAndFrequentShortOnesStock() {
        SupplyStrategy.DualSource dual = new SupplyStrategy.DualSource(0.3, 0.8, 1.5, 1000);
        for (double down : new double[] {5, 15}) {
            double rareStock = bestStock(down, 300);
            double rareDual = SupplyStrategy.dualCost(events(down, 300), 100, 20, dual);
            assertTrue(rareDual < rareStock, "rare and long: " + rareDual + " " + rareStock);
            double shortStock = bestStock(down, 5);
            double shortDual = SupplyStrategy.dualCost(events(down, 5), 100, 20, dual);
            assertTrue(shortStock < shortDual, "frequent and short: " + shortStock + " " + shortDual);
        }
    }

    private static Disruptions events(double downDaysPerYear, double meanDays) {
        return new Disruptions(downDaysPerYear / meanDays, DisruptionLength.exponential(meanDays));
    }

    private static double bestStock(double downDaysPerYear, double meanDays) {
        Disruptions events = events(downDaysPerYear, meanDays);
        return SupplyStrategy.stockCost(events, 10, 100, 20, OptimalCover.coverDays(events, 10, 100, 0));
    }

    @Test
    void backupCostsWhatSimulatedEventsCost() {
        Disruptions events = new Disruptions(0.5, DisruptionLength.lognormal(30, 1));
        SupplyStrategy.BackupSource backup = new SupplyStrategy.BackupSource(14, 0.8, 15, 2000);
        RandomStream random = RandomStream.of(6);
        int draws = 400_000;
        double cost = 0;
        for (int i = 0; i < draws; i++) {
            double days = events.length().draw(random);
            double late = Math.max(0, days - 14);
            cost += 20 * (100 * (days - late) + late * (0.8 * 15 + 0.2 * 100));
        }
        double closed = SupplyStrategy.backupCost(events, 100, 20, backup);
        assertEquals(2000 + 0.5 * cost / draws, closed, 0.01 * closed);
    }

    @Test
    void atTheSameCostTheStrategyThatTiesLessCapitalIsTaken() {
        assertEquals(
                SupplyStrategy.ACCEPT,
                SupplyStrategy.cheapest(Map.of(
                        SupplyStrategy.STOCK, 10.0, SupplyStrategy.ACCEPT, 10.0000001, SupplyStrategy.DUAL, 11.0)));
        assertEquals(
                SupplyStrategy.BACKUP,
                SupplyStrategy.cheapest(Map.of(SupplyStrategy.DUAL, 5.0, SupplyStrategy.BACKUP, 5.0)));
    }

    @Test
    void priorComesFromTheFirmsOwnLogWhereThatIsLongEnough() {
        assertEquals(new RatePrior(1, 8), RatePrior.of(0, 5, 40));
        assertEquals(RatePrior.DEFAULT, RatePrior.of(1, 5, 40));
        assertEquals(RatePrior.DEFAULT, RatePrior.of(0, 4, 40));
        assertEquals(RatePrior.DEFAULT, RatePrior.of(0, 9, 19));
    }

    @Test
    void rateWithoutALogIsAssumed() {
        assertTrue(EventRate.of(0, 0, RatePrior.DEFAULT).assumed());
        assertFalse(EventRate.of(0, 5, RatePrior.DEFAULT).assumed());
    }

    @Test
    void recoveryThatIsNotKnownLeavesTheGapOpen() {
        TimeToSurvive.Result result =
                TimeToSurvive.calculate(new TimeToSurvive.Inputs(400, 100, 25, OptionalDouble.empty()));
        assertEquals(20, result.ttsDays().orElseThrow());
        assertTrue(result.gapDays().isEmpty());
        assertEquals(Optional.empty(), result.exposed());
    }

    @Test
    void sparesAreThoseOfASearchFromZero() {
        for (double failures : new double[] {0, 0.01, 0.4, 3, 25, 300}) {
            for (double missing : new double[] {0, 10, 5_000, 1e6, 1e12}) {
                SpareStock.Result best = SpareStock.calculate(new SpareStock.Inputs(failures, 90, 5000, 0.25, missing));
                double pipeline = failures * 90 / 365;
                int spares = 0;
                while (spareCost(pipeline, spares + 1, missing) < spareCost(pipeline, spares, missing) - 1e-9) {
                    spares++;
                }
                assertEquals(
                        spareCost(pipeline, spares, missing),
                        best.cost(),
                        1e-6 * best.cost(),
                        failures + " " + missing);
                assertTrue(Math.abs(best.spares() - spares) <= (missing >= 1e12 ? 2 : 0), failures + " " + missing);
            }
        }
    }

    private static double spareCost(double pipeline, int spares, double missing) {
        double mass = Math.exp(-pipeline);
        double open = pipeline - spares;
        for (int k = 0; k < spares; k++) {
            open += (spares - k) * mass;
            mass *= pipeline / (k + 1);
        }
        return 1250 * (spares - pipeline + open) + missing * Math.max(0, open);
    }
}
