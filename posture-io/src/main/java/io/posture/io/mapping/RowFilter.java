package io.posture.io.mapping;

import io.posture.io.table.Notation;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A named rule that leaves rows out.
 *
 * @param name its name in accounts
 * @param reason why such rows are not wanted, one line
 * @param column column of the file that it looks at
 * @param test which cells match; rows that match are left out
 * @param countsInShares whether rows that it leaves out still count in the whole of which shares are parts
 */
public record RowFilter(String name, String reason, String column, Test test, boolean countsInShares) {

    /** Which cells match. */
    public sealed interface Test {

        /** The cell is one of these, or none of them. */
        record OneOf(Set<String> values, boolean negated) implements Test {}

        /** The whole cell matches a regular expression, or does not. */
        record Matches(Pattern pattern, boolean negated) implements Test {}

        /** The cell is empty, or is not. */
        record Empty(boolean negated) implements Test {}

        /** The cell is the largest of its column, or is not. Dates compare as dates, numbers as numbers. */
        record Latest(boolean negated) implements Test {}
    }

    /** Whether the test needs the largest value of its column. */
    boolean needsLatest() {
        return test instanceof Test.Latest;
    }

    /**
     * The test as a predicate on a cell without blanks around it.
     *
     * @param latest largest value of the column, if the test needs it
     * @param notation how the file is written
     */
    Predicate<String> predicate(String latest, Notation notation) {
        if (test instanceof Test.OneOf oneOf) {
            return cell -> oneOf.values().contains(cell) != oneOf.negated();
        }
        if (test instanceof Test.Matches matches) {
            return cell -> matches.pattern().matcher(new BoundedText(cell)).matches() != matches.negated();
        }
        if (test instanceof Test.Empty empty) {
            return cell -> (cell.isEmpty() || notation.empties().contains(cell)) != empty.negated();
        }
        boolean negated = ((Test.Latest) test).negated();
        ValueOrder order = new ValueOrder(notation);
        return cell -> (order.compare(cell, latest) == 0) != negated;
    }
}
