package io.posture.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.core.Step;
import io.posture.spi.PosturePlugin;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin in a jar of its own, compiled by the test, loaded by a class loader of its own. */
class IsolatedPluginTest {

    private static final String SOURCE = """
            package com.acme;
            import io.posture.api.Segment;
            import io.posture.explain.Finding;
            import io.posture.explain.Origin;
            import io.posture.spi.*;
            public final class SlowPlugin implements PosturePlugin {
                public record Config(@Doc("days") double slowDays) implements java.io.Serializable {
                    public Config { if (!(slowDays > 0)) throw new IllegalArgumentException("slowDays must be positive, was " + slowDays); }
                }
                public PluginInfo info() { return new PluginInfo("acme-slow", "1.0.0", 1, "slow"); }
                public void contribute(Contributions to) {
                    to.segmentation("acme.slow", new Config(30), config -> SegmentationScheme.perItem(item ->
                        Segment.of("SLOW", Finding.of("slow", "SLOW", new Origin.Parameter("acme.slow", "slowDays")))));
                }
            }
            """;

    @Test
    void hostBindsAConfigurationThatLivesInTheIsolatedLoader(@TempDir Path plugins) throws IOException {
        jar(plugins, "acme", SOURCE);
        try (PluginCatalog catalog = PluginCatalog.withDirectory(getClass().getClassLoader(), plugins)) {
            Step step = Step.of("acme.slow").with(Map.of("slowDays", 60));
            assertEquals(
                    "{\"slowDays\":60.0}",
                    catalog.settings(Kind.SEGMENTATION, step).toString());
            assertTrue(catalog.plugins().get(0).location().endsWith("acme.jar"));
            assertEquals(
                    "SegmentationScheme", catalog.contributions().get(0).kind().contract());
            assertEquals(64, catalog.plugins().get(0).sha256().length());
        }
    }

    @Test
    void pluginDoesNotSeeTheHostsOtherClasses(@TempDir Path plugins) throws IOException {
        jar(
                plugins,
                "acme",
                SOURCE.replace("return new PluginInfo(", "io.posture.core.Step.of(\"x\"); return new PluginInfo("));
        try (PluginCatalog catalog =
                PluginCatalog.inspect(getClass().getClassLoader(), java.util.Optional.of(plugins))) {
            assertEquals(List.of(), catalog.plugins());
            assertTrue(catalog.problems().get(0).contains("io/posture/core/Step"), catalog.problems()::toString);
        }
    }

    @Test
    void folderWithoutServicesFileIsReported(@TempDir Path plugins) throws IOException {
        Path folder = Files.createDirectories(plugins.resolve("empty"));
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(folder.resolve("empty.jar")))) {
            jar.putNextEntry(new JarEntry("readme.txt"));
        }
        try (PluginCatalog catalog =
                PluginCatalog.inspect(getClass().getClassLoader(), java.util.Optional.of(plugins))) {
            assertTrue(catalog.problems().get(0).contains("offers no plugin"));
        }
    }

    private static void jar(Path plugins, String folder, String source) throws IOException {
        Path classes = Files.createTempDirectory(plugins, "classes");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///com/acme/SlowPlugin.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        StringWriter messages = new StringWriter();
        boolean compiled = compiler.getTask(
                        messages,
                        null,
                        null,
                        List.of("-d", classes.toString(), "-proc:none", "-cp", System.getProperty("java.class.path")),
                        null,
                        List.of(file))
                .call();
        assertTrue(compiled, messages.toString());
        Path target = Files.createDirectories(plugins.resolve(folder));
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(target.resolve("acme.jar")));
                Stream<Path> files = Files.walk(classes)) {
            files.filter(Files::isRegularFile).forEach(path -> entry(jar, classes.relativize(path), path));
            jar.putNextEntry(new JarEntry("META-INF/services/" + PosturePlugin.class.getName()));
            jar.write("com.acme.SlowPlugin".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        try (Stream<Path> files = Files.walk(classes)) {
            files.sorted(java.util.Comparator.reverseOrder()).forEach(IsolatedPluginTest::delete);
        }
    }

    private static void entry(JarOutputStream jar, Path name, Path file) {
        try {
            jar.putNextEntry(new JarEntry(name.toString().replace('\\', '/')));
            Files.copy(file, jar);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
