package io.posture.resilience.stockpile;

import io.posture.numerics.RandomStream;
import io.posture.numerics.Require;

/**
 * Exponential lengths: what is left of a disruption does not depend on how long it has lasted.
 *
 * @param meanDays mean, days, above 0
 */
record ExponentialLength(double meanDays) implements DisruptionLength {

    ExponentialLength {
        Require.positive("mean", meanDays);
    }

    @Override
    public double upper(double days) {
        return Math.exp(-days / meanDays);
    }

    @Override
    public double excess(double days) {
        return meanDays * upper(days);
    }

    @Override
    public double squaredExcess(double days) {
        return 2 * meanDays * meanDays * upper(days);
    }

    @Override
    public double meanExcess(double fromDays, double toDays) {
        double width = (toDays - fromDays) / meanDays;
        return width == 0 ? excess(fromDays) : excess(fromDays) * -Math.expm1(-width) / width;
    }

    @Override
    public double coverDays(double tail) {
        return tail >= 1 ? 0 : -meanDays * Math.log(Require.positive("tail", tail));
    }

    @Override
    public double draw(RandomStream random) {
        return -meanDays * StrictMath.log(1 - random.uniform());
    }
}
