package io.posture.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.explain.Figure;
import io.posture.explain.Origin;
import java.time.LocalDate;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ShortageCostTest {

    private static final OptionalDouble UNKNOWN = OptionalDouble.empty();

    @Test
    void costGivenPerPieceWins() {
        Figure cost = profile(OptionalDouble.of(7), OptionalDouble.of(900), OptionalDouble.of(3), 2)
                .shortageCost()
                .orElseThrow();
        assertEquals(7, cost.value());
        assertEquals(new Origin.Input("items.stockout_cost_per_unit", "items.csv row 2"), cost.origin());
    }

    @Test
    void costOfADayIsSharedByThePiecesOfThatDay() {
        Figure cost = profile(UNKNOWN, OptionalDouble.of(900), OptionalDouble.of(3), 2)
                .shortageCost()
                .orElseThrow();
        assertEquals(450, cost.value());
        assertTrue(cost.find("shortageCostPerDay").isPresent());
        assertTrue(cost.find("demandPerDay").isPresent());
    }

    @Test
    void marginStandsInWhereADayCostsNothingOrNothingIsWanted() {
        assertEquals(
                3,
                profile(UNKNOWN, OptionalDouble.of(0), OptionalDouble.of(3), 2)
                        .shortageCost()
                        .orElseThrow()
                        .value());
        assertEquals(
                3,
                profile(UNKNOWN, OptionalDouble.of(900), OptionalDouble.of(3), 0)
                        .shortageCost()
                        .orElseThrow()
                        .value());
    }

    @Test
    void statedCostThatIsNotAboveZeroCountsAsNotGiven() {
        for (double stated : new double[] {0, -7}) {
            assertEquals(
                    3,
                    profile(OptionalDouble.of(stated), UNKNOWN, OptionalDouble.of(3), 2)
                            .shortageCost()
                            .orElseThrow()
                            .value());
            assertTrue(profile(OptionalDouble.of(stated), UNKNOWN, UNKNOWN, 2)
                    .shortageCost()
                    .isEmpty());
        }
    }

    @Test
    void costIsUnknownWithoutAnyOfThemAndAtALoss() {
        assertTrue(profile(UNKNOWN, UNKNOWN, UNKNOWN, 2).shortageCost().isEmpty());
        assertTrue(profile(UNKNOWN, UNKNOWN, OptionalDouble.of(0), 2)
                .shortageCost()
                .isEmpty());
        assertTrue(profile(UNKNOWN, UNKNOWN, OptionalDouble.of(-4), 2)
                .shortageCost()
                .isEmpty());
    }

    private static ItemProfile profile(
            OptionalDouble perPiece, OptionalDouble perDay, OptionalDouble margin, double piecesPerDay) {
        Item item = new Item() {
            @Override
            public ItemId id() {
                return ItemId.of("bolt");
            }

            @Override
            public OptionalDouble shortageCost() {
                return perPiece;
            }

            @Override
            public OptionalDouble shortageCostPerDay() {
                return perDay;
            }

            @Override
            public OptionalDouble unitMargin() {
                return margin;
            }

            @Override
            public RowRefs rows() {
                return RowRefs.of("items.csv", 2);
            }
        };
        DemandProfile demand = new DemandProfile(
                DemandHistory.of(LocalDate.of(2025, 1, 6), Bucket.WEEK, 7 * piecesPerDay, 7 * piecesPerDay),
                DemandClass.SMOOTH,
                piecesPerDay,
                OptionalDouble.of(0.5),
                OptionalDouble.of(1),
                OptionalDouble.of(0.01),
                3,
                1,
                OptionalDouble.empty(),
                false,
                154,
                OptionalInt.of(0),
                0,
                RowRefs.NONE);
        return new ItemProfile(item, ItemState.ACTIVE, demand, SupplyProfile.UNKNOWN, StockPosition.UNKNOWN);
    }
}
