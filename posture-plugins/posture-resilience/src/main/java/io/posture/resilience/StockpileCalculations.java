package io.posture.resilience;

import io.posture.resilience.stockpile.BaseStockWithDisruptions;
import io.posture.resilience.stockpile.EventRate;
import io.posture.resilience.stockpile.OptimalCover;
import io.posture.resilience.stockpile.Rotation;
import io.posture.resilience.stockpile.SpareStock;
import io.posture.resilience.stockpile.SupplyStrategy;
import io.posture.resilience.stockpile.TimeToSurvive;
import io.posture.spi.Contributions;

/** Publishes the calculations of the strategic stockpile. */
final class StockpileCalculations {

    private StockpileCalculations() {}

    static void offer(Contributions to) {
        to.calculation("pile.eventRate", EventRate.FORMULA, EventRate.Inputs.class, EventRate::calculate);
        to.calculation(
                "pile.baseStockDisruptions",
                BaseStockWithDisruptions.FORMULA,
                BaseStockWithDisruptions.Inputs.class,
                BaseStockWithDisruptions::calculate);
        to.calculation("pile.optimalCover", OptimalCover.FORMULA, OptimalCover.Inputs.class, OptimalCover::calculate);
        to.calculation(
                "pile.strategies", SupplyStrategy.FORMULA, SupplyStrategy.Inputs.class, SupplyStrategy::calculate);
        to.calculation("pile.tts", TimeToSurvive.FORMULA, TimeToSurvive.Inputs.class, TimeToSurvive::calculate);
        to.calculation("pile.rotation", Rotation.FORMULA, Rotation.Inputs.class, Rotation::calculate);
        to.calculation("mro.spareStock", SpareStock.FORMULA, SpareStock.Inputs.class, SpareStock::calculate);
    }
}
