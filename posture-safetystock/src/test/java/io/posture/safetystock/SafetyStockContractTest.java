package io.posture.safetystock;

import io.posture.spi.PosturePlugin;
import io.posture.testkit.PosturePluginContract;
import java.util.List;
import java.util.ServiceLoader;

class SafetyStockContractTest extends PosturePluginContract {

    @Override
    protected PosturePlugin plugin() {
        return new SafetyStockPlugin();
    }

    @Override
    protected List<PosturePlugin> companions() {
        List<String> read = List.of("posture-segmentation");
        return ServiceLoader.load(PosturePlugin.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(plugin -> read.contains(plugin.info().id()))
                .toList();
    }
}
