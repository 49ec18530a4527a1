package io.posture.stress;

import io.posture.spi.Contributions;
import io.posture.spi.PluginInfo;
import io.posture.spi.PosturePlugin;

/** Offers the calculations of stress tests. */
public final class StressPlugin implements PosturePlugin {

    /** For the service loader. */
    public StressPlugin() {}

    @Override
    public PluginInfo info() {
        return new PluginInfo("posture-stress", "0.1.0", PluginInfo.API_VERSION, "Stress tests");
    }

    @Override
    public void contribute(Contributions to) {
        to.calculation(
                "stress.receipts", SteadyReceipts.FORMULA, SteadyReceipts.Inputs.class, SteadyReceipts::calculate);
        to.calculation("stress.depletion", Depletion.FORMULA, Depletion.Inputs.class, Depletion::calculate);
        to.calculation("stress.closedForm", ClosedForm.FORMULA, ClosedForm.Inputs.class, ClosedForm::calculate);
        to.calculation(
                "stress.tierPropagation",
                TierPropagation.FORMULA,
                TierPropagation.Inputs.class,
                TierPropagation::calculate);
        to.calculation("stress.allocate", Allocation.FORMULA, Allocation.Inputs.class, Allocation::calculate);
        to.calculation("stress.bullwhip", Bullwhip.FORMULA, Bullwhip.Inputs.class, Bullwhip::calculate);
        to.calculation(
                "stress.bullwhipBound", BullwhipBound.FORMULA, BullwhipBound.Inputs.class, BullwhipBound::calculate);
    }
}
