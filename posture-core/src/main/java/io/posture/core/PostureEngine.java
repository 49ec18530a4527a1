package io.posture.core;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Module;
import com.google.inject.Stage;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import io.posture.api.ItemProfile;
import io.posture.api.Outcome;
import io.posture.core.plugin.PluginCatalog;
import io.posture.core.plugin.PluginException;
import io.posture.spi.OrderQuantityFormula;
import io.posture.spi.PostureStrategy;
import io.posture.spi.SafetyStockFormula;
import io.posture.spi.SegmentationScheme;
import io.posture.spi.StockpileFormula;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides populations of items with one pipeline. Immutable and thread-safe; several engines with different plugins and
 * settings live side by side in one JVM.
 */
public final class PostureEngine {

    private static final Logger LOG = LoggerFactory.getLogger(PostureEngine.class);

    private final PipelineSpec spec;
    private final Map<String, SegmentationScheme> schemes;
    private final OrderQuantityFormula orderQuantity;
    private final SafetyStockFormula safetyStock;
    private final Optional<StockpileFormula> stockpile;
    private final PostureStrategy strategy;
    private final FailurePolicy failures;
    private final Parallelism parallelism;
    private final Set<RunListener> listeners;

    @Inject
    PostureEngine(
            PipelineSpec spec,
            Map<String, SegmentationScheme> schemes,
            OrderQuantityFormula orderQuantity,
            SafetyStockFormula safetyStock,
            Optional<StockpileFormula> stockpile,
            PostureStrategy strategy,
            FailurePolicy failures,
            Parallelism parallelism,
            Set<RunListener> listeners) {
        this.spec = spec;
        this.schemes = schemes;
        this.orderQuantity = orderQuantity;
        this.safetyStock = safetyStock;
        this.stockpile = stockpile;
        this.strategy = strategy;
        this.failures = failures;
        this.parallelism = parallelism;
        this.listeners = listeners;
    }

    /**
     * An engine on the calling thread that keeps a plugin's failure to its item.
     *
     * @throws PluginException if a step names nothing that exists, or has a setting that is unknown or refused
     */
    public static PostureEngine of(PipelineSpec spec, PluginCatalog catalog) {
        return builder(spec, catalog).build();
    }

    /** An engine with more choices. */
    public static Builder builder(PipelineSpec spec, PluginCatalog catalog) {
        return new Builder(spec, catalog);
    }

    /** Looks at the whole population once and returns a pipeline that decides its items. */
    public Pipeline fit(Stream<ItemProfile> population) {
        PopulationFit fit = new PopulationFit(schemes);
        population.sequential().forEachOrdered(fit::add);
        LOG.info("fitted {} segmentations on {} items", schemes.size(), fit.items());
        listeners.forEach(listener -> listener.fitted(fit.items()));
        Map<String, Set<String>> reads = new HashMap<>();
        schemes.forEach((step, scheme) -> reads.put(step, Set.copyOf(scheme.after())));
        return new Pipeline(spec, fit.finish(), reads, orderQuantity, safetyStock, stockpile, strategy, failures);
    }

    /**
     * Fits and decides a whole population. Outcomes arrive in the population's order whatever the number of threads, and
     * none is kept: a decision with its reasons is gone when the receiver lets it go.
     *
     * @param population opens the population; called twice, must give the same items in the same order
     * @param receiver called by the calling thread, one outcome at a time
     */
    public void assess(Supplier<Stream<ItemProfile>> population, Consumer<? super Outcome> receiver) {
        Pipeline pipeline;
        try (Stream<ItemProfile> first = population.get()) {
            pipeline = fit(first);
        }
        Consumer<Outcome> tell = outcome -> {
            receiver.accept(outcome);
            listeners.forEach(listener -> listener.ended(outcome));
        };
        try (Stream<ItemProfile> second = population.get()) {
            OrderedRun.of(second, pipeline::decide, tell, parallelism);
        }
    }

    /** Collects what an engine is made from. */
    public static final class Builder {

        private final PipelineSpec spec;
        private final PluginCatalog catalog;
        private FailurePolicy failures = FailurePolicy.FAIL;
        private Parallelism parallelism = Parallelism.ONE;
        private final List<RunListener> listeners = new ArrayList<>();

        private Builder(PipelineSpec spec, PluginCatalog catalog) {
            this.spec = spec;
            this.catalog = catalog;
        }

        /** What becomes of an item on which a plugin fails; by default it is {@link FailurePolicy#FAIL}. */
        public Builder onFailure(FailurePolicy policy) {
            this.failures = policy;
            return this;
        }

        /** How many threads decide; by default the calling thread alone. */
        public Builder parallelism(Parallelism threads) {
            this.parallelism = threads;
            return this;
        }

        /** Adds a listener. */
        public Builder listener(RunListener listener) {
            listeners.add(listener);
            return this;
        }

        /**
         * The engine, with an injector of its own.
         *
         * @throws PluginException if a step names nothing that exists, or has a setting that is unknown or refused
         */
        public PostureEngine build() {
            return Guice.createInjector(Stage.PRODUCTION, new PipelineModule(spec, catalog), choices())
                    .getInstance(PostureEngine.class);
        }

        private Module choices() {
            return new AbstractModule() {
                @Override
                protected void configure() {
                    OptionalBinder.newOptionalBinder(binder(), FailurePolicy.class)
                            .setBinding()
                            .toInstance(failures);
                    OptionalBinder.newOptionalBinder(binder(), Parallelism.class)
                            .setBinding()
                            .toInstance(parallelism);
                    Multibinder<RunListener> bound = Multibinder.newSetBinder(binder(), RunListener.class);
                    listeners.forEach(listener -> bound.addBinding().toInstance(listener));
                }
            };
        }
    }
}
