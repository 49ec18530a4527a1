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
        to.calculation("demand.bucket", Bucketing.FORMULA, Bucketing.Inputs.class, Bucketing::of);
        to.calculation("demand.stats", DemandStatistics.FORMULA, DemandStatistics.Inputs.class, DemandStatistics::of);
        to.calculation("demand.sbc", DemandPattern.FORMULA, DemandPattern.Inputs.class, DemandPattern::of);
        to.calculation(
                "demand.scale", DemandStatistics.SCALE, DemandStatistics.BucketMoments.class, DemandStatistics::perDay);
        to.calculation("demand.seasonalTest", SeasonTest.FORMULA, SeasonTest.Inputs.class, SeasonTest::of);

        SupplyCalculations.offer(to);
    }
}
