package io.posture.benchmarks;

import java.util.SplittableRandom;

/**
 * Seeded draws for made-up worlds, written from textbook definitions and sharing nothing with the shipped calculations.
 * Not thread-safe.
 */
public final class Draws {

    private static final double LARGE_MEAN = 60;

    private final SplittableRandom random;

    private Draws(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** A stream of its own for a purpose: more streams never change it. */
    public static Draws of(long seed, String purpose, long number) {
        long mixed = seed * 0x9E3779B97F4A7C15L + purpose.hashCode() * 0xD1B54A32D192ED03L + number;
        return new Draws(new SplittableRandom(mixed).nextLong());
    }

    /** A number in [0, 1). */
    public double uniform() {
        return random.nextDouble();
    }

    /** A number in [from, to). */
    public double between(double from, double to) {
        return from + (to - from) * random.nextDouble();
    }

    /** A whole number in [0, bound). */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** True with a probability. */
    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** Index of a weight, drawn in proportion to the weights. */
    public int weighted(double... weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double left = sum * random.nextDouble();
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    /** Standard normal, by the polar method of Marsaglia and Bray. */
    public double normal() {
        while (true) {
            double x = between(-1, 1);
            double y = between(-1, 1);
            double square = x * x + y * y;
            if (square > 0 && square < 1) {
                return x * Math.sqrt(-2 * Math.log(square) / square);
            }
        }
    }

    /** Log-normal with a median and the deviation of its logarithm. */
    public double logNormal(double median, double spread) {
        return median * Math.exp(spread * normal());
    }

    /** Gamma with a mean and a coefficient of variation, by the method of Marsaglia and Tsang. */
    public double gamma(double mean, double cv) {
        if (!(mean > 0 && cv > 0)) {
            return Math.max(0, mean);
        }
        double shape = 1 / (cv * cv);
        double boost = shape < 1 ? Math.pow(1 - random.nextDouble(), 1 / shape) : 1;
        double d = (shape < 1 ? shape + 1 : shape) - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = normal();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(1 - random.nextDouble()) < 0.5 * x * x + d * (1 - v + Math.log(v))) {
                return boost * d * v * mean / shape;
            }
        }
    }

    /** Poisson: products of uniforms, split in halves while the mean is large. */
    public int poisson(double mean) {
        if (mean > LARGE_MEAN) {
            return poisson(mean / 2) + poisson(mean - mean / 2);
        }
        double limit = Math.exp(-mean);
        double product = 1 - random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= 1 - random.nextDouble();
            count++;
        }
        return count;
    }
}
