package io.posture.core;

import io.posture.api.ItemProfile;
import io.posture.api.NoDecision;
import io.posture.api.Outcome;
import io.posture.api.PostureDecision;
import io.posture.api.Segment;
import io.posture.api.SegmentedItem;
import io.posture.api.SizedItem;
import io.posture.api.Verdict;
import io.posture.core.plugin.PluginException;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import io.posture.spi.OrderQuantityFormula;
import io.posture.spi.PostureStrategy;
import io.posture.spi.SafetyStockFormula;
import io.posture.spi.Segmenter;
import io.posture.spi.StockpileFormula;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A pipeline that has seen its population: decides one item at a time. Immutable and thread-safe. */
public final class Pipeline {

    private final PipelineSpec spec;
    private final List<ClassStep> classSteps;
    private final OrderQuantityFormula orderQuantity;
    private final SafetyStockFormula safetyStock;
    private final Optional<StockpileFormula> stockpile;
    private final PostureStrategy strategy;
    private final FailurePolicy failures;

    Pipeline(
            PipelineSpec spec,
            Map<String, Segmenter> segmenters,
            Map<String, Set<String>> reads,
            OrderQuantityFormula orderQuantity,
            SafetyStockFormula safetyStock,
            Optional<StockpileFormula> stockpile,
            PostureStrategy strategy,
            FailurePolicy failures) {
        this.spec = spec;
        this.classSteps = classSteps(segmenters, reads);
        this.orderQuantity = orderQuantity;
        this.safetyStock = safetyStock;
        this.stockpile = stockpile;
        this.strategy = strategy;
        this.failures = failures;
    }

    /** Classes, sizes and decides an item. Never throws because of a plugin: its failure is an outcome. */
    public Outcome decide(ItemProfile profile) {
        try {
            SizedItem item = size(classify(profile));
            Verdict verdict = guarded(
                    spec.strategy().name(),
                    () -> strategy.decide(item),
                    failure -> noDecision(spec.strategy(), failure));
            if (verdict instanceof PostureDecision decision) {
                return new Outcome.Decided(item, decision);
            }
            return new Outcome.Undecided(item, (NoDecision) verdict);
        } catch (StepFailure failure) {
            return new Outcome.Failed(profile, failure.step, failure.getCause());
        }
    }

    private SegmentedItem classify(ItemProfile profile) {
        SegmentedItem unclassed = new SegmentedItem(profile, Map.of());
        Map<String, Segment> segments = new LinkedHashMap<>();
        for (ClassStep step : classSteps) {
            SegmentedItem soFar = step.reads.isEmpty() ? unclassed : step.visible(profile, segments);
            segments.put(
                    step.name,
                    guarded(
                            step.name,
                            () -> step.segmenter.classify(soFar),
                            failure -> Segment.of(Segment.NONE, unknown(step.name, failure))));
        }
        return new SegmentedItem(profile, segments);
    }

    /** The steps with what each may read of those before it. */
    private static List<ClassStep> classSteps(Map<String, Segmenter> segmenters, Map<String, Set<String>> reads) {
        List<ClassStep> steps = new ArrayList<>();
        List<String> before = new ArrayList<>();
        segmenters.forEach((name, segmenter) -> {
            Set<String> readable = reads.getOrDefault(name, Set.of());
            steps.add(new ClassStep(
                    name, segmenter, before.stream().filter(readable::contains).toList()));
            before.add(name);
        });
        return List.copyOf(steps);
    }

    /** A step that classes, and the earlier ones that it reads, in their order. */
    private record ClassStep(String name, Segmenter segmenter, List<String> reads) {

        SegmentedItem visible(ItemProfile profile, Map<String, Segment> segments) {
            Map<String, Segment> visible = new LinkedHashMap<>();
            for (String step : reads) {
                visible.put(step, Objects.requireNonNull(segments.get(step)));
            }
            return new SegmentedItem(profile, visible);
        }
    }

    private SizedItem size(SegmentedItem segmented) {
        Map<String, Explanation> sizes = new LinkedHashMap<>();
        sizes.put(
                SizedItem.ORDER_QUANTITY,
                sized(spec.orderQuantity(), () -> orderQuantity.compute(new SizedItem(segmented, sizes))));
        sizes.put(
                SizedItem.SAFETY_STOCK,
                sized(spec.safetyStock(), () -> safetyStock.compute(new SizedItem(segmented, sizes))));
        stockpile.ifPresent(formula -> sizes.put(
                SizedItem.STOCKPILE,
                sized(spec.stockpile().orElseThrow(), () -> formula.compute(new SizedItem(segmented, sizes)))));
        return new SizedItem(segmented, sizes);
    }

    private Explanation sized(Step step, Supplier<Explanation> formula) {
        return guarded(
                step.name(),
                () -> {
                    Explanation size = formula.get();
                    if (size instanceof Figure figure && !(figure.unit() == Unit.PIECES && figure.value() >= 0)) {
                        throw new PluginException("'" + step.name() + "' must size pieces of at least 0, was "
                                + figure.value() + " " + figure.unit());
                    }
                    return size;
                },
                failure -> unknown(step.name(), failure));
    }

    /**
     * Runs plugin code. Whatever it throws, or an answer of nothing, becomes the step's failure; only an exhausted or
     * broken JVM goes through.
     */
    private <T> T guarded(String step, Supplier<@Nullable T> plugin, Function<Throwable, T> isolated) {
        Throwable failure;
        try {
            T answer = plugin.get();
            if (answer != null) {
                return answer;
            }
            failure = new PluginException("step '" + step + "' answered null");
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError thrown) {
            failure = thrown;
        }
        if (failures == FailurePolicy.ISOLATE) {
            return isolated.apply(failure);
        }
        throw new StepFailure(step, failure);
    }

    private static Finding unknown(String step, Throwable failure) {
        return Finding.of(
                step,
                Finding.UNKNOWN,
                new Origin.Assumption("the plugin of this step failed: " + failure, "repair or remove the plugin"));
    }

    private static NoDecision noDecision(Step step, Throwable failure) {
        return new NoDecision(
                List.of("step " + step.name()),
                "The strategy failed on this item: " + failure,
                List.of(unknown(step.name(), failure)));
    }

    /** Carries a step's failure up to the item. */
    private static final class StepFailure extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final String step;

        StepFailure(String step, Throwable cause) {
            super("step '" + step + "' failed", cause, false, false);
            this.step = step;
        }

        @Override
        public synchronized Throwable getCause() {
            return Objects.requireNonNull(super.getCause());
        }
    }
}
