package io.posture.core;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A pipeline as data.
 *
 * @param segmentations segmentation steps; the host orders them by what each needs
 * @param orderQuantity the order quantity step
 * @param safetyStock the safety stock step
 * @param stockpile the stockpile step; empty if no strategic stock is sized
 * @param strategy the deciding step
 */
public record PipelineSpec(
        List<Step> segmentations, Step orderQuantity, Step safetyStock, Optional<Step> stockpile, Step strategy) {

    /** A pipeline that sizes no strategic stock. */
    public PipelineSpec(List<Step> segmentations, Step orderQuantity, Step safetyStock, Step strategy) {
        this(segmentations, orderQuantity, safetyStock, Optional.empty(), strategy);
    }

    /**
     * Checks and copies.
     *
     * @throws IllegalArgumentException if two steps have the same name
     */
    public PipelineSpec {
        segmentations = List.copyOf(segmentations);
        Set<String> names = new HashSet<>();
        Stream.of(
                        segmentations.stream(),
                        Stream.of(orderQuantity, safetyStock),
                        stockpile.stream(),
                        Stream.of(strategy))
                .flatMap(steps -> steps)
                .forEach(step -> {
                    if (!names.add(step.name())) {
                        throw new IllegalArgumentException("two steps have the name '" + step.name()
                                + "'. Maybe one of them should have a name of its own and 'use' the contribution.");
                    }
                });
    }

    /**
     * The pipeline of the shipped plugins: every segmentation, economic order quantity, safety stock by the method that fits
     * the item, stockpile of the optimal cover, policy matrix.
     */
    public static PipelineSpec standard() {
        return new PipelineSpec(
                Stream.of(
                                "abc",
                                "xyz",
                                "fsn",
                                "hml",
                                "demand-class",
                                "mro",
                                "perishability",
                                "criticality",
                                "fmea",
                                "sourcing",
                                "sri",
                                "risk",
                                "kraljic")
                        .map(Step::of)
                        .toList(),
                Step.of("eoq"),
                Step.of("auto"),
                Optional.of(Step.of("optimal-cover")),
                Step.of("matrix"));
    }

    /** This pipeline with a segmentation step put in the place of the one of the same name, or added. */
    public PipelineSpec withSegmentation(Step step) {
        List<Step> steps = new ArrayList<>(segmentations);
        int at = steps.stream().map(Step::name).toList().indexOf(step.name());
        if (at >= 0) {
            steps.set(at, step);
        } else {
            steps.add(step);
        }
        return new PipelineSpec(steps, orderQuantity, safetyStock, stockpile, strategy);
    }

    /** This pipeline with another order quantity step. */
    public PipelineSpec withOrderQuantity(Step step) {
        return new PipelineSpec(segmentations, step, safetyStock, stockpile, strategy);
    }

    /** This pipeline with another safety stock step. */
    public PipelineSpec withSafetyStock(Step step) {
        return new PipelineSpec(segmentations, orderQuantity, step, stockpile, strategy);
    }

    /** This pipeline with another stockpile step. */
    public PipelineSpec withStockpile(Step step) {
        return new PipelineSpec(segmentations, orderQuantity, safetyStock, Optional.of(step), strategy);
    }

    /** This pipeline without strategic stock. */
    public PipelineSpec withoutStockpile() {
        return new PipelineSpec(segmentations, orderQuantity, safetyStock, Optional.empty(), strategy);
    }

    /** This pipeline with another strategy step. */
    public PipelineSpec withStrategy(Step step) {
        return new PipelineSpec(segmentations, orderQuantity, safetyStock, stockpile, step);
    }
}
