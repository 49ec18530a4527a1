package io.posture.profile;

import io.posture.spi.Contributions;

/** Publishes the calculations behind demand profiles. */
final class DemandCalculations {

    private DemandCalculations() {}

    static void offer(Contributions to) {
        to.calculation("demand.bucket", Bucketing.FORMULA, Bucketing.Inputs.class, Bucketing::of);
        to.calculation("demand.stats", DemandStatistics.FORMULA, DemandStatistics.Inputs.class, DemandStatistics::of);
        to.calculation("demand.sbc", DemandPattern.FORMULA, DemandPattern.Inputs.class, DemandPattern::of);
        to.calculation(
                "demand.scale", DemandStatistics.SCALE, DemandStatistics.BucketMoments.class, DemandStatistics::perDay);
        to.calculation("demand.mannKendall", MannKendall.FORMULA, MannKendall.Inputs.class, MannKendall::of);
        to.calculation("demand.seasonalTest", SeasonTest.FORMULA, SeasonTest.Inputs.class, SeasonTest::of);
        to.calculation(
                "demand.seasonalIndices", SeasonalIndices.FORMULA, SeasonalIndices.Inputs.class, SeasonalIndices::of);
        to.calculation("demand.outliers", Outliers.FORMULA, Outliers.Inputs.class, Outliers::of);
        to.calculation("demand.changePoints", ChangePoints.FORMULA, ChangePoints.Inputs.class, ChangePoints::of);
        to.calculation("demand.regimes", Regimes.FORMULA, Regimes.Inputs.class, Regimes::of);
        to.calculation("demand.censoredNormal", CensoredNormal.FORMULA, CensoredSeries.class, CensoredNormal::of);
        to.calculation("demand.censoredPoisson", CensoredPoisson.FORMULA, CensoredSeries.class, CensoredPoisson::of);
        to.calculation("demand.censorScale", CensorScale.FORMULA, CensorScale.Inputs.class, CensorScale::of);
    }
}
