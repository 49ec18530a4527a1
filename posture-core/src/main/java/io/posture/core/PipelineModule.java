package io.posture.core;

import com.google.inject.AbstractModule;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.MapBinder;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import io.posture.core.plugin.PluginCatalog;
import io.posture.core.plugin.PluginException;
import io.posture.spi.OrderQuantityFormula;
import io.posture.spi.PostureStrategy;
import io.posture.spi.SafetyStockFormula;
import io.posture.spi.SegmentationScheme;
import io.posture.spi.StockpileFormula;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Binds the steps of a pipeline. A host with an injector of its own installs it, may override {@link FailurePolicy} and
 * {@link Parallelism} through {@code OptionalBinder}, add {@link RunListener}s through {@code Multibinder}, and asks for a
 * {@link PostureEngine}; all others call {@link PostureEngine#of}.
 */
public final class PipelineModule extends AbstractModule {

    private final PipelineSpec spec;
    private final Map<String, SegmentationScheme> schemes;
    private final OrderQuantityFormula orderQuantity;
    private final SafetyStockFormula safetyStock;
    private final Optional<StockpileFormula> stockpile;
    private final PostureStrategy strategy;

    /**
     * A module for one pipeline. Everything that the pipeline names is made here, before there is an injector, so that
     * errors are said in words of the pipeline and not of its wiring.
     *
     * @throws PluginException if a step names nothing that exists, has a setting that is unknown or refused, or reads a
     *     step that is not there
     */
    public PipelineModule(PipelineSpec spec, PluginCatalog catalog) {
        this.spec = spec;
        Map<String, SegmentationScheme> inGivenOrder = new LinkedHashMap<>();
        spec.segmentations().forEach(step -> inGivenOrder.put(step.name(), catalog.segmentation(step)));
        this.schemes = StepOrder.of(inGivenOrder);
        this.orderQuantity = catalog.orderQuantity(spec.orderQuantity());
        this.safetyStock = catalog.safetyStock(spec.safetyStock());
        this.stockpile = spec.stockpile().map(catalog::stockpile);
        this.strategy = catalog.strategy(spec.strategy());
    }

    @Override
    protected void configure() {
        bind(PipelineSpec.class).toInstance(spec);
        MapBinder<String, SegmentationScheme> steps =
                MapBinder.newMapBinder(binder(), String.class, SegmentationScheme.class);
        schemes.forEach((step, scheme) -> steps.addBinding(step).toInstance(scheme));
        bind(OrderQuantityFormula.class).toInstance(orderQuantity);
        bind(SafetyStockFormula.class).toInstance(safetyStock);
        bind(new TypeLiteral<Optional<StockpileFormula>>() {}).toInstance(stockpile);
        bind(PostureStrategy.class).toInstance(strategy);
        OptionalBinder.newOptionalBinder(binder(), FailurePolicy.class)
                .setDefault()
                .toInstance(FailurePolicy.FAIL);
        OptionalBinder.newOptionalBinder(binder(), Parallelism.class)
                .setDefault()
                .toInstance(Parallelism.ONE);
        Multibinder.newSetBinder(binder(), RunListener.class);
    }
}
