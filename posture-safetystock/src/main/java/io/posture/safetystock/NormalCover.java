package io.posture.safetystock;

import io.posture.numerics.Normal;
import io.posture.numerics.UnitLoss;

/**
 * Normal cover.
 *
 * @param mean pieces
 * @param sd pieces, above 0
 */
record NormalCover(double mean, double sd) implements CoverDistribution {

    @Override
    public double level(double csl) {
        return mean + Normal.quantile(csl) * sd;
    }

    @Override
    public double shortfall(double level) {
        return sd * UnitLoss.of((level - mean) / sd);
    }

    @Override
    public double step() {
        return 0;
    }

    @Override
    public double fillRate(double level, double lot) {
        return 1 - sd * UnitLoss.between((level - mean) / sd, lot / sd) / lot;
    }

    @Override
    public double levelForFill(double fill, double lot) {
        return mean
                + FillRateTarget.calculate(new FillRateTarget.Inputs(fill, sd, lot))
                        .rawSafetyStock();
    }
}
