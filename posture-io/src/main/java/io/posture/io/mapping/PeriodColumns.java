package io.posture.io.mapping;

import java.util.regex.Pattern;

/**
 * One column per period, turned into rows: a row of the file becomes one row for each such column, with the column's name in
 * {@link #PERIOD} and its cell in {@link #VALUE} beside the other cells.
 *
 * @param columns which columns are periods: their whole names match
 */
public record PeriodColumns(Pattern columns) {

    /** Column of the turned table that holds the name of the period's column. */
    public static final String PERIOD = "period";
    /** Column of the turned table that holds the period's cell. */
    public static final String VALUE = "value";
}
