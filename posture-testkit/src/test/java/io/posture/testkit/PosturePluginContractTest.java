package io.posture.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.ItemProfile;
import io.posture.api.Segment;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import io.posture.spi.Contributions;
import io.posture.spi.Doc;
import io.posture.spi.PluginInfo;
import io.posture.spi.PosturePlugin;
import io.posture.spi.SegmentationScheme;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collector;
import org.junit.jupiter.api.Test;

/** The contract finds what it is there to find: every check fails for a plugin that breaks it. */
class PosturePluginContractTest {

    private static final Origin.Formula RULE = new Origin.Formula("rule.1", "always A", "nobody");

    record Explained(@Doc("a number") double number) implements Serializable {
        private static final long serialVersionUID = 1;
    }

    record Unexplained(double number) implements Serializable {
        private static final long serialVersionUID = 1;
    }

    /** A plugin that offers what a test wants. */
    private record Plugin(Consumer<Contributions> offers) implements PosturePlugin {

        @Override
        public PluginInfo info() {
            return new PluginInfo("under-test", "1.0.0", PluginInfo.API_VERSION, "under test");
        }

        @Override
        public void contribute(Contributions to) {
            offers.accept(to);
        }
    }

    private static PosturePluginContract contract(Consumer<Contributions> offers) {
        return new PosturePluginContract() {
            @Override
            protected PosturePlugin plugin() {
                return new Plugin(offers);
            }
        };
    }

    private static PosturePluginContract scheme(SegmentationScheme scheme) {
        return contract(to -> to.segmentation("plain", new Explained(1), settings -> scheme));
    }

    private static void finds(String what, Runnable check) {
        AssertionError found = assertThrows(AssertionError.class, check::run);
        assertTrue(String.valueOf(found.getMessage()).contains(what), found.getMessage());
    }

    @Test
    void missingServicesLineIsFound() {
        finds("must name", () -> {
            try {
                contract(to -> {}).servicesFileNamesThePlugin();
            } catch (IOException problem) {
                throw new IllegalStateException(problem);
            }
        });
    }

    @Test
    void unexplainedSettingIsFound() {
        finds(
                "needs @Doc",
                contract(to -> to.segmentation("plain", new Unexplained(1), settings -> always("A")))
                        ::everySettingIsExplained);
    }

    @Test
    void dependenceOnTheOrderIsFound() {
        finds(
                "class of",
                scheme(() -> Collector.of(
                        ArrayList<String>::new,
                        (seen, item) -> seen.add(item.id().sku()),
                        (left, right) -> {
                            left.addAll(right);
                            return left;
                        },
                        seen -> {
                            String first = seen.isEmpty() ? "none" : seen.get(0);
                            return item -> Segment.of(first, Finding.input("first", first));
                        }))::fitDependsNeitherOnOrderNorOnSplit);
    }

    @Test
    void containerThatCannotTravelIsFound() {
        record Stuck(List<ItemProfile> seen) {}
        finds(
                "must be serializable",
                scheme(() -> Collector.of(
                        () -> new Stuck(new ArrayList<>()),
                        (stuck, item) -> stuck.seen().add(item),
                        (left, right) -> left,
                        stuck -> item -> Segment.of("A", Finding.input("a", "A"))))::fitsAndSegmentersSerialize);
    }

    @Test
    void failureOnAnItemIsFound() {
        finds("failed on item-1010", scheme(SegmentationScheme.perItem(item -> {
            if (item.profile().item().unitCost().isEmpty()) {
                throw new IllegalStateException("no cost");
            }
            return Segment.of("A", Finding.input("a", "A"));
        }))::answersAreTheSameFromManyThreads);
    }

    @Test
    void failureAtTheEdgeIsFound() {
        finds(
                "failed on bare",
                scheme(SegmentationScheme.perItem(item ->
                        Segment.of("A" + item.profile().demand().history().pieces(0), Finding.input("a", "A"))))
                        ::edgePopulationsAreSurvived);
    }

    @Test
    void answerThatChangesIsFound() {
        long[] calls = new long[1];
        finds("expected", scheme(SegmentationScheme.perItem(item -> {
            String code = "N" + calls[0]++;
            return Segment.of(code, Finding.input("a", code));
        }))::answersAreTheSameFromManyThreads);
    }

    @Test
    void formulaWithoutReasonsIsFound() {
        finds(
                "does not say from what",
                scheme(SegmentationScheme.perItem(item -> Segment.of("A", Finding.of("a", "A", RULE))))
                        ::explanationsAreComplete);
    }

    @Test
    void formulaWithoutCitationIsFound() {
        Origin.Formula nameless = new Origin.Formula("rule.1", "always A", "");
        Figure input = Figure.input("n", 1, Unit.COUNT);
        finds(
                "needs a formula id, its expression and a citation",
                scheme(SegmentationScheme.perItem(item -> Segment.of("A", Finding.of("a", "A", nameless, input))))
                        ::explanationsAreComplete);
    }

    private static SegmentationScheme always(String code) {
        return SegmentationScheme.perItem(item -> Segment.of(code, Finding.input("a", code)));
    }
}
