package com.acme;

import io.posture.spi.PosturePlugin;
import io.posture.testkit.PosturePluginContract;

class LeadTimeRiskPluginTest extends PosturePluginContract {
    @Override
    protected PosturePlugin plugin() {
        return new LeadTimeRiskPlugin();
    }
}
