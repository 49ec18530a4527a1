package io.posture.safetystock;

import io.posture.spi.Contributions;

/** Publishes what is computed of demand over a lead time: levels, service, shapes and simulation. */
final class LeadTimeDemandCalculations {

    private LeadTimeDemandCalculations() {}

    static void offer(Contributions to) {
        service(to);
        shapes(to);
        reviews(to);
        to.calculation("mc.trials", TrialCount.FORMULA, TrialCount.Inputs.class, TrialCount::calculate);
        to.calculation("mc.quantileRanks", QuantileRanks.FORMULA, QuantileRanks.Inputs.class, QuantileRanks::calculate);
        to.calculation("buf.minMax", StockLevels.FORMULA, StockLevels.Inputs.class, StockLevels::calculate);
    }

    private static void service(Contributions to) {
        to.calculation("buf.unitLoss", StandardLoss.FORMULA, StandardLoss.Inputs.class, StandardLoss::calculate);
        to.calculation(
                "buf.unitLossInverse", StandardLoss.INVERSE, StandardLoss.InverseInputs.class, StandardLoss::invert);
        to.calculation("buf.fillRate", FillRate.FORMULA, FillRate.Inputs.class, FillRate::calculate);
        to.calculation(
                "buf.ssForFillRate", FillRateStock.FORMULA, FillRateStock.Inputs.class, FillRateStock::calculate);
        to.calculation(
                "buf.criticalRatioRop",
                CriticalRatioReorderPoint.FORMULA,
                CriticalRatioReorderPoint.Inputs.class,
                CriticalRatioReorderPoint::calculate);
    }

    private static void shapes(Contributions to) {
        to.calculation(
                "buf.gammaRop",
                GammaReorderPoint.FORMULA,
                GammaReorderPoint.Inputs.class,
                GammaReorderPoint::calculate);
        to.calculation(
                "buf.poissonRop",
                PoissonReorderPoint.FORMULA,
                PoissonReorderPoint.Inputs.class,
                PoissonReorderPoint::calculate);
        to.calculation(
                "buf.negBinRop",
                NegativeBinomialReorderPoint.FORMULA,
                NegativeBinomialReorderPoint.Inputs.class,
                NegativeBinomialReorderPoint::calculate);
        to.calculation(
                "buf.undershootPmf", UndershootPmf.FORMULA, UndershootPmf.Inputs.class, UndershootPmf::calculate);
        to.calculation(
                "buf.empiricalLtd", EmpiricalDemand.FORMULA, EmpiricalDemand.Inputs.class, EmpiricalDemand::calculate);
        to.calculation(
                "demand.mixtureRop",
                MixtureReorderPoint.FORMULA,
                MixtureReorderPoint.Inputs.class,
                MixtureReorderPoint::calculate);
    }

    private static void reviews(Contributions to) {
        to.calculation(
                "buf.periodicReview", PeriodicReview.FORMULA, PeriodicReview.Inputs.class, PeriodicReview::calculate);
        to.calculation("buf.rssPolicy", RssPolicy.FORMULA, RssPolicy.Inputs.class, RssPolicy::calculate);
        to.calculation("buf.timePhased", TimePhased.FORMULA, TimePhased.Inputs.class, TimePhased::calculate);
        to.calculation("buf.errorSd", ForecastError.FORMULA, ForecastError.Inputs.class, ForecastError::calculate);
        to.calculation(
                "buf.sesErrorSd", ForecastError.SMOOTHED, ForecastError.SmoothedInputs.class, ForecastError::smoothed);
    }
}
