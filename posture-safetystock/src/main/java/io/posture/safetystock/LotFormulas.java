package io.posture.safetystock;

import io.posture.spi.Contributions;

/** Offers the order quantities beside the plain economic lot. */
final class LotFormulas {

    private LotFormulas() {}

    static void offer(Contributions to) {
        to.orderQuantity("eoq-backorders", BackorderFormula.Config.DEFAULTS, BackorderFormula::of);
        to.orderQuantity("eoq-production", ProductionFormula.Config.DEFAULTS, ProductionFormula::of);
        to.orderQuantity("eoq-disruptions", DisruptionFormula.Config.DEFAULTS, DisruptionFormula::of);
        to.orderQuantity("days-of-supply", DaysOfSupply.Config.DEFAULTS, DaysOfSupply::new);
        to.orderQuantity("kanban", KanbanFormula.Config.DEFAULTS, KanbanFormula::new);
    }
}
