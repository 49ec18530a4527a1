package io.posture.profile;

import io.posture.api.Analogue;
import io.posture.api.DemandClass;
import io.posture.api.DemandProfile;
import io.posture.api.DemandSignals;
import io.posture.api.Item;
import io.posture.api.ItemId;
import io.posture.api.Lifecycle;
import io.posture.numerics.Sums;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Demand that stands in for new items: what somebody states, else that of the item named as like it, else the mean of its
 * category.
 */
final class Analogues {

    private static final String ITEM = "item";
    private static final String CATEGORY = "category";
    private static final String STATED = "stated";
    private static final String STATED_IN = "items.demand_per_month";
    private static final double DAYS_PER_MONTH = 365.0 / 12;

    /** Items that a category needs to say what is usual in it. */
    private static final int POOL_FROM = 3;

    private final List<Item> items;
    private final Map<ItemId, Integer> numbers;
    private final Map<ItemId, StatedDemand> stated;
    private final List<DemandProfile> demands;
    private final DemandProfiler profiler;
    private final AssumptionLog log;
    private final Map<String, List<DemandProfile>> categories = new HashMap<>();

    /**
     * Makes the pools.
     *
     * @param numbers number of every item
     * @param stated what somebody states
     * @param demands profiles from own histories, in the order of the items
     */
    Analogues(
            List<Item> items,
            Map<ItemId, Integer> numbers,
            Map<ItemId, StatedDemand> stated,
            List<DemandProfile> demands,
            DemandProfiler profiler,
            AssumptionLog log) {
        this.items = items;
        this.numbers = numbers;
        this.stated = stated;
        this.demands = demands;
        this.profiler = profiler;
        this.log = log;
        for (int item = 0; item < items.size(); item++) {
            String category = items.get(item).category();
            if (!category.isEmpty() && lends(item)) {
                categories
                        .computeIfAbsent(category, unseen -> new ArrayList<>())
                        .add(demands.get(item));
            }
        }
    }

    /** The demand of a new item; its own few buckets if nothing can stand in. */
    DemandProfile standIn(int item) {
        DemandProfile own = demands.get(item);
        StatedDemand word = stated.get(items.get(item).id());
        if (word != null) {
            log.add(Premise.DEMAND_STATED, item);
            return fromStatement(own, word);
        }
        Optional<Integer> analogue =
                items.get(item).analogue().map(numbers::get).filter(this::lends);
        if (analogue.isPresent()) {
            log.add(Premise.DEMAND_FROM_ANALOGUE, item);
            return fromItem(own, items.get(analogue.get()), demands.get(analogue.get()));
        }
        List<DemandProfile> pool = categories.getOrDefault(items.get(item).category(), List.of());
        if (pool.size() < POOL_FROM || !arriving(item)) {
            return own;
        }
        log.add(Premise.DEMAND_FROM_CATEGORY, item);
        return fromCategory(own, items.get(item).category(), pool);
    }

    /** Whether an item has demand of its own to lend. */
    private boolean lends(int item) {
        return !profiler.isNew(item)
                && items.get(item).lifecycle() != Lifecycle.OBSOLETE
                && demands.get(item).meanPerDay() > 0
                && demands.get(item).sdPerDay().isPresent();
    }

    /** An item without a date and without a line may as well be dead: only the user's word makes it a new one. */
    private boolean arriving(int item) {
        return profiler.known(item) || items.get(item).lifecycle() == Lifecycle.NEW;
    }

    /** Demand in every month, its size as varied as the deviation says: a statement of a month tells nothing of gaps. */
    private static DemandProfile fromStatement(DemandProfile own, StatedDemand stated) {
        double mean = stated.piecesPerMonth();
        OptionalDouble squaredCv = mean > 0 && stated.sdPerMonth().isPresent()
                ? OptionalDouble.of(Math.pow(stated.sdPerMonth().getAsDouble() / mean, 2))
                : OptionalDouble.empty();
        DemandStatistics.DayMoments day = DemandStatistics.perDay(
                new DemandStatistics.BucketMoments(mean, stated.sdPerMonth().orElse(0), DAYS_PER_MONTH));
        return with(
                own,
                new Analogue(
                        STATED,
                        STATED_IN,
                        1,
                        day.meanDay(),
                        stated.sdPerMonth().isPresent() ? OptionalDouble.of(day.sdDay()) : OptionalDouble.empty()),
                mean > 0 ? DemandPattern.ofSizes(squaredCv) : DemandClass.NO_DEMAND,
                mean > 0 ? OptionalDouble.of(1) : OptionalDouble.empty(),
                squaredCv,
                day.meanDay());
    }

    private static DemandProfile fromItem(DemandProfile own, Item like, DemandProfile demand) {
        return with(
                own,
                new Analogue(ITEM, like.id().toString(), 1, demand.meanPerDay(), demand.sdPerDay()),
                demand.demandClass(),
                demand.adi(),
                demand.squaredCv(),
                demand.maxPerDay());
    }

    /** Means over the items, and the root of the mean squared coefficient of variation for the deviation. */
    private static DemandProfile fromCategory(DemandProfile own, String category, List<DemandProfile> pool) {
        double mean = mean(pool, DemandProfile::meanPerDay);
        double squaredCv = mean(pool, demand -> {
            double cv = demand.sdPerDay().orElseThrow() / demand.meanPerDay();
            return cv * cv;
        });
        DemandClass usual = usual(pool);
        List<DemandProfile> alike =
                pool.stream().filter(demand -> demand.demandClass() == usual).toList();
        List<DemandProfile> sized =
                alike.stream().filter(demand -> demand.squaredCv().isPresent()).toList();
        return with(
                own,
                new Analogue(CATEGORY, category, pool.size(), mean, OptionalDouble.of(mean * Math.sqrt(squaredCv))),
                usual,
                OptionalDouble.of(mean(alike, demand -> demand.adi().orElse(1))),
                sized.isEmpty()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(
                                mean(sized, demand -> demand.squaredCv().orElseThrow())),
                mean(pool, DemandProfile::maxPerDay));
    }

    /** The most frequent pattern, the harder one on a tie. */
    private static DemandClass usual(List<DemandProfile> pool) {
        Map<DemandClass, Long> counts =
                pool.stream().collect(Collectors.groupingBy(DemandProfile::demandClass, Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.<DemandClass, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .orElseThrow()
                .getKey();
    }

    /** Mean over a pool; sorted, so that it does not depend on the order of the items. */
    private static double mean(List<DemandProfile> pool, ToDoubleFunction<DemandProfile> value) {
        return Sums.of(pool.stream().mapToDouble(value).sorted().toArray()) / pool.size();
    }

    private static DemandProfile with(
            DemandProfile own,
            Analogue analogue,
            DemandClass pattern,
            OptionalDouble adi,
            OptionalDouble squaredCv,
            double maxPerDay) {
        DemandSignals signals = own.signals();
        return new DemandProfile(
                own.history(),
                pattern,
                analogue.meanPerDay(),
                analogue.sdPerDay(),
                adi,
                squaredCv,
                maxPerDay,
                own.months(),
                own.monthlyCv(),
                own.seasonal(),
                own.annualIssues(),
                own.daysSinceLastIssue(),
                own.returnedPieces(),
                own.rows(),
                new DemandSignals(
                        signals.trend(),
                        signals.season(),
                        signals.outliers(),
                        signals.stretches(),
                        signals.censoring(),
                        Optional.of(analogue)));
    }
}
