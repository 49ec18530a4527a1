package io.posture.review;

import io.posture.spi.Contributions;
import io.posture.spi.PluginInfo;
import io.posture.spi.PosturePlugin;

/** Offers the calculations of key figures and reviews. */
public final class ReviewPlugin implements PosturePlugin {

    /** For the service loader. */
    public ReviewPlugin() {}

    @Override
    public PluginInfo info() {
        return new PluginInfo("posture-review", "0.1.0", PluginInfo.API_VERSION, "Key figures and reviews");
    }

    @Override
    public void contribute(Contributions to) {
        to.calculation("kpi.fill", Fill.FORMULA, Fill.Inputs.class, Fill::calculate);
        to.calculation("kpi.perfectOrder", PerfectOrder.FORMULA, PerfectOrder.Inputs.class, PerfectOrder::calculate);
        to.calculation("kpi.financial", Financial.FORMULA, Financial.Inputs.class, Financial::calculate);
        to.calculation("kpi.mttr", Recovery.FORMULA, Recovery.Inputs.class, Recovery::calculate);
        to.calculation("kpi.insurance", Insurance.FORMULA, Insurance.Inputs.class, Insurance::calculate);
        to.calculation(
                "review.cusumBernoulli", FailureCusum.FORMULA, FailureCusum.Inputs.class, FailureCusum::calculate);
        to.calculation("review.cusumGaussian", MeanCusum.FORMULA, MeanCusum.Inputs.class, MeanCusum::calculate);
        to.calculation("review.bayesOtif", OtifLevel.FORMULA, OtifLevel.Inputs.class, OtifLevel::calculate);
        to.calculation("review.hysteresis", Hysteresis.FORMULA, Hysteresis.Inputs.class, Hysteresis::calculate);
        to.calculation("review.deadband", Deadband.FORMULA, Deadband.Inputs.class, Deadband::calculate);
        to.calculation(
                "review.trackingSignal",
                TrackingSignal.FORMULA,
                TrackingSignal.Inputs.class,
                TrackingSignal::calculate);
        to.calculation("review.stockAge", StockAge.FORMULA, StockAge.Inputs.class, StockAge::calculate);
    }
}
