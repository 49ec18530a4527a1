package io.posture.profile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.posture.api.Bucket;
import io.posture.api.ItemId;
import io.posture.api.ItemProfile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The order in which rows arrive changes no profile. */
class PopulationProperties {

    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    private static final int ITEMS = 8;
    private static final int WEEKS = 104;

    @Property(seed = "311", tries = 25)
    void orderOfItemsAndRowsChangesNothing(@ForAll long world, @ForAll long order) {
        List<ItemProfile> one = profiles(items(), rows(new Random(world)));
        List<Integer> shuffledItems = items();
        Collections.shuffle(shuffledItems, new Random(order));
        List<Consumer<PopulationBuilder>> shuffledRows = rows(new Random(world));
        Collections.shuffle(shuffledRows, new Random(order));
        List<ItemProfile> other = profiles(shuffledItems, shuffledRows);
        for (int i = 0; i < ITEMS; i++) {
            assertSame(one.get(i), other.get(i));
        }
    }

    private static void assertSame(ItemProfile one, ItemProfile other) {
        assertEquals(one.id(), other.id());
        assertArrayEquals(
                one.demand().history().toArray(), other.demand().history().toArray());
        assertEquals(one.demand().meanPerDay(), other.demand().meanPerDay());
        assertEquals(one.demand().sdPerDay(), other.demand().sdPerDay());
        assertEquals(one.demand().demandClass(), other.demand().demandClass());
        assertEquals(one.demand().monthlyCv(), other.demand().monthlyCv());
        assertEquals(one.demand().annualIssues(), other.demand().annualIssues());
        assertEquals(one.demand().signals(), other.demand().signals());
        assertEquals(
                one.supply().leadTime().map(lead -> List.of(lead.meanDays(), lead.sdDays())),
                other.supply().leadTime().map(lead -> List.of(lead.meanDays(), lead.sdDays())));
        assertEquals(one.supply().receipts(), other.supply().receipts());
        assertEquals(one.supply().links().size(), other.supply().links().size());
        for (int i = 0; i < one.supply().links().size(); i++) {
            assertEquals(
                    one.supply().links().get(i).service().map(service -> service.lower05()),
                    other.supply().links().get(i).service().map(service -> service.lower05()));
        }
        assertEquals(one.stock().usablePieces(), other.stock().usablePieces());
    }

    private static List<Integer> items() {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            numbers.add(i);
        }
        return numbers;
    }

    private static List<ItemProfile> profiles(List<Integer> items, List<Consumer<PopulationBuilder>> rows) {
        PopulationBuilder builder = new PopulationBuilder(ProfileSettings.DEFAULTS.withAsOf(AS_OF));
        items.forEach(number -> {
            ItemId id = id(number);
            builder.item(() -> id);
        });
        rows.forEach(row -> row.accept(builder));
        return builder.build().items().toList();
    }

    private static ItemId id(int number) {
        return ItemId.of("item-" + number);
    }

    private static List<Consumer<PopulationBuilder>> rows(Random random) {
        List<Consumer<PopulationBuilder>> rows = new ArrayList<>();
        for (int number = 0; number < ITEMS; number++) {
            ItemId id = id(number);
            for (int week = 0; week < WEEKS; week++) {
                LocalDate day = AS_OF.minusDays(7L * week + random.nextInt(7));
                double pieces = random.nextInt(60) - 5 + random.nextDouble();
                int row = rows.size();
                if (random.nextInt(ITEMS) >= number) {
                    rows.add(builder -> builder.demand(id, day, Bucket.DAY, pieces, row));
                }
            }
            for (int line = 0; line < 1 + number; line++) {
                ReceiptRow receipt = receipt(id, number, line, random);
                rows.add(builder -> builder.receipt(receipt));
            }
            StockRow stock = new StockRow(id, AS_OF, true, random.nextInt(100), number);
            rows.add(builder -> builder.stock(stock));
        }
        return rows;
    }

    private static ReceiptRow receipt(ItemId id, int number, int line, Random random) {
        LocalDate ordered = AS_OF.minusDays(60 + random.nextInt(500));
        int days = 5 + random.nextInt(40);
        return new ReceiptRow(
                "PO-" + number + "-" + line,
                "1",
                id,
                "V" + (number + line) % 3,
                Optional.of(ordered),
                Optional.of(ordered.plusDays(20)),
                Optional.of(ordered.plusDays(days)),
                OptionalDouble.of(100),
                OptionalDouble.of(random.nextInt(10) == 0 ? 60 : 100),
                line);
    }
}
