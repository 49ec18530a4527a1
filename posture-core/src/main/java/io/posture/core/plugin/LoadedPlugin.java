package io.posture.core.plugin;

import io.posture.spi.PluginInfo;

/**
 * An installed plugin.
 *
 * @param info who it is
 * @param location file or folder it was loaded from; empty if the JVM does not say
 * @param sha256 hash of that file, lower case hex; empty for a folder
 */
public record LoadedPlugin(PluginInfo info, String location, String sha256) {}
