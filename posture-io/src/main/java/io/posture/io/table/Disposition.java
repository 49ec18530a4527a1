package io.posture.io.table;

import io.posture.io.input.Reject;

/** What a table did with a row. */
public sealed interface Disposition {

    /** It is in the table. */
    Disposition USED = new Used();

    /** It is in the table. */
    record Used() implements Disposition {}

    /**
     * It was left out by a named rule.
     *
     * @param rule name of the rule
     */
    record Filtered(String rule) implements Disposition {}

    /**
     * It was set aside.
     *
     * @param reject why
     */
    record Rejected(Reject reject) implements Disposition {}
}
