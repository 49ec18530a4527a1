package io.posture.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.Bucket;
import io.posture.api.DemandClass;
import io.posture.api.DemandProfile;
import io.posture.api.ItemState;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class StatedDemandTest {

    private static final double DIGITS = 1e-12;
    private static final double DAYS = 365.0 / 12;

    @Test
    void standsInWhereThereIsNoHistory() {
        Run run = stating(60, OptionalDouble.of(12));
        DemandProfile demand = run.profile("a").demand();
        assertEquals(ItemState.NEW, run.profile("a").state());
        assertEquals(60 / DAYS, demand.meanPerDay(), DIGITS);
        assertEquals(12 / Math.sqrt(DAYS), demand.sdPerDay().orElseThrow(), DIGITS);
        assertEquals(DemandClass.SMOOTH, demand.demandClass());
        assertEquals(0, demand.history().length());
        assertTrue(demand.hasRate());
        assertEquals("stated", demand.signals().analogue().orElseThrow().kind());
        assertTrue(demand.meanPerDayFigure().origin().toString().contains("items.demand_per_month"));
        assertTrue(Run.assumption(run.build(), Premise.DEMAND_STATED).isPresent());
    }

    @Test
    void aDeviationOfSevenTenthsOfTheMeanIsErratic() {
        assertEquals(
                DemandClass.ERRATIC,
                stating(10, OptionalDouble.of(7)).profile("a").demand().demandClass());
        assertEquals(
                DemandClass.SMOOTH,
                stating(10, OptionalDouble.of(6.99)).profile("a").demand().demandClass());
    }

    @Test
    void anUnknownDeviationIsNotZero() {
        DemandProfile demand = stating(10, OptionalDouble.empty()).profile("a").demand();
        assertEquals(OptionalDouble.empty(), demand.sdPerDay());
        assertEquals(OptionalDouble.empty(), demand.squaredCv());
    }

    @Test
    void noDemandIsStatedAsNoDemand() {
        assertEquals(
                DemandClass.NO_DEMAND,
                stating(0, OptionalDouble.of(0)).profile("a").demand().demandClass());
    }

    @Test
    void aHistoryOfItsOwnCountsMore() {
        Run run = stating(60, OptionalDouble.of(12));
        for (int week = 0; week < 20; week++) {
            run.builder.demand(Run.id("a"), Run.day(7 * week), Bucket.WEEK, 7, 0);
        }
        assertEquals(1, run.profile("a").demand().meanPerDay(), DIGITS);
        assertEquals(Optional.empty(), run.profile("a").demand().signals().analogue());
    }

    @Test
    void refusesWhatCannotBe() {
        assertThrows(IllegalArgumentException.class, () -> stating(-1, OptionalDouble.empty()));
        assertThrows(IllegalArgumentException.class, () -> stating(1, OptionalDouble.of(Double.NaN)));
        assertThrows(
                IllegalArgumentException.class,
                () -> Run.asOf(Run.DAY_0)
                        .builder
                        .statedDemand(new StatedDemand(Run.id("b"), 1, OptionalDouble.empty())));
    }

    private static Run stating(double pieces, OptionalDouble sd) {
        Run run = Run.asOf(LocalDate.of(2024, 6, 30)).item("a");
        run.builder.statedDemand(new StatedDemand(Run.id("a"), pieces, sd));
        return run;
    }
}
