package io.posture.safetystock;

import io.posture.spi.Contributions;
import io.posture.spi.PluginInfo;
import io.posture.spi.PosturePlugin;

/** Offers the safety stock formulas {@code auto}, {@code king} and {@code max-average} and the order quantity {@code eoq}. */
public final class SafetyStockPlugin implements PosturePlugin {

    /** For the service loader. */
    public SafetyStockPlugin() {}

    @Override
    public PluginInfo info() {
        return new PluginInfo(
                "posture-safetystock", "0.1.0", PluginInfo.API_VERSION, "Safety stock and order quantities");
    }

    @Override
    public void contribute(Contributions to) {
        to.orderQuantity("eoq", EoqFormula.Config.DEFAULTS, EoqFormula::new);
        to.safetyStock(AutoFormula.STEP, AutoFormula.Config.DEFAULTS, AutoFormula::new);
        to.safetyStock("king", KingFormula.Config.DEFAULTS, KingFormula::new);
        to.safetyStock("max-average", new MaxAverageFormula.Config(), MaxAverageFormula::of);

        to.calculation("buf.zFormula", ZFormula.FORMULA, ZFormula.Inputs.class, ZFormula::calculate);
        to.calculation(
                "buf.maxAvg", MaxAverageFormula.FORMULA, MaxAverageFormula.Inputs.class, MaxAverageFormula::calculate);
        to.calculation("buf.targetCsl", ServiceTarget.FORMULA, ServiceTarget.Inputs.class, ServiceTarget::calculate);
        to.calculation("eoq.basic", EconomicLot.FORMULA, EconomicLot.Inputs.class, EconomicLot::calculate);
        to.calculation(
                "eoq.constrained", ConstrainedLot.FORMULA, ConstrainedLot.Inputs.class, ConstrainedLot::calculate);
        LeadTimeDemandCalculations.offer(to);
        LotCalculations.offer(to);
        LotFormulas.offer(to);
    }
}
