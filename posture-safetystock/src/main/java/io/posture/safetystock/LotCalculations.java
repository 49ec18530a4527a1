package io.posture.safetystock;

import io.posture.spi.Contributions;

/** Publishes the calculations of lots, purchases and intermittent forecasts. */
final class LotCalculations {

    private LotCalculations() {}

    static void offer(Contributions to) {
        to.calculation("eoq.backorders", BackorderLot.FORMULA, BackorderLot.Inputs.class, BackorderLot::calculate);
        to.calculation("eoq.production", ProductionLot.FORMULA, ProductionLot.Inputs.class, ProductionLot::calculate);
        to.calculation("eoq.allUnits", PriceDiscount.ALL_UNITS, PriceDiscount.Inputs.class, PriceDiscount::allUnits);
        to.calculation(
                "eoq.incremental", PriceDiscount.INCREMENTAL, PriceDiscount.Inputs.class, PriceDiscount::incremental);
        to.calculation("eoq.disruptions", DisruptedLot.FORMULA, DisruptedLot.Inputs.class, DisruptedLot::calculate);
        to.calculation("buf.newsvendorNormal", Newsvendor.FORMULA, Newsvendor.Inputs.class, Newsvendor::calculate);
        to.calculation("buf.kanban", Kanban.FORMULA, Kanban.Inputs.class, Kanban::calculate);
        to.calculation("fwd.days", ForwardBuying.FORMULA, ForwardBuying.Inputs.class, ForwardBuying::calculate);
        to.calculation("fwd.lastOrder", LastOrder.FORMULA, LastOrder.Inputs.class, LastOrder::calculate);
        to.calculation("fc.croston", Croston.FORMULA, Croston.Inputs.class, Croston::calculate);
        to.calculation("fc.tsb", Tsb.FORMULA, Tsb.Inputs.class, Tsb::calculate);
    }
}
