package io.posture.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;

import io.posture.api.ItemProfile;
import io.posture.api.Outcome;
import io.posture.api.Segment;
import io.posture.core.Fixtures.None;
import io.posture.core.plugin.PluginCatalog;
import io.posture.core.plugin.PluginException;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Unit;
import io.posture.spi.Contributions;
import io.posture.spi.SegmentationScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collector;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

class PostureEngineTest {

    private static final List<ItemProfile> ITEMS = IntStream.range(0, 1000)
            .mapToObj(i -> Fixtures.item("item-" + (1000 + i), i))
            .toList();

    private static PluginCatalog catalog(Consumer<Contributions> more) {
        return PluginCatalog.of(Fixtures.plugin("test", to -> {
            Fixtures.sizesAndStrategy(to);
            more.accept(to);
        }));
    }

    private static List<Outcome> assess(PostureEngine engine) {
        List<Outcome> outcomes = new ArrayList<>();
        engine.assess(ITEMS::stream, outcomes::add);
        return outcomes;
    }

    @Test
    void everyItemEndsInItsOrder() {
        List<Outcome> outcomes = assess(PostureEngine.of(Fixtures.spec(), catalog(to -> {})));
        assertEquals(
                ITEMS.stream().map(ItemProfile::id).toList(),
                outcomes.stream().map(Outcome::id).toList());
        assertInstanceOf(Outcome.Undecided.class, outcomes.get(0));
        Outcome.Decided decided = assertInstanceOf(Outcome.Decided.class, outcomes.get(7));
        assertEquals(3.5, decided.decision().safetyStock().value());
    }

    @Test
    void numberOfThreadsChangesNothing() {
        PluginCatalog catalog = catalog(to -> to.segmentation("total", new None(), none -> total()));
        PipelineSpec spec = Fixtures.spec(Step.of("total"));
        List<Outcome> one = assess(PostureEngine.of(spec, catalog));
        List<Outcome> four = assess(PostureEngine.builder(spec, catalog)
                .parallelism(new Parallelism(4))
                .build());
        assertEquals(
                one.stream().map(PostureEngineTest::text).toList(),
                four.stream().map(PostureEngineTest::text).toList());
        assertTrue(text(one.get(1)).contains("499500"), text(one.get(1)));
    }

    @Test
    void listenerHearsTheFitThenEveryItem() {
        RunListener listener = mock(RunListener.class);
        assess(PostureEngine.builder(Fixtures.spec(), catalog(to -> {}))
                .listener(listener)
                .build());
        InOrder order = inOrder(listener);
        order.verify(listener).fitted(1000);
        order.verify(listener, times(1000)).ended(any());
    }

