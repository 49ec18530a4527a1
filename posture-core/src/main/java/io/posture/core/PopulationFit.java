package io.posture.core;

import io.posture.api.ItemProfile;
import io.posture.core.plugin.PluginException;
import io.posture.spi.SegmentationScheme;
import io.posture.spi.Segmenter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/** Runs the first pass of all schemes over the population at once. */
final class PopulationFit {

    private final List<Pass<?>> passes = new ArrayList<>();
    private long items;

    PopulationFit(Map<String, SegmentationScheme> schemes) {
        schemes.forEach((step, scheme) -> passes.add(Pass.start(step, scheme)));
    }

    void add(ItemProfile profile) {
        items++;
        for (Pass<?> pass : passes) {
            pass.add(profile);
        }
    }

    long items() {
        return items;
    }

    /** The fitted segmenters in the order of the steps. */
    Map<String, Segmenter> finish() {
        Map<String, Segmenter> segmenters = new LinkedHashMap<>();
        passes.forEach(pass -> segmenters.put(pass.step, pass.finish()));
        return segmenters;
    }

    /** A pass that failed ends in a segmenter that fails: every item then says which step is to blame, none sinks the run. */
    private static final class Pass<A> {

        private final String step;
        private final Collector<ItemProfile, A, ? extends Segmenter> collector;
        private final A container;
        private @Nullable Throwable failure;

        private Pass(String step, Collector<ItemProfile, A, ? extends Segmenter> collector) {
            this.step = step;
            this.collector = collector;
            this.container = collector.supplier().get();
        }

        static Pass<?> start(String step, SegmentationScheme scheme) {
            return open(step, scheme.fit());
        }

        private static <A> Pass<A> open(String step, Collector<ItemProfile, A, ? extends Segmenter> collector) {
            return new Pass<>(step, collector);
        }

        void add(ItemProfile profile) {
            if (failure == null) {
                try {
                    collector.accumulator().accept(container, profile);
                } catch (RuntimeException | LinkageError | StackOverflowError thrown) {
                    failure = thrown;
                }
            }
        }

        Segmenter finish() {
            if (failure == null) {
                try {
                    return collector.finisher().apply(container);
                } catch (RuntimeException | LinkageError | StackOverflowError thrown) {
                    failure = thrown;
                }
            }
            Throwable cause = failure;
            return item -> {
                throw new PluginException("step '" + step + "' failed on the population: " + cause, cause);
            };
        }
    }
}
