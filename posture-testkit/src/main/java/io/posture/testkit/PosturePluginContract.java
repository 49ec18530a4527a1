package io.posture.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.ItemProfile;
import io.posture.api.Outcome;
import io.posture.api.SegmentedItem;
import io.posture.core.Parallelism;
import io.posture.core.PipelineSpec;
import io.posture.core.PostureEngine;
import io.posture.core.Step;
import io.posture.core.plugin.Contribution;
import io.posture.core.plugin.Kind;
import io.posture.core.plugin.PluginCatalog;
import io.posture.core.plugin.PluginException;
import io.posture.core.plugin.Setting;
import io.posture.spi.PosturePlugin;
import io.posture.spi.SegmentationScheme;
import io.posture.spi.Segmenter;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What every plugin keeps. A plugin author extends it, says which plugin, and has a test:
 *
 * <pre>{@code
 * class LeadTimeRiskPluginTest extends PosturePluginContract {
 *     protected PosturePlugin plugin() {
 *         return new LeadTimeRiskPlugin();
 *     }
 * }
 * }</pre>
 */
public abstract class PosturePluginContract {

    private static final int THREADS = 8;

    /** For subclasses. */
    protected PosturePluginContract() {}

    /** The plugin under test, a new instance each time. */
    protected abstract PosturePlugin plugin();

    /** Plugins whose steps the plugin under test reads; none by default. */
    protected List<PosturePlugin> companions() {
        return List.of();
    }

    /** The services file names the plugin, so that the host finds it on the class path. */
    @Test
    void servicesFileNamesThePlugin() throws IOException {
        String file = "META-INF/services/" + PosturePlugin.class.getName();
        List<String> named = new ArrayList<>();
        for (var urls = plugin().getClass().getClassLoader().getResources(file); urls.hasMoreElements(); ) {
            try (InputStream in = urls.nextElement().openStream()) {
                named.addAll(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .map(line -> line.replaceAll("#.*", "").trim())
                        .toList());
            }
        }
        assertTrue(
                named.contains(plugin().getClass().getName()),
                () -> file + " must name " + plugin().getClass().getName() + ", names " + named);
    }

    /** A module descriptor, where there is one, provides what the services file names. */
    @Test
    void moduleDescriptorAgreesWithTheServicesFile() throws IOException, URISyntaxException {
        Path classes = Path.of(plugin().getClass()
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path descriptor = classes.resolve("module-info.class");
        if (Files.isDirectory(classes) && Files.exists(descriptor)) {
            try (InputStream in = Files.newInputStream(descriptor)) {
                assertTrue(
                        ModuleDescriptor.read(in).provides().stream()
                                .filter(provides -> provides.service().equals(PosturePlugin.class.getName()))
                                .flatMap(provides -> provides.providers().stream())
                                .anyMatch(plugin().getClass().getName()::equals),
                        "module-info must say 'provides " + PosturePlugin.class.getName() + " with "
                                + plugin().getClass().getName() + "'");
            }
        }
    }

    /** Ids are unique in the plugin, well-formed, and carry the vendor's prefix. */
    @Test
    void idsAreWellFormedAndPrefixed() {
        boolean shipped = plugin().getClass().getName().startsWith("io.posture.");
        for (Contribution own : own()) {
            assertTrue(
                    shipped || own.id().contains("."),
                    () -> "id '" + own.id() + "' needs the prefix of its vendor, for example acme." + own.id());
        }
    }

    /** Every setting says in one line what it means. */
    @Test
    void everySettingIsExplained() {
        for (Contribution own : own()) {
            for (Setting setting : own.settings()) {
                assertFalse(
                        setting.doc().isBlank(),
                        () -> "setting '" + setting.name() + "' of '" + own.id() + "' needs @Doc(\"...\")");
            }
        }
    }

    /** The defaults are accepted as a user's settings would be, and mean the same. */
    @Test
    void defaultsSurviveARoundTrip() {
        try (PluginCatalog catalog = catalog()) {
            for (Contribution own : own()) {
                var defaults = catalog.settings(own.kind(), Step.of(own.id()));
                Map<String, Object> asUser = new LinkedHashMap<>();
                defaults.properties().forEach(field -> asUser.put(field.getKey(), field.getValue()));
                assertEquals(
                        defaults, catalog.settings(own.kind(), Step.of(own.id()).with(asUser)));
            }
        }
    }

    /** A misspelt setting is an error, not a silent default. */
    @Test
    void unknownSettingIsRefused() {
        try (PluginCatalog catalog = catalog()) {
            for (Contribution own : own()) {
                Step step = Step.of(own.id()).with(Map.of("no-such-setting", 1));
                assertThrows(PluginException.class, () -> catalog.settings(own.kind(), step));
            }
        }
    }

    /** A fit is the same for the whole population, shuffled, and merged from three parts of which one is empty. */
    @Test
    void fitDependsNeitherOnOrderNorOnSplit() {
        List<ItemProfile> items = SampleItems.catalogue();
        List<ItemProfile> shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, new Random(5));
        eachScheme(items, (scheme, classified) -> {
            Segmenter whole = Fits.of(scheme, List.of(items));
            Segmenter split =
                    Fits.of(scheme, List.of(shuffled.subList(0, 20), List.of(), shuffled.subList(20, shuffled.size())));
            classified.forEach(
                    item -> assertEquals(whole.classify(item), split.classify(item), () -> "class of " + item.id()));
        });
    }

