package io.posture.profile;

import io.posture.spi.Contributions;
import io.posture.spi.PluginInfo;
import io.posture.spi.PosturePlugin;

/** Publishes the calculations that the profiles are made with. */
public final class ProfilePlugin implements PosturePlugin {

    /** For the service loader. */
    public ProfilePlugin() {}

    @Override
    public PluginInfo info() {
        return new PluginInfo(
                "posture-profile", "0.1.0", PluginInfo.API_VERSION, "Calculations behind demand and supply profiles");
    }

    @Override
    public void contribute(Contributions to) {
        DemandCalculations.offer(to);

        to.calculation(
                "supply.lineCompletion", LineCompletion.FORMULA, LineCompletion.Inputs.class, LineCompletion::of);
        to.calculation(
                "supply.leadTimeStats",
                LeadTimeStatistics.FORMULA,
                LeadTimeStatistics.Inputs.class,
                LeadTimeStatistics::of);
        to.calculation("supply.otif", OnTimeInFull.FORMULA, OnTimeInFull.Inputs.class, OnTimeInFull::of);
        to.calculation(
                "supply.otifShrink", ServiceShrinkage.FORMULA, ServiceShrinkage.Inputs.class, ServiceShrinkage::of);
        to.calculation("supply.poolLeadTime", LeadTimePool.FORMULA, LeadTimePool.Inputs.class, LeadTimePool::of);
        to.calculation(
                "supply.leadTimeShrink",
                LeadTimeShrinkage.FORMULA,
                LeadTimeShrinkage.Inputs.class,
                LeadTimeShrinkage::of);
    }
}
