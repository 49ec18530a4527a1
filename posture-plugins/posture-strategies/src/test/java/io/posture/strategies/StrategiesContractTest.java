package io.posture.strategies;

import io.posture.spi.PosturePlugin;
import io.posture.testkit.PosturePluginContract;
import java.util.List;
import java.util.ServiceLoader;

class StrategiesContractTest extends PosturePluginContract {

    @Override
    protected PosturePlugin plugin() {
        return new StrategiesPlugin();
    }

    @Override
    protected List<PosturePlugin> companions() {
        List<String> read = List.of("posture-segmentation", "posture-safetystock");
        return ServiceLoader.load(PosturePlugin.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(plugin -> read.contains(plugin.info().id()))
                .toList();
    }
}
