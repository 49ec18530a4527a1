package io.posture.profile;

import io.posture.spi.Contributions;

/** The calculations behind supply profiles. */
final class SupplyCalculations {

    private SupplyCalculations() {}

    /** Publishes them under their topics. */
    static void offer(Contributions to) {
        to.calculation(
                "supply.lineCompletion", LineCompletion.FORMULA, LineCompletion.Inputs.class, LineCompletion::of);
        to.calculation(
                "supply.leadTimeStats",
                LeadTimeStatistics.FORMULA,
                LeadTimeStatistics.Inputs.class,
                LeadTimeStatistics::of);
        to.calculation("supply.kaplanMeier", KaplanMeier.FORMULA, KaplanMeier.Inputs.class, KaplanMeier::of);
        to.calculation("supply.otif", OnTimeInFull.FORMULA, OnTimeInFull.Inputs.class, OnTimeInFull::of);
        to.calculation(
                "supply.otifShrink", ServiceShrinkage.FORMULA, ServiceShrinkage.Inputs.class, ServiceShrinkage::of);
        to.calculation("supply.poolLeadTime", LeadTimePool.FORMULA, LeadTimePool.Inputs.class, LeadTimePool::of);
        to.calculation(
                "supply.leadTimeShrink",
                LeadTimeShrinkage.FORMULA,
                LeadTimeShrinkage.Inputs.class,
                LeadTimeShrinkage::of);
    }
}
