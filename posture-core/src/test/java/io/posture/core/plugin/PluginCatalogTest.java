package io.posture.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.core.Fixtures;
import io.posture.core.Fixtures.Cut;
import io.posture.core.Step;
import io.posture.spi.Doc;
import io.posture.spi.PluginInfo;
import io.posture.spi.PosturePlugin;
import java.io.IOException;
import java.io.Serializable;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginCatalogTest {

    private static final PosturePlugin CUTS = Fixtures.plugin(
            "acme-cuts", to -> to.segmentation("acme.cut", new Cut(0.8, 0.95), cut -> Fixtures.always("A")));

    private static final PosturePlugin BY_NAME = Fixtures.plugin(
            "acme-names",
            to -> to.segmentation(
                    "acme.by-name",
                    new Points(new Cut(0.8, 0.95), new TreeMap<>(Map.of("any", 1.0))),
                    points -> Fixtures.always("A")));

    record Points(
            @Doc("a setting with parts") Cut weights,
            @Doc("numbers by a name") Map<String, Double> points) implements Serializable {
        private static final long serialVersionUID = 1;

        Points {
            points = Collections.unmodifiableSortedMap(new TreeMap<>(points));
        }
    }

    @Test
    void missingIdListsWhatExists() {
        try (PluginCatalog catalog = PluginCatalog.of(CUTS)) {
            assertEquals(
                    "no SegmentationScheme with id 'xyz'. Available: [acme.cut]. Maybe the jar that contributes it is"
                            + " missing from the class path or plugins directory.",
                    assertThrows(PluginException.class, () -> catalog.segmentation(Step.of("xyz")))
                            .getMessage());
        }
    }

    @Test
    void unknownSettingListsTheSettings() {
        try (PluginCatalog catalog = PluginCatalog.of(CUTS)) {
            Step step = Step.of("acme.cut").with(Map.of("aShare", 0.7));
            assertEquals(
                    "'acme.cut' has no setting 'aShare'. Settings: [first, second]",
                    assertThrows(PluginException.class, () -> catalog.segmentation(step))
                            .getMessage());
        }
    }

    @Test
    void refusedSettingSaysWhatTheRecordSays() {
        try (PluginCatalog catalog = PluginCatalog.of(CUTS)) {
            Step step = Step.of("acme.cut").with(Map.of("first", 0.99));
            String message = assertThrows(PluginException.class, () -> catalog.segmentation(step))
                    .getMessage();
            assertTrue(message.startsWith("'acme.cut' rejects {\"first\":0.99,\"second\":0.95}: "), message);
            assertTrue(message.contains("need 0 < first < second <= 1, were first=0.99, second=0.95"), message);
        }
    }

    @Test
    void illTypedSettingIsRefused() {
        try (PluginCatalog catalog = PluginCatalog.of(CUTS)) {
            Step step = Step.of("acme.cut").with(Map.of("first", "much"));
            String message = assertThrows(PluginException.class, () -> catalog.segmentation(step))
                    .getMessage();
            assertTrue(message.contains("(at first)"), message);
        }
    }

    @Test
    void settingsAreLaidOverTheDefaults() {
        try (PluginCatalog catalog = PluginCatalog.of(CUTS)) {
            Step step = Step.of("acme.cut").with(Map.of("first", 0.5));
            assertEquals(
                    "{\"first\":0.5,\"second\":0.95}",
                    catalog.settings(Kind.SEGMENTATION, step).toString());
        }
    }

    @Test
    void aSettingMayBeNumbersByAName() {
        Step step = Step.of("acme.by-name").with(Map.of("points", Map.of("packaging", 15, "seals", 62.5)));
        try (PluginCatalog catalog = PluginCatalog.of(BY_NAME)) {
            assertEquals(
                    "{\"weights\":{\"first\":0.8,\"second\":0.95},\"points\":{\"any\":1.0,\"packaging\":15.0,\"seals\":62.5}}",
                    catalog.settings(Kind.SEGMENTATION, step).toString());
            assertEquals(
                    "Map<String, Double>",
                    catalog.contributions().get(0).settings().get(1).type());
        }
    }

    @Test
    void partOfASettingWithPartsMayBeSet() {
        Step step = Step.of("acme.by-name").with(Map.of("weights", Map.of("first", 0.5)));
        try (PluginCatalog catalog = PluginCatalog.of(BY_NAME)) {
            assertEquals(
                    "{\"first\":0.5,\"second\":0.95}",
                    catalog.settings(Kind.SEGMENTATION, step).get("weights").toString());
        }
    }

    @Test
    void numbersByANameAreCheckedOneByOne() {
        refusesPoints("(at points.seals)", "much");
        refusesPoints("needs a number, was [1] (at points.seals)", List.of(1));
        Map<String, Object> absent = new HashMap<>();
        absent.put("seals", null);
        refuses(
                "'acme.by-name' needs a value in place of every null, was {\"any\":1.0,\"seals\":null}",
                Map.of("points", absent));
        refuses("has no setting 'third'", Map.of("weights", Map.of("third", 1)));
    }

    private static void refusesPoints(String message, Object value) {
        refuses(message, Map.of("points", Map.of("seals", value)));
    }

    private static void refuses(String message, Map<String, Object> settings) {
        try (PluginCatalog catalog = PluginCatalog.of(BY_NAME)) {
            Step step = Step.of("acme.by-name").with(settings);
            String said = assertThrows(PluginException.class, () -> catalog.segmentation(step))
                    .getMessage();
            assertTrue(said.contains(message), said);
        }
    }

    @Test
    void contributionShowsDefaultsAndMeaning() {
        try (PluginCatalog catalog = PluginCatalog.of(CUTS)) {
            Contribution contribution = catalog.contributions().get(0);
            assertEquals("acme.cut", contribution.id());
            assertEquals(
                    List.of(
                            new Setting("first", "double", "0.8", "first, (0, second)"),
                            new Setting("second", "double", "0.95", "second, (first, 1]")),
                    contribution.settings());
        }
    }

    @Test
    void twoPluginsOfOneIdAreRefusedByName() {
        PosturePlugin other = Fixtures.plugin(new PluginInfo("acme-cuts", "2.0.0", 1, "newer"), to -> {});
        String message = assertThrows(PluginException.class, () -> PluginCatalog.of(CUTS, other))
                .getMessage();
        assertTrue(message.contains("1.2.3") && message.contains("2.0.0"), message);
    }

    @Test
    void oneIdFromTwoPluginsIsRefusedNamingBoth() {
        PosturePlugin other = Fixtures.plugin(
                "rival", to -> to.segmentation("acme.cut", new Cut(0.1, 0.2), cut -> Fixtures.always("B")));
        String message = assertThrows(PluginException.class, () -> PluginCatalog.of(CUTS, other))
                .getMessage();
        assertTrue(message.contains("acme-cuts") && message.contains("rival"), message);
    }

    @Test
    void pluginOfAnotherApiIsRefusedBeforeItContributes() {
        PosturePlugin newer = Fixtures.plugin(new PluginInfo("acme-next", "9.0", 2, "newer"), to -> {
            throw new AssertionError("must not be asked");
        });
        String message = assertThrows(PluginException.class, () -> PluginCatalog.of(newer))
                .getMessage();
        assertTrue(message.contains("plugin acme-next 9.0 needs posture-api 2, this is 1"), message);
    }

    @Test
    void idsOfOtherFormAreRefused() {
        PosturePlugin shouting = Fixtures.plugin(
                "acme", to -> to.segmentation("Acme Cut", new Cut(0.1, 0.2), cut -> Fixtures.always("A")));
        assertTrue(assertThrows(PluginException.class, () -> PluginCatalog.of(shouting))
                .getMessage()
                .contains("'Acme Cut'"));
    }

    @Test
    void everyProblemIsReportedAtOnce() {
        PosturePlugin failing = Fixtures.plugin("acme-broken", to -> {
            throw new IllegalStateException("no licence");
        });
        PosturePlugin newer = Fixtures.plugin(new PluginInfo("acme-next", "9.0", 2, "newer"), to -> {});
        PluginException problem = assertThrows(PluginException.class, () -> PluginCatalog.of(failing, newer));
        assertEquals(2, problem.problems().size());
    }

    @Test
    void brokenServicesFileHidesNoOtherPlugin(@TempDir Path folder) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(
                services.resolve(PosturePlugin.class.getName()),
                "com.acme.Missing\n" + FoundByService.class.getName() + "\n");
        try (URLClassLoader loader = new URLClassLoader(
                        new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
                PluginCatalog catalog = PluginCatalog.inspect(loader, Optional.empty())) {
            assertEquals(
                    List.of("found"),
                    catalog.plugins().stream().map(plugin -> plugin.info().id()).toList());
            assertEquals(1, catalog.problems().size());
            assertTrue(catalog.problems().get(0).contains("com.acme.Missing"));
            assertThrows(PluginException.class, () -> PluginCatalog.onPath(loader));
        }
    }

    @Test
    void missingPluginsDirectoryIsNamed(@TempDir Path folder) {
        Path missing = folder.resolve("plugins");
        assertTrue(assertThrows(
                        PluginException.class,
                        () -> PluginCatalog.withDirectory(getClass().getClassLoader(), missing))
                .getMessage()
                .contains("is not a directory"));
    }

    /** Found through a services file. */
    public static final class FoundByService implements PosturePlugin {

        /** For the service loader. */
        public FoundByService() {}

        @Override
        public PluginInfo info() {
            return new PluginInfo("found", "1.0.0", PluginInfo.API_VERSION, "found");
        }

        @Override
        public void contribute(io.posture.spi.Contributions to) {}
    }
}
