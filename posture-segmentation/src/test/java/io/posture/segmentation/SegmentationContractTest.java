package io.posture.segmentation;

import io.posture.spi.PosturePlugin;
import io.posture.testkit.PosturePluginContract;

class SegmentationContractTest extends PosturePluginContract {

    @Override
    protected PosturePlugin plugin() {
        return new SegmentationPlugin();
    }
}
