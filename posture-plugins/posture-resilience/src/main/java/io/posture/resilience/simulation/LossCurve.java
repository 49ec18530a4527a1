package io.posture.resilience.simulation;

import java.util.Comparator;
import java.util.List;

/** The loss of an event by its length: nothing at first, then steeper with every item that runs out. */
final class LossCurve {

    private final double[] coverDays;
    private final double[] perDay;
    private final double[] covered;

    /** The sum over items of {@code l (x - b)+}, in the order of their covers b. */
    LossCurve(List<Exposure> exposures) {
        List<Exposure> sorted = exposures.stream()
                .sorted(Comparator.comparingDouble(Exposure::coverDays).thenComparingDouble(Exposure::lossPerDay))
                .toList();
        int n = sorted.size();
        coverDays = new double[n];
        perDay = new double[n + 1];
        covered = new double[n + 1];
        for (int i = 0; i < n; i++) {
            Exposure exposure = sorted.get(i);
            coverDays[i] = exposure.coverDays();
            perDay[i + 1] = perDay[i] + exposure.lossPerDay();
            covered[i + 1] = covered[i] + exposure.lossPerDay() * exposure.coverDays();
        }
    }

    /** Loss of an event of some days, money. */
    double loss(double days) {
        int low = 0;
        int high = coverDays.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (coverDays[middle] < days) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return Math.max(0, perDay[low] * days - covered[low]);
    }
}
