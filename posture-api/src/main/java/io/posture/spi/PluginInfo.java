package io.posture.spi;

/**
 * Who a plugin is.
 *
 * @param id key, lower case letters, digits, dots and dashes
 * @param version its own version
 * @param apiVersion major version of posture-api it was built for: {@link #API_VERSION}
 * @param summary one line
 */
public record PluginInfo(String id, String version, int apiVersion, String summary) {

    /** Major version of this API. */
    public static final int API_VERSION = 1;
}
