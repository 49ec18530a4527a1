package io.posture.stress;

import java.util.OptionalInt;

/** Stock, backlog and shortage of one item, day by day: what arrives comes first, then demand. Not thread-safe. */
final class Ledger {

    /** Less than this is rounding, not a shortage, pieces. */
    static final double NOTHING = 1e-9;

    private final ShortageMode mode;
    private final double reserve;
    private final Without without;
    private double stock;
    private double backlog;
    private double gap;
    private boolean outToday;
    private double waitedToday;
    private double lostToday;
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
        this(stock, mode, 0, Without.NONE);
    }

    /**
     * A ledger at the end of day 0.
     *
     * @param stock pieces, at least 0
     * @param reserve the part of the stock that is used last, pieces
     * @param without what is short anyway: only a day on which more is short counts
     */
    Ledger(double stock, ShortageMode mode, double reserve, Without without) {
        this.stock = stock;
        this.lowest = stock;
        this.mode = mode;
        this.reserve = reserve;
        this.without = without;
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
        serve(day, demand, Math.min(stock, due(demand)), 0);
    }

    /**
     * Closes the day.
     *
     * @param served pieces that demand gets, at most the stock and what is due
     * @param shortInAll pieces that are short of all that is asked for, for what is made of the item too
     */
    void serve(int day, double demand, double served, double shortInAll) {
        double missing = due(demand) - served;
        take(served);
        boolean waits = mode == ShortageMode.BACKORDER;
        backlog = waits ? missing : 0;
        waitedToday = Math.max(0, backlog - without.waiting(day));
        lostToday = waits ? 0 : missing;
        backorderPieceDays += waitedToday;
        lost += lostToday;
        gap = Math.max(missing, shortInAll);
        outToday = gap > without.gap(day) + NOTHING;
        if (outToday) {
            daysOut++;
            firstOut = firstOut == 0 ? day : firstOut;
        }
        if (stock < reserve - NOTHING && firstReserve == 0) {
            firstReserve = day;
        }
    }

    /** Takes the last day back out of all sums. */
    void forget() {
        daysOut -= outToday ? 1 : 0;
        backorderPieceDays -= waitedToday;
        lost -= lostToday;
    }

    /** What was short on the last day, pieces. */
    double gap() {
        return gap;
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

    /** The first day that counts as one out; empty if there was none. */
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
