package io.posture.io.table;

/**
 * Numbers that a column allows.
 *
 * @param least smallest value
 * @param open whether the smallest value itself is excluded
 * @param most largest value
 */
public record Range(double least, boolean open, double most) {

    /** Beyond this no number of pieces, days or money can be meant, and sums of squares would lose their digits. */
    private static final double LARGEST = 1e15;

    /** Any number that can be meant. */
    public static final Range ANY = new Range(-LARGEST, false, LARGEST);
    /** Above 0. */
    public static final Range POSITIVE = new Range(0, true, LARGEST);
    /** 0 or more. */
    public static final Range NOT_NEGATIVE = new Range(0, false, LARGEST);
    /** 0 to 1. */
    public static final Range SHARE = new Range(0, false, 1);

    /** From a least to a largest number, both allowed. */
    public static Range of(double least, double most) {
        return new Range(least, false, most);
    }

    /** Whether a number is allowed. */
    public boolean contains(double value) {
        return (open ? value > least : value >= least) && value <= most;
    }

    /** What is allowed, in words. */
    @Override
    public String toString() {
        return (open ? "above " : "") + shown(least) + " to " + shown(most);
    }

    private static String shown(double bound) {
        if (Math.abs(bound) == LARGEST) {
            return bound < 0 ? "-1e15" : "1e15";
        }
        return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
    }
}
