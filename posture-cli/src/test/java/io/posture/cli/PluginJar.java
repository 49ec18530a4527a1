package io.posture.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A plugin as its author ships it: compiled by the test, in a jar with a services file. */
final class PluginJar {

    /** A strategy that fails on bolts and is content with everything else. */
    static final String FAILS_ON_BOLTS = """
            package com.acme;
            import io.posture.api.*;
            import io.posture.explain.*;
            import io.posture.spi.*;
            import java.util.List;
            public final class AcmePlugin implements PosturePlugin {
                public record Config(@Doc("nothing") double unused) implements java.io.Serializable {
                    public Config { if (unused < 0) throw new IllegalArgumentException("unused must be at least 0, was " + unused); }
                }
                public PluginInfo info() { return new PluginInfo("acme", "1.0.0", 1, "Fails on bolts"); }
                public void contribute(Contributions to) {
                    to.segmentation("acme.bolts", new Config(1), config -> SegmentationScheme.perItem(item -> {
                        if (item.id().sku().equals("bolt")) throw new IllegalStateException("no bolts please");
                        return Segment.of("FINE", Finding.of("bolts", "FINE", new Origin.Parameter("acme.bolts", "unused")));
                    }));
                }
            }
            """;

    private static final String PLUGIN = "io.posture.spi.PosturePlugin";

    private static final String DRIVER = """
            package com.acme;
            import java.sql.*;
            import java.util.Properties;
            public final class AcmeDriver implements Driver {
                public boolean acceptsURL(String url) { return url.startsWith("jdbc:acme:"); }
                public Connection connect(String url, Properties info) { return null; }
                public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) { return new DriverPropertyInfo[0]; }
                public int getMajorVersion() { return 1; }
                public int getMinorVersion() { return 0; }
                public boolean jdbcCompliant() { return false; }
                public java.util.logging.Logger getParentLogger() { return java.util.logging.Logger.getGlobal(); }
            }
            """;

    private PluginJar() {}

    /** A folder of plugins with one jar in a sub-folder. */
    static Path in(Path plugins, String source) {
        try {
            jar(plugins.resolve("acme"), compiled("AcmePlugin", source), PLUGIN, "com.acme.AcmePlugin");
            return plugins;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** A folder of plugins with the jar of a JDBC driver, which knows what begins with {@code jdbc:acme:} and no database. */
    static Path driver(Path plugins) {
        try {
            Path classes = compiled("AcmeDriver", DRIVER);
            jar(plugins.resolve("acme"), classes, "java.sql.Driver", "com.acme.AcmeDriver");
            return plugins;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static Path compiled(String name, String source) throws IOException {
        Path classes = Files.createTempDirectory("classes");
        StringWriter messages = new StringWriter();
        boolean compiled = ToolProvider.getSystemJavaCompiler()
                .getTask(
                        messages,
                        null,
                        null,
                        List.of("-d", classes.toString(), "-proc:none", "-cp", System.getProperty("java.class.path")),
                        null,
                        List.of(source(name, source)))
                .call();
        if (!compiled) {
            throw new IllegalArgumentException(messages.toString());
        }
        return classes;
    }

    /** A folder of plugins with a jar whose services file names a class that it lacks. */
    static Path broken(Path plugins) {
        try {
            jar(plugins.resolve("acme"), Files.createTempDirectory("classes"), PLUGIN, "com.acme.AcmePlugin");
            return plugins;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static void jar(Path folder, Path classes, String service, String provider) throws IOException {
        Files.createDirectories(folder);
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(folder.resolve("acme.jar")));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                jar.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                jar.write(Files.readAllBytes(file));
            }
            jar.putNextEntry(new JarEntry("META-INF/services/" + service));
            jar.write(provider.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static JavaFileObject source(String name, String text) {
        return new SimpleJavaFileObject(
                URI.create("string:///com/acme/" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }
}
