package io.posture.strategies;

import io.posture.spi.Contributions;
import io.posture.spi.PluginInfo;
import io.posture.spi.PosturePlugin;

/** Offers the strategies {@code matrix} and {@code economic}. */
public final class StrategiesPlugin implements PosturePlugin {

    /** For the service loader. */
    public StrategiesPlugin() {}

    @Override
    public PluginInfo info() {
        return new PluginInfo("posture-strategies", "0.1.0", PluginInfo.API_VERSION, "Posture strategies");
    }

    @Override
    public void contribute(Contributions to) {
        to.strategy("matrix", MatrixConfig.DEFAULTS, MatrixStrategy::byRisk);
        to.strategy("economic", MatrixConfig.DEFAULTS, MatrixStrategy::byCost);

        to.calculation("policy.matrix", PolicyMatrix.FORMULA, PolicyMatrix.Inputs.class, PolicyMatrix::calculate);
        to.calculation(
                "policy.jitEligible", JitEligibility.FORMULA, JitEligibility.Inputs.class, JitEligibility::calculate);
    }
}
