package io.posture.safetystock;

import io.posture.numerics.NormalMixture;

/** Normal covers mixed by their share of time. */
final class MixedCover implements CoverDistribution {

    private final double[] weights;
    private final double[] means;
    private final double[] sds;

    /** Takes the arrays over. */
    MixedCover(double[] weights, double[] means, double[] sds) {
        this.weights = weights;
        this.means = means;
        this.sds = sds;
    }

    @Override
    public double level(double csl) {
        return NormalMixture.quantile(weights, means, sds, csl);
    }

    @Override
    public double shortfall(double level) {
        return NormalMixture.expectedExcess(weights, means, sds, level);
    }

    @Override
    public double step() {
        return 0;
    }
}
