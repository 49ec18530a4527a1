package io.posture.core.plugin;

/**
 * A setting of a contribution.
 *
 * @param name component of the configuration record
 * @param type its Java type for readers
 * @param defaultValue the default as JSON
 * @param doc one line from the plugin
 */
public record Setting(String name, String type, String defaultValue, String doc) {}