    @Test
    void failureOfOneItemLeavesTheOthersAlone() {
        PluginCatalog catalog = catalog(to -> to.segmentation("picky", new None(), none -> picky()));
        List<Outcome> outcomes = assess(PostureEngine.of(Fixtures.spec(Step.of("picky")), catalog));
        Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, outcomes.get(13));
        assertEquals("picky", failed.step());
        assertEquals("unlucky", failed.cause().getMessage());
        assertEquals(
                1, outcomes.stream().filter(Outcome.Failed.class::isInstance).count());
    }

    @Test
    void isolatedFailureIsAnUnknownClass() {
        PluginCatalog catalog = catalog(to -> to.segmentation("picky", new None(), none -> picky()));
        List<Outcome> outcomes = assess(PostureEngine.builder(Fixtures.spec(Step.of("picky")), catalog)
                .onFailure(FailurePolicy.ISOLATE)
                .build());
        Outcome.Decided decided = assertInstanceOf(Outcome.Decided.class, outcomes.get(13));
        assertEquals(Segment.NONE, decided.item().segment("picky").code());
        assertTrue(decided.decision().because().get(0).origin().toString().contains("unlucky"));
    }

    @Test
    void failureOnThePopulationIsTheFailureOfEveryItem() {
        PluginCatalog catalog = catalog(to -> to.segmentation("picky", new None(), none -> new SegmentationScheme() {
            @Override
            public Collector<ItemProfile, ?, io.posture.spi.Segmenter> fit() {
                return Collector.of(
                        () -> new long[1],
                        (count, item) -> {
                            throw new IllegalStateException("cannot count");
                        },
                        (left, right) -> left,
                        count -> item -> Segment.of("A", Finding.input("a", "A")));
            }
        }));
        List<Outcome> outcomes = assess(PostureEngine.of(Fixtures.spec(Step.of("picky")), catalog));
        assertEquals(1000, outcomes.size());
        Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, outcomes.get(0));
        assertTrue(failed.cause().getMessage().contains("cannot count"), failed.cause()::toString);
    }

    @Test
    void aSizeInTheWrongUnitIsRefused() {
        PluginCatalog catalog = catalog(to -> to.safetyStock(
                "days", new None(), none -> item -> Figure.of("safetyStock", 3, Unit.DAYS, Fixtures.RULE)));
        List<Outcome> outcomes = assess(PostureEngine.of(Fixtures.spec().withSafetyStock(Step.of("days")), catalog));
        Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, outcomes.get(1));
        assertEquals(
                "'days' must size pieces of at least 0, was 3.0 DAYS",
                failed.cause().getMessage());
    }

    @Test
    void aStepSeesTheClassesItNamesAndNoOthers() {
        PluginCatalog catalog = catalog(to -> {
            to.segmentation("hidden", new None(), none -> Fixtures.always("H"));
            to.segmentation("named", new None(), none -> Fixtures.always("N"));
            to.segmentation(
                    "reader",
                    new None(),
                    none -> SegmentationScheme.after(
                            List.of("named"),
                            item -> Segment.of(item.segments().keySet().toString(), Finding.input("seen", "seen"))));
        });
        List<Outcome> outcomes = assess(
                PostureEngine.of(Fixtures.spec(Step.of("reader"), Step.of("hidden"), Step.of("named")), catalog));
        Outcome.Decided decided = assertInstanceOf(Outcome.Decided.class, outcomes.get(1));
        assertEquals("[named]", decided.item().segment("reader").code());
    }

    @Test
    void stepsThatReadEachOtherAreRefused() {
        PluginCatalog catalog = catalog(to -> {
            to.segmentation(
                    "hen",
                    new None(),
                    none -> SegmentationScheme.after(List.of("egg"), item -> Segment.of("A", Finding.input("a", "A"))));
            to.segmentation(
                    "egg",
                    new None(),
                    none -> SegmentationScheme.after(List.of("hen"), item -> Segment.of("A", Finding.input("a", "A"))));
        });
        PluginException problem = assertThrows(
                PluginException.class, () -> PostureEngine.of(Fixtures.spec(Step.of("hen"), Step.of("egg")), catalog));
        assertEquals("steps read each other in a circle: hen -> egg -> hen", problem.getMessage());
    }

    @Test
    void aStepThatReadsAMissingOneIsRefused() {
        PluginCatalog catalog = catalog(to -> to.segmentation(
                "hen",
                new None(),
                none -> SegmentationScheme.after(List.of("egg"), item -> Segment.of("A", Finding.input("a", "A")))));
        PluginException problem =
                assertThrows(PluginException.class, () -> PostureEngine.of(Fixtures.spec(Step.of("hen")), catalog));
        assertTrue(problem.getMessage().contains("'hen' reads the step 'egg', which is not in the pipeline"));
    }

    @Test
    void anUnknownIdIsSaidInPlainWords() {
        PluginException problem = assertThrows(
                PluginException.class,
                () -> PostureEngine.of(Fixtures.spec().withStrategy(Step.of("oracle")), catalog(to -> {})));
        assertEquals(
                "no PostureStrategy with id 'oracle'. Available: [demand]. Maybe the jar that contributes it is missing"
                        + " from the class path or plugins directory.",
                problem.getMessage());
    }

    private static String text(Outcome outcome) {
        return outcome instanceof Outcome.Decided decided
                ? decided.decision().toString()
                : ((Outcome.Undecided) outcome).verdict().toString();
    }

    private static SegmentationScheme picky() {
        return SegmentationScheme.perItem(item -> {
            if (item.id().sku().equals("item-1013")) {
                throw new IllegalStateException("unlucky");
            }
            return Segment.of("A", Finding.input("a", "A"));
        });
    }

    private static SegmentationScheme total() {
        return () -> Collector.of(
                () -> new double[1],
                (sum, item) -> sum[0] += item.demand().history().pieces(0),
                (left, right) -> new double[] {left[0] + right[0]},
                sum -> item -> Segment.of("A", Finding.input("total", Double.toString(sum[0]))));
    }
}
