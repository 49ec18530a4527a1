package io.posture.segmentation;

import io.posture.explain.Figure;
import io.posture.explain.Origin;
import io.posture.explain.Unit;

/** Shows a setting of a scheme as a node of a reason tree. */
final class Setting {

    private Setting() {}

    static Figure figure(String scheme, String name, double value, Unit unit) {
        return Figure.of(name, value, unit, new Origin.Parameter(scheme, name));
    }
}
