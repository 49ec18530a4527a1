package io.posture.io.mapping;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A named rule that leaves rows out.
 *
 * @param name its name in accounts
 * @param reason why such rows are not wanted, one line
 * @param conditions what must hold together; rows for which all of them do are left out
 * @param countsInShares whether rows that it leaves out still count in the whole of which shares are parts
 */
public record RowFilter(String name, String reason, List<Condition> conditions, boolean countsInShares) {

    /**
     * A test of one cell.
     *
     * @param column column of the file that it looks at
     * @param test which cells match
     */
    public record Condition(String column, Test test) {}

    /** Copies. */
    public RowFilter {
        conditions = List.copyOf(conditions);
    }

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
}
