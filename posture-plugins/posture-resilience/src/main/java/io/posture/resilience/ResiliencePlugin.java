package io.posture.resilience;

import io.posture.resilience.sizing.OptimalCoverFormula;
import io.posture.spi.Contributions;
import io.posture.spi.PluginInfo;
import io.posture.spi.PosturePlugin;

/** Offers the stockpile {@code optimal-cover} and publishes the calculations of stockpiles, supply networks and the economics of disruption. */
public final class ResiliencePlugin implements PosturePlugin {

    /** For the service loader. */
    public ResiliencePlugin() {}

    @Override
    public PluginInfo info() {
        return new PluginInfo(
                "posture-resilience", "0.1.0", PluginInfo.API_VERSION, "Stockpiles, networks and their economics");
    }

    @Override
    public void contribute(Contributions to) {
        StockpileCalculations.offer(to);
        NetworkCalculations.offer(to);
        EconomicsCalculations.offer(to);
        OptimalCoverFormula.offer(to);
    }
}
