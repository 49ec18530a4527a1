package io.posture.benchmarks.closedloop;

import io.posture.api.Bucket;
import io.posture.api.ItemProfile;
import io.posture.benchmarks.Draws;
import io.posture.profile.Population;
import io.posture.profile.PopulationBuilder;
import io.posture.profile.ProfileSettings;
import io.posture.profile.ReceiptRow;
import io.posture.profile.SourcingRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What two years of demand and a handful of receipts show of test items: their profiles as a run would make them. */
final class SeenItems {

    private static final int WEEKS = 104;

    /** A year before the window, of which a run sees nothing but that the item was there. */
    private static final int EARLIER_WEEKS = 52;

    private static final int RECEIPTS = 8;
    private static final int ITEMS_PER_SUPPLIER = 10;

    private SeenItems() {}

    /**
     * Profiles of items, in their order.
     *
     * @param items the items, all of one kind
     * @param later weeks after the first two years at which the last two years are looked at, 0 to 51
     */
    static List<ItemProfile> profiles(List<TestItem> items, int later, long seed) {
        LocalDate asOf = TestItem.MONDAY.plusWeeks(WEEKS + later).minusDays(1);
        PopulationBuilder builder = new PopulationBuilder(ProfileSettings.DEFAULTS.withAsOf(asOf));
        for (TestItem item : items) {
            builder.item(item::id);
            Draws draws = Draws.of(seed, "seen " + item.kind(), item.number());
            addReceipts(item, builder, draws);
            double[] weeks = item.weeks(EARLIER_WEEKS + WEEKS + later, draws);
            for (int week = 0; week < weeks.length; week++) {
                LocalDate monday = TestItem.MONDAY.plusWeeks(week - EARLIER_WEEKS);
                if (weeks[week] > 0) {
                    builder.demand(item.id(), monday, Bucket.DAY, weeks[week], 2 + week);
                }
            }
        }
        Population population = builder.build();
        return items.stream()
                .map(item -> population.find(item.id()).orElseThrow())
                .toList();
    }

    private static void addReceipts(TestItem item, PopulationBuilder builder, Draws draws) {
        String supplier = "V" + item.number() / ITEMS_PER_SUPPLIER;
        builder.sourcing(new SourcingRow(
                item.id(),
                supplier,
                OptionalDouble.of(1),
                true,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty()));
        for (int line = 0; line < RECEIPTS; line++) {
            LocalDate ordered = TestItem.MONDAY.plusWeeks(11L * line + 1);
            builder.receipt(new ReceiptRow(
                    "PO-" + item.number() + "-" + line,
                    "1",
                    item.id(),
                    supplier,
                    Optional.of(ordered),
                    Optional.empty(),
                    Optional.of(ordered.plusDays(item.leadTimes().draw(draws))),
                    OptionalDouble.of(item.lot()),
                    OptionalDouble.of(item.lot()),
                    2 + line));
        }
    }
}
