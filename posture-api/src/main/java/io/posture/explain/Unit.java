package io.posture.explain;

/** Unit of a figure. Money is in the one currency of the run. */
public enum Unit {
    /** Stock units of the item. */
    PIECES("pieces"),
    /** Stock units a day. */
    PIECES_PER_DAY("pieces/day"),
    /** Stock units a year. */
    PIECES_PER_YEAR("pieces/year"),
    /** Days; a year has 365. */
    DAYS("days"),
    /** Currency units. */
    MONEY("money"),
    /** Currency units for one piece. */
    MONEY_PER_PIECE("money/piece"),
    /** Currency units for one piece in a year. */
    MONEY_PER_PIECE_AND_YEAR("money/piece/year"),
    /** Currency units a year. */
    MONEY_PER_YEAR("money/year"),
    /** A fraction, 0 to 1. */
    SHARE("share"),
    /** A fraction a year. */
    SHARE_PER_YEAR("share/year"),
    /** An index, 0 to 100. */
    SCORE("of 100"),
    /** A number of things. */
    COUNT("count"),
    /** A pure number. */
    NONE("");

    private final String symbol;

    Unit(String symbol) {
        this.symbol = symbol;
    }

    /** How the unit is written behind a number; empty for a pure number. */
    public String symbol() {
        return symbol;
    }
}
