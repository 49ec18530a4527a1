package io.posture.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.Bucket;
import io.posture.api.DemandClass;
import io.posture.api.DemandProfile;
import io.posture.api.ItemProfile;
import io.posture.api.ItemState;
import io.posture.api.SupplyProfile;
import io.posture.profile.Run.TestItem;
import io.posture.profile.Run.TestSupplier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PopulationEdgesTest {

    private static final LocalDate AS_OF = LocalDate.of(2025, 12, 28);

    @Test
    void noItemIsAPopulation() {
        Population population = Run.with(ProfileSettings.DEFAULTS).build();
        assertEquals(0, population.size());
        assertEquals(Optional.empty(), population.find(Run.id("a")));
        assertTrue(Run.assumption(population, Premise.DATE_UNKNOWN).isPresent());
    }

    @Test
    void anItemWithoutAnyRowIsKnownToBeUnknown() {
        ItemProfile profile = Run.with(ProfileSettings.DEFAULTS).item("a").profile("a");
        assertEquals(ItemState.NEW, profile.state());
        assertEquals(SupplyProfile.UNKNOWN, profile.supply());
        assertEquals(OptionalDouble.empty(), profile.stock().usablePieces());
    }

    @Test
    void allZeroIsNoDemand() {
        Run run = Run.asOf(AS_OF).item("a");
        for (int week = 0; week < 104; week++) {
            run.issue("a", AS_OF.minusWeeks(week).toString(), 0);
        }
        DemandProfile demand = run.profile("a").demand();
        assertEquals(DemandClass.NO_DEMAND, demand.demandClass());
        assertEquals(0, demand.meanPerDay(), 0);
        assertEquals(OptionalDouble.empty(), demand.monthlyCv());
        // Monday 2024-01-01 to Sunday 2025-12-28
        assertEquals(728 / 7, demand.history().length());
    }

    @Test
    void hugeDemandKeepsItsDigits() {
        Run run = Run.asOf(AS_OF).item(new TestItem("a").introduced(LocalDate.of(2020, 1, 1)));
        for (int week = 0; week < 104; week++) {
            run.issue("a", AS_OF.minusWeeks(week).toString(), 1e9 + (week % 2 == 0 ? 7 : -7));
        }
        DemandProfile demand = run.profile("a").demand();
        int weeks = demand.history().length();
        assertEquals(1e9 / 7, demand.meanPerDay(), 1);
        // deviations of 7 up and down, on a mean that is off by less than 0.1
        assertEquals(
                7 / Math.sqrt(7) * Math.sqrt(weeks / (weeks - 1.0)),
                demand.sdPerDay().orElseThrow(),
                1e-3);
    }

    @Test
    void itemsComeAscendingById() {
        Run run = Run.asOf(AS_OF).item("c").item("a").item("b");
        assertEquals(
                List.of("a", "b", "c"),
                run.build().items().map(profile -> profile.id().sku()).toList());
    }

    @Test
    void theRunsDateIsTheNewestOfDemandAndReceipts() {
        Run run = Run.with(ProfileSettings.DEFAULTS).item("a").issue("a", "2024-01-05", 1);
        assertEquals(LocalDate.of(2024, 1, 5), run.build().asOf());
        run.line("a", "s", 10, Optional.of(90), Optional.of(12));
        assertEquals(Run.day(12), run.build().asOf());
        run.open("a", "s", 13);
        assertEquals(Run.day(13), run.build().asOf());
    }

    @Test
    void settingsOutsideTheirRangeAreRefused() {
        Exception refused = assertThrows(
                IllegalArgumentException.class,
                () -> new ProfileSettings(Optional.empty(), 0, 0.95, 0, 10, 4, 10, 0.25, List.of(), false));
        assertEquals("windowMonths must be in [1, 1200], was 0", refused.getMessage());
        assertThrows(
                IllegalArgumentException.class,
                () -> new ProfileSettings(Optional.empty(), 24, 0, 0, 10, 4, 10, 0.25, List.of(), false));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ProfileSettings(Optional.empty(), 24, 0.95, 0, 10, 4, 1, 0.25, List.of(), false));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ProfileSettings(Optional.empty(), 24, 0.95, 0, 10, 4, 10, Double.NaN, List.of(), false));
    }

    @Test
    void theCarryingRateOfTheSettingsIsNamed() {
        Population population = Run.asOf(AS_OF).item("a").item("b").build();
        assertEquals(
                new Assumption(
                        "CARRYING_RATE", "no carrying rate of the item: 25 % of the unit cost a year stands in", 2),
                Run.assumption(population, Premise.CARRYING_RATE).orElseThrow());
    }

    @Test
    void theOrderOfTheCallsChangesNothing() {
        String expected = null;
        for (int seed = 0; seed < 8; seed++) {
            String text = text(shuffled(seed));
            expected = expected == null ? text : expected;
            assertEquals(expected, text);
        }
    }

    /** A population with several of everything, its calls in an order that follows from a seed. */
    private static Population shuffled(int seed) {
        Random values = new Random(1);
        List<Consumer<PopulationBuilder>> items = new ArrayList<>();
        List<Consumer<PopulationBuilder>> rows = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            TestItem item = new TestItem("i" + i).in("c" + i % 2);
            items.add(builder -> builder.item(item));
            for (int line = 0; line < 90; line++) {
                double pieces = values.nextDouble() * 1000 - 20;
                LocalDate date = AS_OF.minusDays(values.nextInt(700));
                int row = line;
                rows.add(builder -> builder.demand(item.id(), date, Bucket.DAY, pieces, row));
            }
            for (int line = 0; line < 8; line++) {
                rows.add(receipt(item, values, "PO" + i + "-" + line / 2));
            }
        }
        for (String supplier : List.of("s", "t", "u")) {
            rows.add(builder -> builder.supplier(new TestSupplier(supplier, "DE")));
            for (String place : List.of("p", "q")) {
                double weight = values.nextDouble();
                rows.add(builder ->
                        builder.supplyLink(new SupplyLinkRow(supplier, place, "", OptionalDouble.of(weight), "DE")));
            }
        }
        rows.add(builder -> builder.countryRisk("DE", 0.1));
        Collections.shuffle(items, new Random(seed));
        Collections.shuffle(rows, new Random(seed));
        PopulationBuilder builder = new PopulationBuilder(ProfileSettings.DEFAULTS);
        items.forEach(call -> call.accept(builder));
        rows.forEach(call -> call.accept(builder));
        return builder.build();
    }

    private static Consumer<PopulationBuilder> receipt(TestItem item, Random values, String po) {
        LocalDate ordered = AS_OF.minusDays(200 + values.nextInt(300));
        ReceiptRow row = new ReceiptRow(
                po,
                "1",
                item.id(),
                List.of("s", "t", "u").get(po.hashCode() % 3 & 1),
                Optional.of(ordered),
                Optional.of(ordered.plusDays(30)),
                Optional.of(AS_OF.minusDays(values.nextInt(200))),
                OptionalDouble.of(10 + values.nextDouble()),
                OptionalDouble.of(6 + values.nextDouble()),
                values.nextInt(1000));
        return builder -> builder.receipt(row);
    }

    private static String text(Population population) {
        return population.asOf() + "\n" + population.assumptions() + "\n"
                + population.items().map(PopulationEdgesTest::text).collect(Collectors.joining("\n"));
    }

    private static String text(ItemProfile profile) {
        DemandProfile demand = profile.demand();
        return String.join(
                " ",
                profile.id().toString(),
                profile.state().toString(),
                Arrays.toString(demand.history().toArray()),
                Double.toString(demand.meanPerDay()),
                demand.sdPerDay().toString(),
                demand.monthlyCv().toString(),
                Double.toString(demand.annualIssues()),
                Double.toString(demand.returnedPieces()),
                demand.rows().toString(),
                profile.supply().toString());
    }
}
