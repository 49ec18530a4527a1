package io.posture.numerics;

/**
 * A stream of random numbers: xoroshiro128++ with the ziggurat for normal and squeezed rejection for gamma numbers. The
 * same seed gives the same numbers on every machine and Java version. Not thread-safe: every item has its own.
 *
 * @see "Blackman & Vigna, ACM TOMS 47 (2021); Marsaglia & Tsang, J. Stat. Software 5 (2000); Marsaglia & Tsang, ACM TOMS
 *     26 (2000)"
 */
public final class RandomStream {

    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final double UNIT = 0x1p-53;

    private long first;
    private long second;

    private RandomStream(long first, long second) {
        this.first = first;
        this.second = second;
    }

    /** The stream of a seed. */
    public static RandomStream of(long seed) {
        long next = seed + GOLDEN_GAMMA;
        return new RandomStream(mix(next), mix(next + GOLDEN_GAMMA));
    }

    /**
     * The stream of one item in a run: it depends on nothing but the seed and the names, so that another item more or less,
     * another order or number of threads changes nothing.
     *
     * @param seed seed of the run
     * @param names what the stream is for, for example item, site and purpose
     */
    public static RandomStream of(long seed, String... names) {
        long hash = FNV_OFFSET;
        for (String name : names) {
            for (int i = 0; i < name.length(); i++) {
                hash = (hash ^ name.charAt(i)) * FNV_PRIME;
            }
            hash = (hash ^ Character.MAX_VALUE) * FNV_PRIME;
        }
        return of(mix(seed) ^ hash);
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** 64 random bits. */
    public long bits() {
        long a = first;
        long b = second;
        long sum = Long.rotateLeft(a + b, 17) + a;
        b ^= a;
        first = Long.rotateLeft(a, 49) ^ b ^ (b << 21);
        second = Long.rotateLeft(b, 28);
        return sum;
    }

    /** Uniform in [0, 1). */
    public double uniform() {
        return (bits() >>> 11) * UNIT;
    }

    /**
     * A whole number from 0 to below a bound, each equally likely to within bound / 2^32.
     *
     * @param bound above 0
     */
    public int below(int bound) {
        return scaled(bits() >>> 32, bound);
    }

    /** A number from 0 to below a bound, from 32 random bits. */
    public static int scaled(long bits32, int bound) {
        return (int) ((bits32 * bound) >>> 32);
    }

    /** Standard normal. */
    public double gaussian() {
        while (true) {
            long bits = bits();
            int layer = (int) bits & Ziggurat.LAST;
            long position = bits >>> 11;
            long sign = (bits & 256) << 55;
            double x = position * Ziggurat.WIDTH[layer];
            if (position < Ziggurat.INSIDE[layer]) {
                return signed(x, sign);
            }
            if (layer == Ziggurat.LAST) {
                return signed(tail(), sign);
            }
            double height =
                    Ziggurat.HEIGHT[layer + 1] + uniform() * (Ziggurat.HEIGHT[layer] - Ziggurat.HEIGHT[layer + 1]);
            if (height < StrictMath.exp(-0.5 * x * x)) {
                return signed(x, sign);
            }
        }
    }

    private static double signed(double x, long sign) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(x) | sign);
    }

    private double tail() {
        while (true) {
            double x = -StrictMath.log(1 - uniform()) / Ziggurat.TAIL;
            double y = -StrictMath.log(1 - uniform());
            if (y + y >= x * x) {
                return Ziggurat.TAIL + x;
            }
        }
    }

    /**
     * Gamma with scale 1.
     *
     * @param shape above 0
     */
    public double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * StrictMath.exp(StrictMath.log(1 - uniform()) / shape);
        }
        double d = shape - 1.0 / 3;
        return gamma(d, 1 / Math.sqrt(9 * d));
    }

    /** Gamma of shape d + 1/3 with c = 1 / sqrt(9 d), for callers that keep d and c. */
    public double gamma(double d, double c) {
        while (true) {
            double x;
            double v;
            do {
                x = gaussian();
                v = 1 + c * x;
            } while (v <= 0);
            v = v * v * v;
            double u = 1 - uniform();
            double square = x * x;
            if (u < 1 - 0.0331 * square * square
                    || StrictMath.log(u) < 0.5 * square + d * (1 - v + StrictMath.log(v))) {
                return d * v;
            }
        }
    }
}
