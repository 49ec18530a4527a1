package io.posture.review;

import io.posture.spi.PosturePlugin;
import io.posture.testkit.PosturePluginContract;

class ReviewContractTest extends PosturePluginContract {

    @Override
    protected PosturePlugin plugin() {
        return new ReviewPlugin();
    }
}
