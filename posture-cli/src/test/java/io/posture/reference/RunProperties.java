package io.posture.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.posture.api.ItemProfile;
import io.posture.api.Outcome;
import io.posture.api.SegmentedItem;
import io.posture.core.Parallelism;
import io.posture.core.Pipeline;
import io.posture.core.PipelineSpec;
import io.posture.core.PostureEngine;
import io.posture.core.plugin.PluginCatalog;
import io.posture.spi.Segmenter;
import io.posture.testkit.SampleItems;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collector;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** How a population is fed to the shipped pipeline changes no outcome. */
class RunProperties {

    private static final List<ItemProfile> ITEMS = SampleItems.catalogue();
    private static PluginCatalog catalog;
    private static Map<String, Outcome> expected;

    @BeforeContainer
    static void decideInOrder() {
        catalog = PluginCatalog.onPath(RunProperties.class.getClassLoader());
        expected = decide(ITEMS, 1);
    }

    @AfterContainer
    static void close() {
        catalog.close();
    }

    @Property(seed = "401", tries = 5)
    void orderOfItemsChangesNothing(@ForAll long seed) {
        assertAsExpected(decide(shuffled(seed), 1));
    }

    @Property(seed = "402", tries = 5)
    void numberOfThreadsChangesNothing(@ForAll long seed, @ForAll @IntRange(min = 2, max = 8) int threads) {
        assertAsExpected(decide(shuffled(seed), threads));
    }

    @Property(seed = "403", tries = 5)
    void partsDecidedApartAreDecidedAsTogether(@ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int parts) {
        List<ItemProfile> shuffled = shuffled(seed);
        Map<String, Outcome> outcomes = new TreeMap<>();
        for (List<ItemProfile> part : split(shuffled, parts)) {
            // every part has an engine of its own, as another process would
            Pipeline pipeline =
                    PostureEngine.of(PipelineSpec.standard(), catalog).fit(shuffled.stream());
            part.forEach(item -> outcomes.put(item.id().sku(), pipeline.decide(item)));
        }
        assertAsExpected(outcomes);
    }

    @Property(seed = "404", tries = 5)
    void fitsOfPartsMergeToTheFitOfAll(@ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int parts) {
        List<List<ItemProfile>> split = split(shuffled(seed), parts);
        PipelineSpec.standard().segmentations().forEach(step -> {
            Segmenter merged = merged(catalog.segmentation(step).fit(), split);
            for (Outcome outcome : expected.values()) {
                SegmentedItem segmented = segmented(outcome);
                assertEquals(
                        segmented.segment(step.name()),
                        merged.classify(segmented),
                        () -> step.name() + " of " + segmented.id());
            }
        });
    }

    private static <A> Segmenter merged(
            Collector<ItemProfile, A, ? extends Segmenter> collector, List<List<ItemProfile>> parts) {
        A all = collector.supplier().get();
        for (List<ItemProfile> part : parts) {
            A container = collector.supplier().get();
            part.forEach(item -> collector.accumulator().accept(container, item));
            all = collector.combiner().apply(all, container);
        }
        return collector.finisher().apply(all);
    }

    private static List<ItemProfile> shuffled(long seed) {
        List<ItemProfile> items = new ArrayList<>(ITEMS);
        Collections.shuffle(items, new Random(seed));
        return items;
    }

    private static List<List<ItemProfile>> split(List<ItemProfile> items, int parts) {
        List<List<ItemProfile>> split = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            split.add(items.subList(part * items.size() / parts, (part + 1) * items.size() / parts));
        }
        return split;
    }

    private static Map<String, Outcome> decide(List<ItemProfile> items, int threads) {
        Map<String, Outcome> outcomes = new TreeMap<>();
        PostureEngine.builder(PipelineSpec.standard(), catalog)
                .parallelism(new Parallelism(threads))
                .build()
                .assess(items::stream, outcome -> outcomes.put(outcome.id().sku(), outcome));
        return outcomes;
    }

    private static SegmentedItem segmented(Outcome outcome) {
        return outcome instanceof Outcome.Decided decided
                ? decided.item().segmented()
                : ((Outcome.Undecided) outcome).item().segmented();
    }

    /** Outcomes are values, reason trees included; only what differs is named, a tree would fill pages. */
    private static void assertAsExpected(Map<String, Outcome> outcomes) {
        assertEquals(expected.keySet(), outcomes.keySet());
        assertEquals(
                List.of(),
                outcomes.keySet().stream()
                        .filter(sku -> !outcomes.get(sku).equals(expected.get(sku)))
                        .toList());
    }
}
