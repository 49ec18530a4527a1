package io.posture.benchmarks.closedloop;

import io.posture.api.Bucket;
import io.posture.api.Confidence;
import io.posture.api.DemandClass;
import io.posture.api.DemandHistory;
import io.posture.api.DemandProfile;
import io.posture.api.DemandSignals;
import io.posture.api.ItemId;
import io.posture.api.ItemProfile;
import io.posture.api.ItemState;
import io.posture.api.LeadTime;
import io.posture.api.RowRefs;
import io.posture.api.Season;
import io.posture.api.SourcingLink;
import io.posture.api.StockPosition;
import io.posture.api.Stretches;
import io.posture.api.Supplier;
import io.posture.api.SupplyProfile;
import io.posture.benchmarks.Draws;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * An item whose demand and lead time are known exactly, because they were made.
 *
 * @param number its number, which its streams of draws depend on
 * @param kind kind of demand
 * @param demand its demand
 * @param leadTimes its lead times
 */
record TestItem(int number, DailyDemand.Kind kind, DailyDemand demand, LeadTimes leadTimes) {

    /** Monday with which all seasons begin. */
    static final LocalDate MONDAY = LocalDate.of(2023, 1, 2);

    private static final int WEEK = 7;
    private static final int LONG_HISTORY_WEEKS = 52 * 40;
    private static final OptionalDouble UNKNOWN = OptionalDouble.empty();

    /** An item of a kind: its rate and its lead time of two to five weeks are its own. */
    static TestItem draw(long seed, DailyDemand.Kind kind, int number) {
        Draws draws = Draws.of(seed, "closed loop " + kind, number);
        DailyDemand demand = DailyDemand.of(kind, draws.logNormal(1, 0.5));
        return new TestItem(number, kind, demand, LeadTimes.gamma(draws.between(14, 35), 0.25, draws));
    }

    TestItem with(DailyDemand other) {
        return new TestItem(number, kind, other, leadTimes);
    }

    TestItem with(LeadTimes other) {
        return new TestItem(number, kind, demand, other);
    }

    ItemId id() {
        return ItemId.of(kind + "-" + number);
    }

    /** What comes in at once in the receipts it shows. */
    double lot() {
        return Math.max(1, Math.rint(45 * demand.mean()));
    }

    /** Demand of whole weeks, oldest first. */
    double[] weeks(int weeks, Draws draws) {
        return weeks(demand.path(WEEK * weeks, draws));
    }

    private static double[] weeks(double[] days) {
        return IntStream.range(0, days.length / WEEK)
                .mapToDouble(week -> IntStream.range(0, WEEK)
                        .mapToDouble(day -> days[WEEK * week + day])
                        .sum())
                .toArray();
    }

    /**
     * What is known of it when everything is: true mean and deviations (of forty
     * years where the level of demand wanders), and forty years of weeks where the shape counts.
     *
     * @param ends week of the year with which the history ends, 0 to 51
     */
    ItemProfile known(int ends, Draws draws) {
        double[] days = demand.path(WEEK * (LONG_HISTORY_WEEKS + ends), draws);
        double[] weeks = weeks(days);
        DemandHistory history = DemandHistory.of(MONDAY.minusWeeks(LONG_HISTORY_WEEKS), Bucket.WEEK, weeks);
        DemandProfile profile = new DemandProfile(
                history,
                demandClass(),
                demand.mean(),
                OptionalDouble.of(demand.disturbance().isStationary() ? sd(days) : demand.sd()),
                UNKNOWN,
                UNKNOWN,
                0,
                24,
                UNKNOWN,
                season().isPresent(),
                365 * demand.mean(),
                OptionalInt.of(1),
                0,
                RowRefs.NONE,
                new DemandSignals(
                        Optional.empty(), season(), List.of(), Stretches.NONE, Optional.empty(), Optional.empty()));
        LeadTime leadTime = new LeadTime(
                leadTimes.mean(),
                leadTimes.sd(),
                0,
                UNKNOWN,
                UNKNOWN,
                UNKNOWN,
                LeadTime.OWN,
                leadTimes.mean(),
                1,
                Confidence.HIGH,
                RowRefs.NONE);
        Supplier supplier = () -> "maker";
        SourcingLink link = new SourcingLink(
                supplier,
                1,
                true,
                Optional.of(leadTime),
                Optional.empty(),
                UNKNOWN,
                List.of(),
                UNKNOWN,
                UNKNOWN);
        ItemId id = id();
        return new ItemProfile(
                () -> id,
                ItemState.ACTIVE,
                profile,
                new SupplyProfile(List.of(link), Optional.of(leadTime), 0, 0),
                StockPosition.UNKNOWN);
    }

    private static double sd(double[] days) {
        double mean = Arrays.stream(days).average().orElseThrow();
        return Math.sqrt(Arrays.stream(days)
                .map(day -> (day - mean) * (day - mean))
                .average()
                .orElseThrow());
    }

    private DemandClass demandClass() {
        return switch (kind) {
            case SMOOTH, WAVE, PEAK -> DemandClass.SMOOTH;
            case ERRATIC -> DemandClass.ERRATIC;
            case INTERMITTENT -> DemandClass.INTERMITTENT;
            case LUMPY -> DemandClass.LUMPY;
        };
    }

    private Optional<Season> season() {
        if (!kind.isSeasonal()) {
            return Optional.empty();
        }
        List<Double> indices = IntStream.range(0, DailyDemand.YEAR / WEEK)
                .mapToObj(week -> IntStream.range(0, WEEK)
                        .mapToDouble(day -> demand.season(WEEK * week + day))
                        .average()
                        .orElseThrow())
                .toList();
        return Optional.of(new Season(Bucket.WEEK, MONDAY, indices, 1, 0, Confidence.HIGH));
    }
}
