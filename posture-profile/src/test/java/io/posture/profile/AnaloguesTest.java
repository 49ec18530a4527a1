package io.posture.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.Analogue;
import io.posture.api.DemandClass;
import io.posture.api.DemandProfile;
import io.posture.api.Item;
import io.posture.api.ItemId;
import io.posture.api.ItemState;
import io.posture.api.Lifecycle;
import io.posture.profile.Run.TestItem;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnaloguesTest {

    /** A Sunday. */
    private static final LocalDate AS_OF = LocalDate.of(2025, 12, 28);

    private static final LocalDate LONG_AGO = LocalDate.of(2010, 1, 1);
    private static final double DIGITS = 1e-12;

    /** An item that is said to be like another. */
    private record Newcomer(
            String sku, String like, @Override String category) implements Item {

        @Override
        public ItemId id() {
            return ItemId.of(sku);
        }

        @Override
        public Optional<LocalDate> introducedOn() {
            return Optional.of(AS_OF.minusWeeks(3));
        }

        @Override
        public Optional<ItemId> analogue() {
            return like.isEmpty() ? Optional.empty() : Optional.of(ItemId.of(like));
        }
    }

    /** An item of category c with a number of pieces every week of two years, 7 more or fewer in turn. */
    private static void weekly(Run run, String sku, double pieces) {
        run.item(new TestItem(sku).in("c").introduced(LONG_AGO));
        for (int week = 0; week < 104; week++) {
            run.issue(sku, AS_OF.minusWeeks(week).toString(), pieces + (week % 2 == 0 ? 7 : -7));
        }
    }

    private static Run threeOfACategory() {
        Run run = Run.asOf(AS_OF);
        weekly(run, "x", 70);
        weekly(run, "y", 140);
        weekly(run, "z", 210);
        return run;
    }

    private static DemandProfile demand(Run run, Item item) {
        run.builder.item(item);
        return run.profile(item.id().sku()).demand();
    }

    @Test
    void aNewItemBorrowsFromTheOneItIsLike() {
        Run run = threeOfACategory();
        DemandProfile demand = demand(run, new Newcomer("new", "y", "c"));
        assertEquals(ItemState.NEW, run.profile("new").state());
        assertEquals(20, demand.meanPerDay(), DIGITS);
        assertEquals(run.profile("y").demand().sdPerDay(), demand.sdPerDay());
        assertEquals(DemandClass.SMOOTH, demand.demandClass());
        Analogue analogue = demand.signals().analogue().orElseThrow();
        assertEquals("item", analogue.kind());
        assertEquals("y", analogue.name());
        assertTrue(demand.hasRate());
        assertTrue(Run.assumption(run.build(), Premise.DEMAND_FROM_ANALOGUE).isPresent());
    }

    @Test
    void withoutOneItTakesTheMeanAndTheVariationOfItsCategory() {
        Run run = threeOfACategory();
        DemandProfile demand = demand(run, new Newcomer("new", "", "c"));
        assertEquals(20, demand.meanPerDay(), DIGITS);
        double squaredWeek = 49 * 104.0 / 103;
        double squaredCv = squaredWeek / 7 * (1 / 100.0 + 1 / 400.0 + 1 / 900.0) / 3;
        assertEquals(20 * Math.sqrt(squaredCv), demand.sdPerDay().orElseThrow(), DIGITS);
        assertEquals(3, demand.signals().analogue().orElseThrow().items());
        assertEquals("category", demand.signals().analogue().orElseThrow().kind());
        assertTrue(Run.assumption(run.build(), Premise.DEMAND_FROM_CATEGORY).isPresent());
    }

    @Test
    void anAnalogueThatIsNewItselfLendsNothing() {
        Run run = threeOfACategory();
        run.builder.item(new Newcomer("other", "", ""));
        assertEquals(
                "category",
                demand(run, new Newcomer("new", "other", "c"))
                        .signals()
                        .analogue()
                        .orElseThrow()
                        .kind());
    }

    @Test
    void twoItemsAreNoPool() {
        Run run = Run.asOf(AS_OF);
        weekly(run, "x", 70);
        weekly(run, "y", 140);
        DemandProfile demand = demand(run, new Newcomer("new", "", "c"));
        assertEquals(Optional.empty(), demand.signals().analogue());
        assertEquals(0, demand.meanPerDay(), 0);
    }

    @Test
    void anItemThatNobodyEverMentionedMayBeDead() {
        Run run = threeOfACategory().item(new TestItem("dead").in("c"));
        assertEquals(0, run.profile("dead").demand().meanPerDay(), 0);
        run.item(new TestItem("coming").in("c").flagged(Lifecycle.NEW));
        assertEquals(20, run.profile("coming").demand().meanPerDay(), DIGITS);
    }

    @Test
    void itemsWithAHistoryKeepTheirOwn() {
        Run run = threeOfACategory();
        assertEquals(10, run.profile("x").demand().meanPerDay(), DIGITS);
        assertEquals(Optional.empty(), run.profile("x").demand().signals().analogue());
    }
}
