package io.posture.core.plugin;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;

/**
 * Loads one plugin apart from the host and from other plugins: it sees the JDK, its own jars and the packages that host
 * and plugin must share, nothing else of the host's class path.
 */
final class PluginClassLoader extends URLClassLoader {

    private static final List<String> SHARED =
            List.of("io.posture.api.", "io.posture.explain.", "io.posture.spi.", "org.slf4j.");

    static {
        registerAsParallelCapable();
    }

    private final ClassLoader host;

    PluginClassLoader(String name, URL[] jars, ClassLoader host) {
        super(name, jars, ClassLoader.getPlatformClassLoader());
        this.host = host;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        for (String shared : SHARED) {
            if (name.startsWith(shared)) {
                return host.loadClass(name);
            }
        }
        return super.loadClass(name, resolve);
    }
}
