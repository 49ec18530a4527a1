package io.posture.spi;

/**
 * Entry point of a plugin: one class with a public constructor without arguments, named in
 * {@code META-INF/services/io.posture.spi.PosturePlugin}.
 */
public interface PosturePlugin {

    /** Who the plugin is. */
    PluginInfo info();

    /** Offers schemes, formulas, strategies and calculations to the host. Called once. */
    void contribute(Contributions to);
}
