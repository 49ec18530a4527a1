package io.posture.safetystock;

import io.posture.spi.Contributions;

/** The calculations around the distribution of lead-time demand, by topic. */
final class LeadTimeDemandCalculations {

    private LeadTimeDemandCalculations() {}

    static void offer(Contributions to) {
        to.calculation("buf.unitLoss", NormalLoss.FORMULA, NormalLoss.Inputs.class, NormalLoss::calculate);
        to.calculation(
                "buf.unitLossInverse",
                NormalLossInverse.FORMULA,
                NormalLossInverse.Inputs.class,
                NormalLossInverse::calculate);
        to.calculation("buf.fillRate", FillRate.FORMULA, FillRate.Inputs.class, FillRate::calculate);
        to.calculation(
                "buf.ssForFillRate", FillRateTarget.FORMULA, FillRateTarget.Inputs.class, FillRateTarget::calculate);
        to.calculation("buf.gammaRop", GammaDemand.FORMULA, GammaDemand.Inputs.class, GammaDemand::calculate);
        to.calculation(
                "buf.shiftedGammaRop",
                ShiftedGammaDemand.FORMULA,
                ShiftedGammaDemand.Inputs.class,
                ShiftedGammaDemand::calculate);
        to.calculation("buf.poissonRop", PoissonDemand.FORMULA, PoissonDemand.Inputs.class, PoissonDemand::calculate);
        to.calculation(
                "buf.negBinRop",
                NegativeBinomialDemand.FORMULA,
                NegativeBinomialDemand.Inputs.class,
                NegativeBinomialDemand::calculate);
        to.calculation(
                "buf.undershootPmf", UndershootSizes.FORMULA, UndershootSizes.Inputs.class, UndershootSizes::calculate);
        to.calculation(
                "buf.empiricalLtd", ConvolvedDemand.FORMULA, ConvolvedDemand.Inputs.class, ConvolvedDemand::calculate);
        to.calculation("buf.periodicReview", OrderUpTo.FORMULA, OrderUpTo.Inputs.class, OrderUpTo::calculate);
        to.calculation(
                "buf.rssPolicy",
                PeriodicReorderPoint.FORMULA,
                PeriodicReorderPoint.Inputs.class,
                PeriodicReorderPoint::calculate);
        to.calculation("buf.timePhased", PhasedStock.FORMULA, PhasedStock.Inputs.class, PhasedStock::calculate);
        to.calculation("buf.errorSd", ErrorDeviation.FORMULA, ErrorDeviation.Inputs.class, ErrorDeviation::calculate);
        to.calculation(
                "buf.sesErrorSd",
                SmoothedErrorDeviation.FORMULA,
                SmoothedErrorDeviation.Inputs.class,
                SmoothedErrorDeviation::calculate);
        to.calculation("mc.trials", TrialCount.FORMULA, TrialCount.Inputs.class, TrialCount::calculate);
        to.calculation(
                "mc.quantileRanks", OrderStatistics.FORMULA, OrderStatistics.Inputs.class, OrderStatistics::calculate);
        to.calculation(
                "demand.mixtureRop", RegimeMixture.FORMULA, RegimeMixture.Inputs.class, RegimeMixture::calculate);
        to.calculation("buf.minMax", StockLevels.FORMULA, StockLevels.Inputs.class, StockLevels::calculate);
        to.calculation(
                "buf.criticalRatioRop", CriticalRatio.FORMULA, CriticalRatio.Inputs.class, CriticalRatio::calculate);
    }
}
