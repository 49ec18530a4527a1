package io.posture.io.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How rows become one record.
 *
 * @param by columns of the table that are equal within a record
 * @param latestBy columns of the file that say which row is the latest; later ones decide where earlier ones are equal
 * @param shareWithin columns of the table within which shares add up to 1
 * @param aggregates how each other column is made from the rows
 * @param minimum how many known values a record needs
 */
public record Grouping(
        List<String> by,
        List<String> latestBy,
        List<String> shareWithin,
        Map<String, Aggregate> aggregates,
        Optional<Minimum> minimum) {

    /** How a column of a record is made from rows. */
    public enum Aggregate {
        /** Value of the first row in the file that has one. */
        FIRST,
        /** Value of the latest row, known or not. */
        LATEST,
        /** Value of the latest row that has one. */
        LATEST_KNOWN,
        /** Sum of the known values. */
        SUM,
        /** Mean of the known values. */
        MEAN,
        /** Smallest known value. */
        MIN,
        /** Largest known value. */
        MAX,
        /** True if it is true in any row. */
        ANY,
        /** The sum's part of the sum over all records that agree in {@link #shareWithin}. */
        SHARE
    }

    /**
     * How many known values a record needs; records with fewer are left out by a named rule.
     *
     * @param column column of the table
     * @param values how many
     * @param rule name of the rule
     */
    public record Minimum(String column, int values, String rule) {}

    /** Copies. */
    public Grouping {
        by = List.copyOf(by);
        latestBy = List.copyOf(latestBy);
        shareWithin = List.copyOf(shareWithin);
        aggregates = Map.copyOf(aggregates);
    }
}
