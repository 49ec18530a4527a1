package io.posture.resilience;

import io.posture.spi.PosturePlugin;
import io.posture.testkit.PosturePluginContract;

class ResilienceContractTest extends PosturePluginContract {

    @Override
    protected PosturePlugin plugin() {
        return new ResiliencePlugin();
    }
}
