package io.posture.io.table;

/** The two ways to write a number with a fraction. */
public enum NumberStyle {
    /** A point before the fraction, commas between groups of digits. */
    POINT("1,234.56", '.', ','),
    /** A comma before the fraction, points between groups of digits. */
    COMMA("1.234,56", ',', '.');

    private final String sample;
    private final char decimal;
    private final char grouping;

    NumberStyle(String sample, char decimal, char grouping) {
        this.sample = sample;
        this.decimal = decimal;
        this.grouping = grouping;
    }

    /** A number written so. */
    public String sample() {
        return sample;
    }

    /** Sign before the fraction. */
    public char decimal() {
        return decimal;
    }

    /** Sign between groups of digits. */
    public char grouping() {
        return grouping;
    }
}
