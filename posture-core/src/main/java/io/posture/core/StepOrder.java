package io.posture.core;

import io.posture.core.plugin.PluginException;
import io.posture.spi.SegmentationScheme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Orders segmentation steps so that each comes after those it reads; otherwise they keep the order they were given in. */
final class StepOrder {

    private final Map<String, SegmentationScheme> schemes;
    private final Map<String, SegmentationScheme> ordered = new LinkedHashMap<>();
    private final List<String> path = new ArrayList<>();

    private StepOrder(Map<String, SegmentationScheme> schemes) {
        this.schemes = schemes;
    }

    /**
     * The steps in an order in which they can run.
     *
     * @throws PluginException if a step reads one that does not exist, or steps read each other in a circle
     */
    static Map<String, SegmentationScheme> of(Map<String, SegmentationScheme> schemes) {
        StepOrder order = new StepOrder(schemes);
        schemes.forEach(order::place);
        return order.ordered;
    }

    private void place(String step, SegmentationScheme scheme) {
        if (ordered.containsKey(step)) {
            return;
        }
        if (path.contains(step)) {
            throw new PluginException("steps read each other in a circle: "
                    + String.join(" -> ", path.subList(path.indexOf(step), path.size())) + " -> " + step);
        }
        path.add(step);
        scheme.after().stream().sorted().forEach(needed -> {
            SegmentationScheme read = schemes.get(needed);
            if (read == null) {
                throw new PluginException("step '" + step + "' reads the step '" + needed
                        + "', which is not in the pipeline. Steps: " + schemes.keySet()
                        + ". Maybe it has to be added, or the setting that names it changed.");
            }
            place(needed, read);
        });
        path.remove(path.size() - 1);
        ordered.put(step, scheme);
    }
}
