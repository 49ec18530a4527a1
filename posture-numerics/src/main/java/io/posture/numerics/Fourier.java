package io.posture.numerics;

/**
 * Products of polynomials with real coefficients by the fast Fourier transform. A polynomial of less than 2m terms is
 * known by its values at the m-th roots of i, where multiplying two is multiplying their values: a product of less than
 * 2m terms costs transforms of m complex points, with nothing to unpack ("right-angle convolution", Crandall & Fagin
 * 1994). Values are kept in bit-reversed order, which no pointwise product minds.
 */
final class Fourier {

    /** Tables up to this exponent of 2 are made once. */
    private static final int READY = 13;

    private static final Fourier[] SMALL = new Fourier[READY + 1];

    static {
        for (int exponent = 0; exponent <= READY; exponent++) {
            SMALL[exponent] = new Fourier(1 << exponent);
        }
    }

    private final int points;
    private final double[] cosine;
    private final double[] sine;
    private final double[] twistCosine;
    private final double[] twistSine;

    private Fourier(int points) {
        this.points = points;
        cosine = new double[points];
        sine = new double[points];
        twistCosine = new double[points];
        twistSine = new double[points];
        // a quarter of the circle in steps of pi / 2m holds every factor
        for (int k = 0; k < points; k++) {
            twistCosine[k] = Math.cos(Math.PI / 2 * k / points);
        }
        for (int k = 1; k < points; k++) {
            twistSine[k] = twistCosine[points - k];
        }
        // one run of factors for every stage: those of the stage of half length h begin at h
        for (int half = 1; half < points; half *= 2) {
            int stride = 2 * points / half;
            for (int k = 0; k < half; k++) {
                int step = k * stride;
                boolean firstQuarter = step < points;
                cosine[half + k] = firstQuarter ? twistCosine[step] : -twistSine[step - points];
                sine[half + k] = firstQuarter ? -twistSine[step] : -twistCosine[step - points];
            }
        }
    }

    /** Transforms for products of at most so many terms. */
    static Fourier forTerms(int terms) {
        int exponent = 32 - Integer.numberOfLeadingZeros(Math.max(0, (terms - 1) / 2));
        return exponent <= READY ? SMALL[exponent] : new Fourier(1 << exponent);
    }

    /** Number of complex values. */
    int points() {
        return points;
    }

    /** Values of a polynomial: real parts, then imaginary parts. */
    double[][] values(double[] coefficients) {
        double[] re = new double[points];
        double[] im = new double[points];
        for (int k = 0; k < points; k++) {
            double a = k < coefficients.length ? coefficients[k] : 0;
            double b = points + k < coefficients.length ? coefficients[points + k] : 0;
            re[k] = a * twistCosine[k] - b * twistSine[k];
            im[k] = a * twistSine[k] + b * twistCosine[k];
        }
        forward(re, im);
        return new double[][] {re, im};
    }

    /** The first coefficients of the polynomial with these values, which are used up. */
    double[] coefficients(double[][] values, int terms) {
        double[] re = values[0];
        double[] im = values[1];
        backward(re, im);
        double[] coefficients = new double[terms];
        double scale = 1.0 / points;
        for (int k = 0; k < points; k++) {
            if (k < terms) {
                coefficients[k] = (re[k] * twistCosine[k] + im[k] * twistSine[k]) * scale;
            }
            if (points + k < terms) {
                coefficients[points + k] = (im[k] * twistCosine[k] - re[k] * twistSine[k]) * scale;
            }
        }
        return coefficients;
    }

    /** Natural order in, bit-reversed order out. */
    private void forward(double[] re, double[] im) {
        for (int half = points / 2; half > 1; half /= 2) {
            for (int start = 0; start < points; start += 2 * half) {
                for (int k = 0; k < half; k++) {
                    int low = start + k;
                    int high = low + half;
                    double differenceRe = re[low] - re[high];
                    double differenceIm = im[low] - im[high];
                    re[low] += re[high];
                    im[low] += im[high];
                    double c = cosine[half + k];
                    double s = sine[half + k];
                    re[high] = differenceRe * c - differenceIm * s;
                    im[high] = differenceRe * s + differenceIm * c;
                }
            }
        }
        pairs(re);
        pairs(im);
    }

    /** Bit-reversed order in, natural order out; not divided by the number of points. */
    private void backward(double[] re, double[] im) {
        pairs(re);
        pairs(im);
        for (int half = 2; half < points; half *= 2) {
            for (int start = 0; start < points; start += 2 * half) {
                for (int k = 0; k < half; k++) {
                    int low = start + k;
                    int high = low + half;
                    double c = cosine[half + k];
                    double s = sine[half + k];
                    double turnedRe = re[high] * c + im[high] * s;
                    double turnedIm = im[high] * c - re[high] * s;
                    re[high] = re[low] - turnedRe;
                    im[high] = im[low] - turnedIm;
                    re[low] += turnedRe;
                    im[low] += turnedIm;
                }
            }
        }
    }

    /** The stage of half length 1, whose only factor is 1. */
    private static void pairs(double[] values) {
        for (int low = 0; low + 1 < values.length; low += 2) {
            double difference = values[low] - values[low + 1];
            values[low] += values[low + 1];
            values[low + 1] = difference;
        }
    }
}
