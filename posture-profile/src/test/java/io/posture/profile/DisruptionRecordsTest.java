package io.posture.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.DisruptionLengths;
import io.posture.api.DisruptionLog;
import io.posture.api.SourceDisruptions;
import io.posture.profile.Run.TestSupplier;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class DisruptionRecordsTest {

    private static final int YEAR = 365;

    private final Run run = Run.asOf(Run.day(2 * YEAR)).item("bolt");

    @Test
    void withoutALogNothingIsKnownAndNotThatThereWereNone() {
        run.received("bolt", "V1", 0, 10);
        assertEquals(SourceDisruptions.UNKNOWN, run.link("bolt", "V1").disruptions());
        assertEquals(DisruptionLog.NONE, run.profile("bolt").supply().disruptions());
        assertTrue(assumes("DISRUPTIONS_NOT_LOGGED"));
    }

    @Test
    void yearsAreCountedFromTheFirstOrderOfTheSource() {
        run.received("bolt", "V1", 0, 10).received("bolt", "V1", 400, 10);
        event(EventRow.Scope.SUPPLIER, "V1", 100, Optional.of(130));
        SourceDisruptions seen = run.link("bolt", "V1").disruptions();
        assertEquals(2, seen.yearsObserved(), 1e-12);
        assertEquals(new DisruptionLengths(List.of(30.0), List.of()), seen.lengths());
    }

    @Test
    void anOrderBeforeTheWindowStillCountsForTheYears() {
        Run late = Run.asOf(Run.day(10 * YEAR)).item("bolt").received("bolt", "V1", 0, 10);
        late.received("bolt", "V1", 10 * YEAR - 50, 10);
        late.builder.event(row(EventRow.Scope.SUPPLIER, "V1", 100, Optional.of(130)));
        assertEquals(10, late.link("bolt", "V1").disruptions().yearsObserved(), 1e-12);
    }

    @Test
    void whatIsNotOverIsOpenAtItsAge() {
        run.received("bolt", "V1", 0, 10);
        event(EventRow.Scope.SUPPLIER, "V1", 2 * YEAR - 40, Optional.empty());
        event(EventRow.Scope.SUPPLIER, "V1", 300, Optional.of(2 * YEAR + 60));
        // both run on the day of the run: one disruption, open since the earlier began
        assertEquals(
                new DisruptionLengths(List.of(), List.of(430.0)),
                run.link("bolt", "V1").disruptions().lengths());
    }

    @Test
    void whatOverlapsIsOneDisruptionAndWhatDoesNotAreTwo() {
        run.received("bolt", "V1", 0, 10);
        event(EventRow.Scope.SUPPLIER, "V1", 100, Optional.of(120));
        event(EventRow.Scope.SUPPLIER, "V1", 110, Optional.of(150));
        event(EventRow.Scope.SUPPLIER, "V1", 200, Optional.of(210));
        assertEquals(
                new DisruptionLengths(List.of(10.0, 50.0), List.of()),
                run.link("bolt", "V1").disruptions().lengths());
    }

    @Test
    void whatBeginsAfterTheRunsDateHasNotHappened() {
        run.received("bolt", "V1", 0, 10);
        event(EventRow.Scope.SUPPLIER, "V1", 2 * YEAR + 1, Optional.empty());
        assertEquals(0, run.link("bolt", "V1").disruptions().events());
        assertTrue(assumes("DISRUPTIONS_LATER"));
    }

    @Test
    void aSourceIsHitByWhatHitsItsPlaceRegionRouteAndItem() {
        run.supplier(new TestSupplier("V1", "IN"))
                .supplier(new TestSupplier("V2", "FR"))
                .received("bolt", "V1", 0, 10)
                .received("bolt", "V2", 0, 10);
        run.builder.supplyLink(new SupplyLinkRow("V1", "plant", "", OptionalDouble.empty(), "CN"));
        event(EventRow.Scope.SITE, "PLANT", 10, Optional.of(20));
        event(EventRow.Scope.REGION, "cn", 30, Optional.of(50));
        event(EventRow.Scope.REGION, "IN", 60, Optional.of(90));
        event(EventRow.Scope.ITEM, "bolt", 100, Optional.of(140));
        assertEquals(
                List.of(10.0, 20.0, 30.0, 40.0),
                run.link("bolt", "V1").disruptions().lengths().closedDays());
        assertEquals(
                List.of(40.0), run.link("bolt", "V2").disruptions().lengths().closedDays());
    }

    @Test
    void theLogAddsUpYearsAndDisruptionsOfAllSources() {
        run.item("nut").received("bolt", "V1", 0, 10).received("nut", "V2", YEAR, 10);
        event(EventRow.Scope.SUPPLIER, "V1", 100, Optional.of(130));
        event(EventRow.Scope.SUPPLIER, "V2", 500, Optional.of(510));
        DisruptionLog log = run.profile("bolt").supply().disruptions();
        assertEquals(2, log.events());
        assertEquals(3, log.sourceYears(), 1e-12);
        assertEquals(List.of(10.0, 30.0), log.lengths().closedDays());
    }

    @Test
    void disruptionsElsewhereSayHowLongAndNotHowOften() {
        run.received("bolt", "V1", 0, 10);
        run.builder.event(new EventRow(
                EventRow.Scope.INDUSTRY, "Other", Run.day(3000), Optional.of(Run.day(3100)), Optional.empty(), 0));
        run.builder.event(new EventRow(
                EventRow.Scope.INDUSTRY, "Other", Run.day(3000), Optional.empty(), Optional.of(Run.day(3200)), 0));
        DisruptionLog log = run.profile("bolt").supply().disruptions();
        assertEquals(0, log.events());
        assertEquals(new DisruptionLengths(List.of(100.0), List.of(200.0)), log.elsewhere());
        assertEquals(SourceDisruptions.UNKNOWN, run.link("bolt", "V1").disruptions());
        assertTrue(assumes("DISRUPTIONS_ELSEWHERE"));
        assertTrue(assumes("DISRUPTIONS_NOT_LOGGED"));
    }

    @Test
    void aDisruptionIsNotOverBeforeItBegan() {
        assertThrows(IllegalArgumentException.class, () -> row(EventRow.Scope.SUPPLIER, "V1", 10, Optional.of(9)));
        assertThrows(IllegalArgumentException.class, () -> row(EventRow.Scope.SUPPLIER, " ", 10, Optional.of(11)));
    }

    private boolean assumes(String code) {
        return run.build().assumptions().stream()
                .anyMatch(assumption -> assumption.code().equals(code));
    }

    private void event(EventRow.Scope scope, String ref, int from, Optional<Integer> to) {
        run.builder.event(row(scope, ref, from, to));
    }

    private static EventRow row(EventRow.Scope scope, String ref, int from, Optional<Integer> to) {
        return new EventRow(scope, ref, Run.day(from), to.map(Run::day), Optional.empty(), 0);
    }
}
