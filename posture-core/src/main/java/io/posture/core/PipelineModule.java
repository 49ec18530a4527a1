package io.posture.core;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.MapBinder;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import io.posture.core.plugin.PluginCatalog;
import io.posture.spi.OrderQuantityFormula;
import io.posture.spi.PostureStrategy;
import io.posture.spi.SafetyStockFormula;
import io.posture.spi.SegmentationScheme;

/**
 * Binds the steps of a pipeline. A host with an injector of its own installs it, may override {@link FailurePolicy} and
 * {@link Parallelism} through {@code OptionalBinder}, add {@link RunListener}s through {@code Multibinder}, and asks for a
 * {@link PostureEngine}; all others call {@link PostureEngine#of}.
 */
public final class PipelineModule extends AbstractModule {

    private final PipelineSpec spec;
    private final PluginCatalog catalog;

    /** A module for one pipeline. */
    public PipelineModule(PipelineSpec spec, PluginCatalog catalog) {
        this.spec = spec;
        this.catalog = catalog;
    }

    @Override
    protected void configure() {
        bind(PipelineSpec.class).toInstance(spec);
        MapBinder<String, SegmentationScheme> schemes =
                MapBinder.newMapBinder(binder(), String.class, SegmentationScheme.class);
        for (Step step : spec.segmentations()) {
            schemes.addBinding(step.name()).toInstance(catalog.segmentation(step));
        }
        bind(OrderQuantityFormula.class).toInstance(catalog.orderQuantity(spec.orderQuantity()));
        bind(SafetyStockFormula.class).toInstance(catalog.safetyStock(spec.safetyStock()));
        bind(PostureStrategy.class).toInstance(catalog.strategy(spec.strategy()));
        OptionalBinder.newOptionalBinder(binder(), FailurePolicy.class)
                .setDefault()
                .toInstance(FailurePolicy.FAIL);
        OptionalBinder.newOptionalBinder(binder(), Parallelism.class)
                .setDefault()
                .toInstance(Parallelism.ONE);
        Multibinder.newSetBinder(binder(), RunListener.class);
    }
}
