package io.posture.core.plugin;

import io.posture.spi.PluginInfo;
import java.util.List;

/**
 * Something a plugin offers to a pipeline.
 *
 * @param id key by which a step names it
 * @param kind what it does
 * @param plugin who offers it
 * @param settings its settings with their defaults
 */
public record Contribution(String id, Kind kind, PluginInfo plugin, List<Setting> settings) {

    /** Copies. */
    public Contribution {
        settings = List.copyOf(settings);
    }
}
