package io.posture.testkit;

import io.posture.api.Bucket;
import io.posture.api.CriticalityScores;
import io.posture.api.FailureRating;
import io.posture.api.Item;
import io.posture.api.ItemId;
import io.posture.api.ItemProfile;
import io.posture.api.ItemType;
import io.posture.api.Supplier;
import io.posture.profile.PopulationBuilder;
import io.posture.profile.ProfileSettings;
import io.posture.profile.ReceiptRow;
import io.posture.profile.SourcingRow;
import io.posture.profile.StockRow;
import io.posture.profile.SupplyLinkRow;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

/** Populations to run plugins on: a small catalogue of every demand pattern, and the edges where plugins break. */
public final class SampleItems {

    private static final LocalDate AS_OF = LocalDate.of(2026, 9, 27);
    private static final int WEEKS = 104;
    private static final int CATALOGUE = 60;

    private SampleItems() {}

    /** Sixty items: smooth, intermittent, erratic and lumpy, cheap and dear, with one to three suppliers or none. */
    public static List<ItemProfile> catalogue() {
        PopulationBuilder builder = builder();
        suppliers(builder);
        for (int i = 0; i < CATALOGUE; i++) {
            SampleItem item = new SampleItem(i);
            builder.item(item);
            demand(builder, item.id(), i % 4, new Random(17L + i));
            for (int source = 0; source < i % 4; source++) {
                source(builder, item.id(), "V" + (i + source) % 7, 10 + 15 * source + i % 30);
            }
            builder.stock(new StockRow(item.id(), AS_OF, true, 10.0 * (i % 9), 2 + i));
        }
        return builder.build().items().toList();
    }

    /** Populations at the edge of what a plugin may meet, by name. */
    public static Map<String, List<ItemProfile>> edges() {
        Map<String, List<ItemProfile>> edges = new LinkedHashMap<>();
        edges.put("no item", List.of());
        edges.put("one item", catalogue().subList(3, 4));
        edges.put("no demand at all", plain(3, 0));
        edges.put("all equal", plain(5, 7));
        edges.put("huge values", plain(2, 1e12));
        edges.put("no history, supplier, stock or cost", bare());
        return edges;
    }

    private static List<ItemProfile> plain(int items, double perWeek) {
        PopulationBuilder builder = builder();
        suppliers(builder);
        for (int i = 0; i < items; i++) {
            SampleItem item = new SampleItem(4);
            ItemId id = ItemId.of("equal-" + i);
            builder.item(item.as(id));
            for (int week = 0; week < WEEKS; week++) {
                builder.demand(id, AS_OF.minusWeeks(week), Bucket.DAY, perWeek, 2 + week);
            }
            source(builder, id, "V1", 12);
        }
        return builder.build().items().toList();
    }

    private static List<ItemProfile> bare() {
        PopulationBuilder builder = builder();
        ItemId id = ItemId.of("bare");
        builder.item(() -> id);
        return builder.build().items().toList();
    }

    private static PopulationBuilder builder() {
        return new PopulationBuilder(ProfileSettings.DEFAULTS.withAsOf(AS_OF));
    }

    private static void suppliers(PopulationBuilder builder) {
        String[] countries = {"DE", "FR", "IN", "", "US", "CN", "DE"};
        for (int i = 0; i < countries.length; i++) {
            builder.supplier(new SampleSupplier("V" + i, countries[i], i));
        }
        builder.countryRisk("DE", 0.1);
        builder.countryRisk("FR", 0.2);
        builder.countryRisk("IN", 0.5);
        builder.supplyLink(new SupplyLinkRow("V1", "plant-1", "", OptionalDouble.empty(), "FR"));
        builder.supplyLink(new SupplyLinkRow("V2", "plant-1", "", OptionalDouble.empty(), "FR"));
    }

    private static void demand(PopulationBuilder builder, ItemId id, int pattern, Random random) {
        for (int week = 0; week < WEEKS; week++) {
            boolean busy = pattern == 0 || pattern == 2 || random.nextInt(4) == 0;
            double size =
                    pattern < 2 ? 90 + random.nextInt(20) : 1 + Math.floor(300 * Math.pow(random.nextDouble(), 4));
            if (busy) {
                builder.demand(id, AS_OF.minusWeeks(week), Bucket.DAY, size, 2 + week);
            }
        }
    }

    private static void source(PopulationBuilder builder, ItemId id, String supplier, int leadTimeDays) {
        builder.sourcing(new SourcingRow(
                id,
                supplier,
                OptionalDouble.empty(),
                true,
                OptionalDouble.of(leadTimeDays),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty()));
        for (int order = 0; order < 8; order++) {
            LocalDate ordered = AS_OF.minusWeeks(12L * order + 8);
            builder.receipt(new ReceiptRow(
                    "PO-" + id.sku() + supplier + order,
                    "1",
                    id,
                    supplier,
                    Optional.of(ordered),
                    Optional.of(ordered.plusDays(leadTimeDays)),
                    Optional.of(ordered.plusDays(leadTimeDays + order % 3)),
                    OptionalDouble.of(100),
                    OptionalDouble.of(100),
                    2 + order));
        }
    }

    /** An item whose properties follow from a number. */
    private record SampleItem(int number, ItemId id) implements Item {

        SampleItem(int number) {
            this(number, ItemId.of("item-" + (1000 + number)));
        }

        SampleItem as(ItemId other) {
            return new SampleItem(number, other);
        }

        @Override
        public ItemType type() {
            return number % 17 == 0 ? ItemType.MRO : ItemType.COMPONENT;
        }

        @Override
        public boolean criticalSpare() {
            return number % 34 == 0;
        }

        @Override
        public OptionalDouble unitCost() {
            return number % 11 == 10 ? OptionalDouble.empty() : OptionalDouble.of(1 + number * number % 50);
        }

        @Override
        public OptionalDouble orderCost() {
            return number % 3 == 0 ? OptionalDouble.of(40) : OptionalDouble.empty();
        }

        @Override
        public OptionalDouble shortageCost() {
            return number % 5 == 0 ? OptionalDouble.of(100) : OptionalDouble.empty();
        }

        @Override
        public OptionalDouble shelfLifeDays() {
            return number % 13 == 0 ? OptionalDouble.of(60) : OptionalDouble.empty();
        }

        @Override
        public String category() {
            return number % 4 == 3 ? "family-" + number % 3 : "";
        }

        @Override
        public Optional<FailureRating> failureRating() {
            return number % 6 == 0
                    ? Optional.of(new FailureRating(1 + number % 10, 1 + number % 7, 1 + number % 9))
                    : Optional.empty();
        }

        @Override
        public CriticalityScores criticality() {
            return number % 4 == 3
                    ? CriticalityScores.UNKNOWN
                    : new CriticalityScores(
                            OptionalDouble.of(number % 10 / 10.0),
                            OptionalDouble.empty(),
                            OptionalDouble.of(number % 7 / 7.0),
                            OptionalDouble.empty(),
                            OptionalDouble.empty());
        }
    }

    /** A supplier whose soundness follows from a number. */
    private record SampleSupplier(String id, String country, int number) implements Supplier {

        @Override
        public OptionalDouble financialScore() {
            return number % 2 == 0 ? OptionalDouble.of(60 + number) : OptionalDouble.empty();
        }
    }
}