    /** What a fit collects, and what it ends in, can be sent to another process. */
    @Test
    void fitsAndSegmentersSerialize() {
        List<ItemProfile> items = SampleItems.catalogue();
        eachScheme(items, (scheme, classified) -> {
            Segmenter here = Fits.of(scheme, List.of(items));
            Segmenter there = Fits.copy(Fits.serialized(scheme, items));
            classified.forEach(item -> assertEquals(here.classify(item), there.classify(item)));
        });
    }

    /** Every item of the sample catalogue ends with an answer, the same whatever the number of threads. */
    @Test
    void answersAreTheSameFromManyThreads() {
        try (PluginCatalog catalog = catalog()) {
            for (PipelineSpec spec : pipelines(catalog)) {
                assertEquals(
                        assess(catalog, spec, SampleItems.catalogue(), Parallelism.ONE),
                        assess(catalog, spec, SampleItems.catalogue(), new Parallelism(THREADS)));
            }
        }
    }

    /** Nothing fails on populations at the edge. */
    @Test
    void edgePopulationsAreSurvived() {
        try (PluginCatalog catalog = catalog()) {
            for (PipelineSpec spec : pipelines(catalog)) {
                SampleItems.edges().forEach((name, items) -> assess(catalog, spec, items, Parallelism.ONE));
            }
        }
    }

    /** Formulas name expression and citation, and say what they were computed from. */
    @Test
    void explanationsAreComplete() {
        try (PluginCatalog catalog = catalog()) {
            for (PipelineSpec spec : pipelines(catalog)) {
                PostureEngine.of(spec, catalog)
                        .assess(() -> SampleItems.catalogue().stream(), Explanations::requireComplete);
            }
        }
    }

    private PluginCatalog catalog() {
        return PluginCatalog.of(Stream.concat(Stream.of(plugin(), new PlainSizes()), companions().stream())
                .toArray(PosturePlugin[]::new));
    }

    private List<Contribution> own() {
        String id = plugin().info().id();
        try (PluginCatalog catalog = catalog()) {
            return catalog.contributions().stream()
                    .filter(contribution -> contribution.plugin().id().equals(id))
                    .toList();
        }
    }

    /** A pipeline for every formula and strategy of the plugin, each with all segmentations. */
    private List<PipelineSpec> pipelines(PluginCatalog catalog) {
        List<Step> segmentations = catalog.contributions().stream()
                .filter(contribution -> contribution.kind() == Kind.SEGMENTATION)
                .map(contribution -> Step.of(contribution.id()))
                .toList();
        PipelineSpec plain = new PipelineSpec(
                segmentations,
                companionStep(catalog, Kind.ORDER_QUANTITY, PlainSizes.ORDER_QUANTITY),
                companionStep(catalog, Kind.SAFETY_STOCK, PlainSizes.SAFETY_STOCK),
                companionStep(catalog, Kind.STRATEGY, PlainSizes.STRATEGY));
        PipelineSpec base =
                companionStep(catalog, Kind.STOCKPILE).map(plain::withStockpile).orElse(plain);
        List<PipelineSpec> pipelines = new ArrayList<>(List.of(base));
        for (Contribution own : own()) {
            Step step = Step.of(own.id());
            switch (own.kind()) {
                case SEGMENTATION -> {} // in every pipeline
                case ORDER_QUANTITY -> pipelines.add(base.withOrderQuantity(step));
                case SAFETY_STOCK -> pipelines.add(base.withSafetyStock(step));
                case STOCKPILE -> pipelines.add(base.withStockpile(step));
                case STRATEGY -> pipelines.add(base.withStrategy(step));
            }
        }
        return pipelines;
    }

    /** A step of a companion where one has it, else one that does nothing. */
    private Step companionStep(PluginCatalog catalog, Kind kind, String otherwise) {
        return companionStep(catalog, kind).orElseGet(() -> Step.of(otherwise));
    }

    private Optional<Step> companionStep(PluginCatalog catalog, Kind kind) {
        List<String> companions =
                companions().stream().map(companion -> companion.info().id()).toList();
        return catalog.contributions().stream()
                .filter(contribution -> contribution.kind() == kind
                        && companions.contains(contribution.plugin().id()))
                .map(Contribution::id)
                .map(Step::of)
                .findFirst();
    }

    private static List<String> assess(
            PluginCatalog catalog, PipelineSpec spec, List<ItemProfile> items, Parallelism threads) {
        List<String> answers = new ArrayList<>();
        PostureEngine.builder(spec, catalog).parallelism(threads).build().assess(items::stream, outcome -> {
            if (outcome instanceof Outcome.Failed failed) {
                throw new AssertionError(
                        "step '" + failed.step() + "' failed on " + failed.id() + ": " + failed.cause(),
                        failed.cause());
            }
            answers.add(Explanations.text(outcome));
        });
        assertEquals(items.size(), answers.size());
        return answers;
    }

    /** Hands every scheme of the plugin over with the sample items, classed by all steps. */
    private void eachScheme(List<ItemProfile> items, BiConsumer<SegmentationScheme, List<SegmentedItem>> check) {
        try (PluginCatalog catalog = catalog()) {
            List<SegmentedItem> classified = new ArrayList<>();
            PostureEngine.of(pipelines(catalog).get(0), catalog)
                    .assess(items::stream, outcome -> classified.add(Explanations.segmented(outcome)));
            String[] ids = own().stream()
                    .filter(own -> own.kind() == Kind.SEGMENTATION)
                    .map(Contribution::id)
                    .toArray(String[]::new);
            Arrays.stream(ids).forEach(id -> check.accept(catalog.segmentation(Step.of(id)), classified));
        }
    }
}
