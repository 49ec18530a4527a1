package io.posture.safetystock;

import io.posture.api.Bucket;
import io.posture.api.Confidence;
import io.posture.api.DemandClass;
import io.posture.api.Regime;
import io.posture.api.Season;
import io.posture.api.Stretch;
import io.posture.api.Stretches;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Seasons and stretches for the tests. */
final class SeasonAndStretches {

    private SeasonAndStretches() {}

    /** Half a year of half, half a year of one and a half the mean of 70 a week, and an error of 10 % up and down. */
    static Part seasonal() {
        List<Double> indices = new ArrayList<>();
        double[] buckets = new double[104];
        for (int week = 0; week < 104; week++) {
            double index = week % 52 < 26 ? 0.5 : 1.5;
            if (week < 52) {
                indices.add(index);
            }
            buckets[week] = 70 * index * (week % 2 == 0 ? 1.1 : 0.9);
        }
        return Part.smooth(10, 15, 14, 3.5)
                .buckets(DemandClass.SMOOTH, buckets)
                .season(new Season(Bucket.WEEK, Part.FIRST, indices, 0.6, 0.2, Confidence.LOW));
    }

    static Stretches disrupted(double perDay, double sdPerDay, double share) {
        return new Stretches(
                List.of(),
                false,
                false,
                Optional.empty(),
                Optional.of(new Stretches.Disrupted(perDay, sdPerDay, share)));
    }

    static Stretches disruptedFrom(int week, int to, double perDay, double sdPerDay, double share) {
        Stretch stretch = new Stretch(
                Regime.DISRUPTED,
                Part.FIRST.plusWeeks(week),
                Part.FIRST.plusWeeks(to).minusDays(1),
                to - week,
                perDay,
                sdPerDay);
        return new Stretches(
                List.of(stretch),
                true,
                false,
                Optional.empty(),
                Optional.of(new Stretches.Disrupted(perDay, sdPerDay, share)));
    }
}
