package io.posture.api;

import java.util.List;
import java.util.Optional;

/**
 * What a demand history shows beyond its moments.
 *
 * @param trend the trend; empty with fewer than 8 buckets
 * @param season the season; empty if none was found
 * @param outliers buckets far outside the others
 * @param stretches stable and disrupted stretches
 * @param censoring what stock-outs hid; empty without any
 * @param analogue what stands in for the history of a new item; empty for others
 */
public record DemandSignals(
        Optional<Trend> trend,
        Optional<Season> season,
        List<Outlier> outliers,
        Stretches stretches,
        Optional<Censoring> censoring,
        Optional<Analogue> analogue) {

    /** Nothing was found. */
    public static final DemandSignals NONE = new DemandSignals(
            Optional.empty(), Optional.empty(), List.of(), Stretches.NONE, Optional.empty(), Optional.empty());

    /** Copies. */
    public DemandSignals {
        outliers = List.copyOf(outliers);
    }
}
