package io.posture.stress;

import io.posture.spi.PosturePlugin;
import io.posture.testkit.PosturePluginContract;

class StressContractTest extends PosturePluginContract {

    @Override
    protected PosturePlugin plugin() {
        return new StressPlugin();
    }
}
