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

        SupplyCalculations.offer(to);
    }
}
