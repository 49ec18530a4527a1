package io.posture.benchmarks.closedloop;

import io.posture.benchmarks.Draws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A way of running items and what it promises.
 *
 * @param name for the reader
 * @param settings settings of the shipped safety stock step that differ from the defaults
 * @param fill whether the promise is a fill rate; else a cycle service level
 * @param promised the promise
 * @param lotDays lot, days of demand on average over the items
 */
record Trial(String name, Map<String, Object> settings, boolean fill, double promised, int lotDays) {

    private static final int LOT_DAYS = 45;

    /** Its multiples spread evenly between whole numbers. */
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /** Orders any evening, with a share of good cycles. */
    static Trial cycle(double level) {
        return new Trial("any evening", Map.of("desirable", level), false, level, LOT_DAYS);
    }

    /** Orders any evening, with a fill rate. */
    static Trial fill(double rate) {
        return new Trial("any evening", Map.of("service", "FILL", "fillRate", rate), true, rate, LOT_DAYS);
    }

    /** Orders every four weeks up to a level. */
    static Trial upTo(double level) {
        return new Trial(
                "every 28 days, up to a level", Map.of("desirable", level, "reviewDays", 28), false, level, 28);
    }

    /** Looks every week, orders below a point up to a level. */
    static Trial upToBelowPoint(double level) {
        return new Trial(
                "every 7 days, below a point, up to a level",
                Map.of("desirable", level, "reviewDays", 7),
                false,
                level,
                LOT_DAYS);
    }

    /** Orders any evening, by a method. */
    static Trial method(String method, double level) {
        return new Trial(
                "any evening, " + method, Map.of("desirable", level, "method", method), false, level, LOT_DAYS);
    }

    /** Orders any evening as if orders went out exactly at the reorder point. */
    static Trial withoutUndershoot(double level) {
        return new Trial(
                "any evening, undershoot left out",
                Map.of("desirable", level, "undershoot", false),
                false,
                level,
                LOT_DAYS);
    }

    /** The same with another lot. */
    Trial withLotDays(int days) {
        return new Trial(name, settings, fill, promised, days);
    }

    /** Its own for each item, by a third less or more than the average: equal lots and reviews would fall into step. */
    double lot(TestItem item) {
        double part = item.number() * GOLDEN % 1;
        return Math.max(
                1, Math.rint(lotDays * (2 + 2 * part) / 3 * item.demand().mean()));
    }

    /** What was promised, as an account tells it. */
    double achieved(Stockroom.Account account) {
        return fill ? account.fillRate() : account.cycleService();
    }

    /**
     * How a trial ended.
     *
     * @param achieved what was achieved over all items
     * @param error its standard error, from the spread of the items
     * @param lowestTenth what nine items of ten exceeded
     * @param stockDays mean stock in days of demand
     */
    record Score(double achieved, double error, double lowestTenth, double stockDays) {

        static Score of(Trial trial, List<TestItem> items, List<Stockroom.Account> accounts) {
            Stockroom.Account all = accounts.stream().reduce(Stockroom.Account.EMPTY, Stockroom.Account::plus);
            double[] each =
                    accounts.stream().mapToDouble(trial::achieved).sorted().toArray();
            double mean = Arrays.stream(each).average().orElseThrow();
            double variance = Arrays.stream(each)
                            .map(value -> (value - mean) * (value - mean))
                            .sum()
                    / Math.max(1, each.length - 1);
            double stock = IntStream.range(0, items.size())
                    .mapToDouble(i -> accounts.get(i).stockDays()
                            / accounts.get(i).days()
                            / items.get(i).demand().mean())
                    .average()
                    .orElseThrow();
            double error = trial.fill ? Math.sqrt(variance / each.length) : all.cycleServiceError();
            return new Score(trial.achieved(all), error, each[each.length / 10], stock);
        }
    }

    /** Runs items by their rules on their courses. */
    Score run(List<TestItem> items, List<Rule> rules, List<Course> courses, Stockroom room, long seed) {
        List<Stockroom.Account> accounts = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            TestItem item = items.get(i);
            Draws draws = Draws.of(seed, "lead times " + item.kind(), item.number());
            accounts.add(room.run(rules.get(i), courses.get(i), item.leadTimes(), draws));
        }
        return Score.of(this, items, accounts);
    }
}
