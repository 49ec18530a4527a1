package io.posture.stress;

import java.util.OptionalInt;

/** Stock, backlog and shortage of one item, day by day: what arrives comes first, then demand. Not thread-safe. */
final class Ledger {

    /** Less than this is rounding, not a shortage, pieces. */
    static final double NOTHING = 1e-9;

    private final ShortageMode mode;
    private final double reserve;
    private double stock;
    private double backlog;
    private double lowest;
    private double lost;
    private double backorderPieceDays;
    private int daysOut;
    private int firstOut;
    private int firstReserve;

    /**
     * A ledger at the end of day 0.
     *
     * @param stock pieces, at least 0
     */
    Ledger(double stock, ShortageMode mode) {
        this(stock, mode, 0);
    }

    /**
     * A ledger at the end of day 0.
     *
     * @param stock pieces, at least 0
     * @param reserve the part of the stock that is used last, pieces
     */
    Ledger(double stock, ShortageMode mode, double reserve) {
        this.stock = stock;
        this.lowest = stock;
        this.mode = mode;
        this.reserve = reserve;
    }

    /** Puts pieces into stock. */
    void receive(double pieces) {
        stock += pieces;
    }

    /** Takes pieces out of stock that serve no demand of the item's own. */
    void take(double pieces) {
        stock = Math.max(0, stock - pieces);
        lowest = Math.min(lowest, stock);
    }

    /** Demand of the day with the backlog, pieces. */
    double due(double demand) {
        return demand + backlog;
    }

    /** Serves demand, and before it the backlog, from all of the stock, and closes the day. */
    void serve(int day, double demand) {
        serve(day, demand, Math.min(stock, due(demand)), false);
    }

    /**
     * Closes the day.
     *
     * @param served pieces that demand gets, at most the stock and what is due
     * @param shortBeside whether something that is made of the item went short
     */
    void serve(int day, double demand, double served, boolean shortBeside) {
        double missing = due(demand) - served;
        take(served);
        if (mode == ShortageMode.BACKORDER) {
            backlog = missing;
            backorderPieceDays += missing;
        } else {
            lost += missing;
        }
        if (missing > NOTHING || shortBeside) {
            daysOut++;
            firstOut = firstOut == 0 ? day : firstOut;
        }
        if (stock < reserve - NOTHING && firstReserve == 0) {
            firstReserve = day;
        }
    }

    /** Adds days on which nothing changes and the backlog waits. */
    void idle(int days) {
        if (backlog > NOTHING) {
            daysOut += days;
            backorderPieceDays += backlog * days;
        }
    }

    double stock() {
        return stock;
    }

    double backlog() {
        return backlog;
    }

    /** Least stock at the end of a day so far, pieces. */
    double lowest() {
        return lowest;
    }

    double lost() {
        return lost;
    }

    double backorderPieceDays() {
        return backorderPieceDays;
    }

    int daysOut() {
        return daysOut;
    }

    /** The first day with a shortage; empty if there was none. */
    OptionalInt firstOut() {
        return day(firstOut);
    }

    /** The first day that ends with less than the reserve; empty if there was none. */
    OptionalInt firstReserve() {
        return day(firstReserve);
    }

    private static OptionalInt day(int day) {
        return day == 0 ? OptionalInt.empty() : OptionalInt.of(day);
    }
}
