package io.posture.core;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A pipeline as data.
 *
 * @param segmentations segmentation steps; the host orders them by what each needs
 * @param orderQuantity the order quantity step
 * @param safetyStock the safety stock step
 * @param strategy the deciding step
 */
public record PipelineSpec(List<Step> segmentations, Step orderQuantity, Step safetyStock, Step strategy) {

    /**
     * Checks and copies.
     *
     * @throws IllegalArgumentException if two steps have the same name
     */
    public PipelineSpec {
        segmentations = List.copyOf(segmentations);
        Set<String> names = new HashSet<>();
        Stream.concat(segmentations.stream(), Stream.of(orderQuantity, safetyStock, strategy))
                .forEach(step -> {
                    if (!names.add(step.name())) {
                        throw new IllegalArgumentException("two steps have the name '" + step.name()
                                + "'. Maybe one of them should have a name of its own and 'use' the contribution.");
                    }
                });
    }

    /**
     * The pipeline of the shipped plugins: every segmentation, economic order quantity, safety stock by the method that fits
     * the item, policy matrix.
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
        return new PipelineSpec(steps, orderQuantity, safetyStock, strategy);
    }

    /** This pipeline with another order quantity step. */
    public PipelineSpec withOrderQuantity(Step step) {
        return new PipelineSpec(segmentations, step, safetyStock, strategy);
    }

    /** This pipeline with another safety stock step. */
    public PipelineSpec withSafetyStock(Step step) {
        return new PipelineSpec(segmentations, orderQuantity, step, strategy);
    }

    /** This pipeline with another strategy step. */
    public PipelineSpec withStrategy(Step step) {
        return new PipelineSpec(segmentations, orderQuantity, safetyStock, step);
    }
}
