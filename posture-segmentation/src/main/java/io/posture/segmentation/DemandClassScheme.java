package io.posture.segmentation;

import io.posture.api.DemandClass;
import io.posture.api.DemandProfile;
import io.posture.api.Segment;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import io.posture.spi.SegmentationScheme;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** Shows the demand pattern of the profile as a class: SMOOTH, INTERMITTENT, ERRATIC, LUMPY or NO_DEMAND. */
final class DemandClassScheme {

    private static final Origin.Formula FORMULA = new Origin.Formula(
            "demand.sbc.1",
            "SMOOTH if ADI < 1.32 and CV2 < 0.49; INTERMITTENT if ADI >= 1.32; ERRATIC if CV2 >= 0.49; LUMPY if both",
            "Syntetos, Boylan & Croston, JORS 56 (2005) 495-503");
    private static final Origin.Formula ADI =
            new Origin.Formula("demand.adi.1", "buckets / buckets with demand", "Syntetos, Boylan & Croston 2005");
    private static final Origin.Formula SQUARED_CV = new Origin.Formula(
            "demand.cv2.1", "(sample sd / mean)^2 of the buckets with demand", "Syntetos, Boylan & Croston 2005");

    private DemandClassScheme() {}

    /** Nothing to set: the class is computed once, in the profile. */
    record Config() implements Serializable {}

    static SegmentationScheme of(Config config) {
        return SegmentationScheme.perItem(item -> classify(item.profile().demand()));
    }

    private static Segment classify(DemandProfile demand) {
        Figure buckets = demand.bucketsFigure();
        List<Figure> scores = new ArrayList<>(2);
        if (demand.adi().isPresent()) {
            scores.add(Figure.of("adi", demand.adi().getAsDouble(), Unit.NONE, ADI, buckets));
        }
        if (demand.squaredCv().isPresent()) {
            scores.add(Figure.of("squaredCv", demand.squaredCv().getAsDouble(), Unit.NONE, SQUARED_CV, buckets));
        }

        List<Explanation> because = new ArrayList<>(scores);
        if (scores.isEmpty()) {
            because.add(buckets);
        }
        if (demand.demandClass() != DemandClass.NO_DEMAND && demand.squaredCv().isEmpty()) {
            because.add(Finding.of(
                    "confidence",
                    "LOW",
                    new Origin.Assumption(
                            "one bucket with demand: the variation of its size is unknown and taken as small",
                            "deliver a longer demand history")));
        }
        String code = demand.demandClass().name();
        return new Segment(code, scores, new Finding("demandClass", code, FORMULA, because));
    }
}
