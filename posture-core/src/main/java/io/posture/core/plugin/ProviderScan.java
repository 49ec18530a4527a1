package io.posture.core.plugin;

import io.posture.spi.PosturePlugin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** Finds plugins with a class loader or in a folder; whatever is broken becomes a problem and hides nothing else. */
final class ProviderScan implements AutoCloseable {

    private static final int PROBLEM_LIMIT = 100;
    private static final String DRIVER = "META-INF/services/java.sql.Driver";

    private final List<PosturePlugin> found = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final List<PluginClassLoader> loaders = new ArrayList<>();

    ProviderScan() {}

    List<PosturePlugin> found() {
        return found;
    }

    List<String> problems() {
        return problems;
    }

    List<ClassLoader> loaders() {
        return List.copyOf(loaders);
    }

    void path(ClassLoader loader) {
        Iterator<PosturePlugin> providers =
                ServiceLoader.load(PosturePlugin.class, loader).iterator();
        while (problems.size() < PROBLEM_LIMIT) {
            try {
                if (!providers.hasNext()) {
                    return;
                }
                found.add(providers.next());
            } catch (ServiceConfigurationError | LinkageError broken) {
                problems.add(describe(loader, broken));
            }
        }
    }

    /**
     * Every sub-folder of jars, and every jar that lies in the folder itself, is one plugin with a loader of its own; or else a
     * driver of a database, which a source of tables looks for.
     */
    void directory(Path plugins, ClassLoader host) {
        if (!Files.isDirectory(plugins)) {
            throw new PluginException(
                    "plugins directory " + plugins
                            + " is not a directory. Maybe it is misspelt, or has to be created with one sub-folder for each plugin.");
        }
        for (Path entry : entries(plugins)) {
            List<Path> jars = Files.isDirectory(entry) ? entries(entry) : List.of(entry);
            URL[] urls = jars.stream()
                    .filter(jar -> jar.toString().endsWith(".jar"))
                    .map(ProviderScan::url)
                    .toArray(URL[]::new);
            if (urls.length > 0) {
                PluginClassLoader loader = new PluginClassLoader(String.valueOf(entry.getFileName()), urls, host);
                loaders.add(loader);
                int before = found.size() + problems.size();
                path(loader);
                if (found.size() + problems.size() == before && loader.findResource(DRIVER) == null) {
                    problems.add("plugin folder " + entry + " offers no plugin. Maybe its jar lacks META-INF/services/"
                            + PosturePlugin.class.getName());
                }
            }
        }
    }

    /** File or folder a plugin's class came from; empty if the JVM does not say. */
    static String locationOf(PosturePlugin plugin) {
        CodeSource source = plugin.getClass().getProtectionDomain().getCodeSource();
        URL location = source == null ? null : source.getLocation();
        try {
            return location == null ? "" : Path.of(location.toURI()).toString();
        } catch (URISyntaxException | IllegalArgumentException notAFile) {
            return location.toString();
        }
    }

    /** Hash of a plugin's file; empty for a folder. */
    static String sha256(String location) {
        Path file = Path.of(location);
        if (location.isEmpty() || !Files.isRegularFile(file)) {
            return "";
        }
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private static String describe(ClassLoader loader, Error broken) {
        Throwable cause = broken.getCause();
        String name = loader.getName() == null ? "class path" : loader.getName();
        return "plugin in " + name + " cannot be loaded: " + broken.getMessage()
                + (cause == null ? "" : " (" + cause + ")")
                + ". Maybe its services file names a class that its jar lacks, or it was built for another posture-api.";
    }

    private static List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException("a path is always a URL: " + jar, impossible);
        }
    }

    @Override
    public void close() {
        for (PluginClassLoader loader : loaders) {
            try {
                loader.close();
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        }
    }
}
