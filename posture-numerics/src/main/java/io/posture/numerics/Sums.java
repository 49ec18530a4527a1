package io.posture.numerics;

/** Compensated sums (Neumaier 1974): the error does not grow with the number of terms. */
public final class Sums {

    private Sums() {}

    /** Sum of all values; 0 for none. */
    public static double of(double... values) {
        double sum = 0;
        double lost = 0;
        for (double value : values) {
            double next = sum + value;
            lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
            sum = next;
        }
        return sum + lost;
    }
}
