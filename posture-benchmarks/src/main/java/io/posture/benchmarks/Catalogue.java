package io.posture.benchmarks;

import io.posture.api.Bucket;
import io.posture.api.DemandClass;
import io.posture.api.DemandHistory;
import io.posture.api.ItemProfile;
import io.posture.benchmarks.catalogue.CatalogueSense;
import io.posture.benchmarks.catalogue.Manufacturer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Items of the made-up manufacturer with a full history of weeks, handed out one after the other. Not thread-safe. */
final class Catalogue {

    private static final int ITEMS = 1_000;
    private static final int WEEKS = 104;

    private final List<ItemProfile> population;
    private final List<Entry> entries;
    private int at;

    private Catalogue(List<ItemProfile> population, List<Entry> entries) {
        this.population = population;
        this.entries = entries;
    }

    /** Items of every demand class. */
    static Catalogue of() {
        return of(List.of(DemandClass.SMOOTH, DemandClass.ERRATIC, DemandClass.INTERMITTENT, DemandClass.LUMPY));
    }

    /** Items of some demand classes. */
    static Catalogue of(List<DemandClass> classes) {
        List<ItemProfile> population = Manufacturer.population(CatalogueSense.SEED, ITEMS, false)
                .items()
                .toList();
        List<Entry> entries = population.stream()
                .filter(item -> classes.contains(item.demand().demandClass()))
                .filter(item -> item.demand().history().length() >= WEEKS)
                .map(Entry::new)
                .toList();
        return new Catalogue(population, new ArrayList<>(entries));
    }

    /** Everything there is, for a look at the population. */
    Stream<ItemProfile> population() {
        return population.stream();
    }

    /** The next item; after the last comes the first. */
    Entry next() {
        at = at + 1 < entries.size() ? at + 1 : 0;
        return entries.get(at);
    }

    /** An item with its demand by week and by month. */
    static final class Entry {

        private final ItemProfile profile;
        private final DemandHistory months;
        private final double[] weeks;
        private final double[] monthly;

        private Entry(ItemProfile profile) {
            this.profile = profile;
            this.weeks = profile.demand().history().toArray();
            LocalDate first = profile.demand().history().firstBucket();
            LocalDate month = Bucket.MONTH.startOf(first);
            double[] sums = new double[24];
            for (int week = 0; week < weeks.length; week++) {
                LocalDate monday = first.plusWeeks(week);
                int index = 12 * (monday.getYear() - month.getYear()) + monday.getMonthValue() - month.getMonthValue();
                sums[Math.min(index, sums.length - 1)] += weeks[week];
            }
            this.monthly = sums;
            this.months = DemandHistory.of(month, Bucket.MONTH, sums);
        }

        ItemProfile profile() {
            return profile;
        }

        DemandHistory history() {
            return profile.demand().history();
        }

        DemandHistory months() {
            return months;
        }

        /** Demand by week, not to be changed. */
        double[] weeks() {
            return weeks;
        }

        /** Demand by month, not to be changed. */
        double[] monthly() {
            return monthly;
        }
    }
}
