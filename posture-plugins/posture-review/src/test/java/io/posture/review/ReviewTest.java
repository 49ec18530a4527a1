package io.posture.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.Posture;
import io.posture.explain.Explanation;
import io.posture.review.LevelState.Level;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ReviewTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final ItemSnapshot CALM = new ItemSnapshot(
            "a",
            Optional.of(Posture.HYBRID),
            false,
            LevelState.START,
            OptionalDouble.of(40),
            100,
            OptionalDouble.of(100),
            ItemSnapshot.Facts.UNKNOWN,
            new ItemSnapshot.Stock(50, 1, OptionalDouble.of(3), false, Optional.empty()),
            List.of(),
            Optional.of(TODAY.minusDays(10)));

    @Test
    void nothingIsFoundWhereNothingHappened() {
        assertEquals(List.of(), reasons(CALM, CALM));
    }

    @Test
    void levelRisesAtOnceAndFallsAfterTwoReviews() {
        ItemSnapshot high = with(CALM, new LevelState(Level.HIGH, 0), 61);
        assertEquals(List.of(ReviewReason.LEVEL_UP), reasons(CALM, high));
        ItemSnapshot once = with(CALM, new LevelState(Level.HIGH, 1), 49);
        assertEquals(List.of(ReviewReason.LEVEL_HELD), reasons(high, once));
        ItemSnapshot twice = with(CALM, LevelState.START, 48);
        assertEquals(List.of(ReviewReason.LEVEL_DOWN), reasons(once, twice));
        assertEquals(LevelState.START, ItemReview.level(once.level(), twice.risk(), ReviewSettings.DEFAULTS, true));
        // between reviews nothing is counted, but it rises
        assertEquals(once.level(), ItemReview.level(once.level(), twice.risk(), ReviewSettings.DEFAULTS, false));
        assertEquals(
                new LevelState(Level.HIGH, 0),
                ItemReview.level(LevelState.START, OptionalDouble.of(60), ReviewSettings.DEFAULTS, false));
        // a score that is unknown changes nothing
        assertEquals(
                once.level(), ItemReview.level(once.level(), OptionalDouble.empty(), ReviewSettings.DEFAULTS, true));
    }

    @Test
    void bufferMovesOnlyBeyondItsBand() {
        assertEquals(List.of(ReviewReason.BUFFER_KEPT), reasons(CALM, calculated(109)));
        assertEquals(List.of(ReviewReason.BUFFER_MOVES), reasons(CALM, calculated(85)));
        assertEquals(100, ItemReview.buffer(100, 109, ReviewSettings.DEFAULTS), 0);
        assertEquals(85, ItemReview.buffer(100, 85, ReviewSettings.DEFAULTS), 0);
    }

    @Test
    void everyChangedFactIsATrigger() {
        ItemSnapshot before = with(
                CALM,
                new ItemSnapshot.Facts(
                        OptionalDouble.of(50),
                        OptionalDouble.of(30),
                        OptionalDouble.of(2),
                        Optional.empty(),
                        OptionalDouble.of(10),
                        Optional.of(TODAY.minusDays(300)),
                        Optional.empty(),
                        Map.of(ReviewReason.NOTICE, TODAY.minusDays(90))));
        ItemSnapshot after = with(
                CALM,
                new ItemSnapshot.Facts(
                        OptionalDouble.of(60),
                        OptionalDouble.of(36),
                        OptionalDouble.of(1),
                        Optional.of(TODAY.plusDays(400)),
                        OptionalDouble.of(10.5),
                        Optional.of(TODAY.minusDays(30)),
                        Optional.empty(),
                        Map.of(ReviewReason.NOTICE, TODAY.minusDays(1))));
        assertEquals(
                List.of(
                        ReviewReason.RISK_INDEX_UP,
                        ReviewReason.LEAD_TIME_UP,
                        ReviewReason.SINGLE_SOURCE,
                        ReviewReason.END_OF_LIFE,
                        ReviewReason.PRICE_EVENT,
                        ReviewReason.NOTICE,
                        ReviewReason.DEMAND_CHANGE),
                reasons(before, after));
        ItemSnapshot nearly = with(
                CALM,
                new ItemSnapshot.Facts(
                        OptionalDouble.of(59.9),
                        OptionalDouble.of(35.9),
                        OptionalDouble.of(2),
                        Optional.empty(),
                        OptionalDouble.of(10.4),
                        Optional.of(TODAY.minusDays(300)),
                        Optional.empty(),
                        Map.of(ReviewReason.NOTICE, TODAY.minusDays(90))));
        assertEquals(List.of(), reasons(before, nearly));
        // what was not known before has not changed, but for what was announced and a change of demand itself
        assertEquals(List.of(ReviewReason.NOTICE, ReviewReason.DEMAND_CHANGE), reasons(CALM, nearly));
    }

    @Test
    void cadenceFollowsPostureAndCriticality() {
        assertEquals(91, Cadence.days(CALM, ReviewSettings.DEFAULTS));
        ItemSnapshot buffered = posture(Posture.JUST_IN_CASE, false, TODAY.minusDays(30));
        assertEquals(List.of(ReviewReason.REVIEW_DUE), reasons(CALM, buffered));
        assertEquals(List.of(), reasons(CALM, posture(Posture.JUST_IN_CASE, false, TODAY.minusDays(29))));
        assertEquals(
                List.of(ReviewReason.REVIEW_DUE),
                reasons(CALM, posture(Posture.JUST_IN_TIME, true, TODAY.minusDays(40))));
        assertEquals(TODAY.plusDays(81), Cadence.due(CALM, ReviewSettings.DEFAULTS, TODAY));
    }

    @Test
    void emergencyBuffersExpire() {
        ItemSnapshot old =
                stock(new ItemSnapshot.Stock(50, 1, OptionalDouble.of(3), false, Optional.of(TODAY.minusDays(181))));
        ReviewFinding finding = ItemReview.of(Optional.of(CALM), old, ReviewSettings.DEFAULTS, TODAY)
                .get(0);
        assertEquals(ReviewReason.EXPIRED_BUFFER, finding.reason());
        assertTrue(finding.text().contains("the target falls to 100 pieces, surplus is used up"), finding::text);
        assertEquals(
                "181",
                finding.evidence().stream()
                        .filter(node -> node.name().equals("emergencyBufferAgeDays"))
                        .map(Explanation::text)
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void stockThatDoesNotMoveIsNamedByKind() {
        OptionalDouble never = OptionalDouble.empty();
        assertEquals(
                List.of(ReviewReason.DEAD),
                reasons(CALM, stock(new ItemSnapshot.Stock(5, 0, never, false, Optional.empty()))));
        assertEquals(
                List.of(ReviewReason.INSURANCE),
                reasons(CALM, stock(new ItemSnapshot.Stock(5, 0, never, true, Optional.empty()))));
        assertEquals(
                List.of(ReviewReason.EXCESS),
                reasons(CALM, stock(new ItemSnapshot.Stock(731, 1, OptionalDouble.of(1), false, Optional.empty()))));
    }

    @Test
    void valuesSetByHandExpireAndMustNotLastTooLong() {
        ManualDecision over = new ManualDecision(
                "safety_stock", "50", "CONTRACT", "planning", TODAY.minusDays(100), TODAY.minusDays(1));
        ManualDecision longer =
                new ManualDecision("posture", "JIC", "CONTRACT", "planning", TODAY, TODAY.plusDays(183));
        ManualDecision fine = new ManualDecision("posture", "JIC", "CONTRACT", "planning", TODAY, TODAY.plusDays(182));
        assertEquals(
                List.of(ReviewReason.OVERRIDE_EXPIRED, ReviewReason.OVERRIDE_TOO_LONG),
                reasons(CALM, byHand(over, longer, fine)));
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> new ManualDecision("posture", "JIC", " ", "planning", TODAY, TODAY));
        assertTrue(refused.getMessage().contains("needs a reason and an approver"));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ManualDecision("posture", "JIC", "x", "y", TODAY, TODAY.minusDays(1)));
    }

    @Test
    void newItemIsAFinding() {
        assertEquals(
                List.of(ReviewReason.NEW_ITEM),
                ItemReview.of(Optional.empty(), CALM, ReviewSettings.DEFAULTS, TODAY).stream()
                        .map(ReviewFinding::reason)
                        .toList());
    }

    @Test
    void demandFarFromItsForecastIsATrigger() {
        LocalDate since = TODAY.minusDays(28);
        // four weeks of 130 for 100 with a deviation of 20: 120 over 20 * sqrt(2 / pi) * 2 = 31.915 is 3.76
        assertEquals(List.of(), reasons(CALM, with(CALM, drift(since, 130, false))));
        // 140: 160 over 31.915 is 5.01
        ItemSnapshot low = with(CALM, drift(since, 140, true));
        ReviewFinding found = ItemReview.of(Optional.of(CALM), low, ReviewSettings.DEFAULTS, TODAY)
                .get(0);
        assertEquals(ReviewReason.FORECAST_DRIFT, found.reason());
        assertEquals(
                "demand since " + since
                        + " was 560 where 400 were forecast: tracking signal 5.01 is above 4, too little is forecast",
                found.text());
        assertEquals(List.of(ReviewReason.FORECAST_DRIFT), reasons(CALM, with(CALM, drift(since, 60, false))));
        List<ReviewFinding> none =
                ItemReview.of(Optional.of(CALM), with(CALM, drift(since, 0, false)), ReviewSettings.DEFAULTS, TODAY);
        assertTrue(none.get(0).text().endsWith("too much is forecast, or demand since then was not delivered"));
        // what stock-outs hid may have been bought
        assertEquals(List.of(), reasons(CALM, with(CALM, drift(since, 60, true))));
    }

    @Test
    void anyDemandWhereNoneWasExpectedIsATrigger() {
        ItemSnapshot revived = with(CALM, errors(ForecastErrors.of(TODAY, 1, 0, 0)));
        assertEquals(List.of(ReviewReason.FORECAST_DRIFT), reasons(CALM, revived));
        assertEquals(
                "demand since " + TODAY + " was 1 where none was forecast, too little is forecast",
                ItemReview.of(Optional.of(CALM), revived, ReviewSettings.DEFAULTS, TODAY)
                        .get(0)
                        .text());
        assertEquals(List.of(), reasons(CALM, with(CALM, errors(ForecastErrors.of(TODAY, 10, 10, 0)))));
    }

    private static ItemSnapshot.Facts drift(LocalDate since, double pieces, boolean hidden) {
        ForecastErrors week = ForecastErrors.of(since, pieces, 100, 20);
        ForecastErrors month = week.plus(week).plus(week).plus(week);
        return errors(hidden ? month.withHidden() : month);
    }

    private static ItemSnapshot.Facts errors(ForecastErrors errors) {
        return new ItemSnapshot.Facts(
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.of(errors),
                Map.of());
    }

    @Test
    void announcedChangesAreTriggersOfTheirOwn() {
        ItemSnapshot announced = with(
                CALM,
                new ItemSnapshot.Facts(
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        Optional.empty(),
                        OptionalDouble.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(ReviewReason.END_OF_LIFE, TODAY.plusDays(200))));
        assertEquals(List.of(ReviewReason.END_OF_LIFE), reasons(CALM, announced));
        assertEquals(List.of(), reasons(announced, announced));
    }

    @Test
    void supplierThatBecomesWorseIsFoundOneThatStaysIsNot() {
        List<SupplierSnapshot.Line> good = lines(19, 1, 10);
        SupplierSnapshot steady = supplier(good, lines(9, 1, 10));
        assertEquals(List.of(), SupplierReview.of(steady, ReviewSettings.DEFAULTS));
        SupplierSnapshot worse = supplier(good, lines(2, 8, 10));
        List<ReviewReason> found = SupplierReview.of(worse, ReviewSettings.DEFAULTS).stream()
                .map(ReviewFinding::reason)
                .toList();
        assertEquals(List.of(ReviewReason.OTIF_DRIFT, ReviewReason.OTIF_BELOW_TARGET), found);
        SupplierSnapshot slower = supplier(good, lines(10, 0, 40));
        ReviewFinding late = SupplierReview.of(slower, ReviewSettings.DEFAULTS).get(0);
        assertEquals(ReviewReason.LEAD_TIME_DRIFT, late.reason());
        assertTrue(late.text().contains("than the usual 9.9 days: signal at line 1 since"), late::text);
    }

    @Test
    void fewLinesLeanOnThePoolAndNoPoolIsSilence() {
        SupplierSnapshot young = new SupplierSnapshot(
                "V", List.of(), lines(10, 0, 40), 0.95, 10, OptionalDouble.of(Math.log(11)), OptionalDouble.of(0.3));
        assertEquals(
                List.of(ReviewReason.LEAD_TIME_DRIFT),
                SupplierReview.of(young, ReviewSettings.DEFAULTS).stream()
                        .map(ReviewFinding::reason)
                        .toList());
        SupplierSnapshot alone = new SupplierSnapshot(
                "V", List.of(), lines(10, 0, 40), 0.95, 10, OptionalDouble.empty(), OptionalDouble.empty());
        assertEquals(List.of(), SupplierReview.of(alone, ReviewSettings.DEFAULTS));
        SupplierSnapshot nothing = new SupplierSnapshot(
                "V", List.of(), List.of(), 0.5, 10, OptionalDouble.empty(), OptionalDouble.empty());
        assertEquals(List.of(), SupplierReview.of(nothing, ReviewSettings.DEFAULTS));
    }

    @Test
    void ratesOfTheDetectorStayApart() {
        assertEquals(0.01, SupplierReview.usualRate(supplier(lines(2000, 0, 1), List.of())), 1e-12);
        double worst = SupplierReview.usualRate(supplier(lines(0, 2000, 1), List.of()));
        assertTrue(SupplierReview.worseRate(worst) > worst);
        assertEquals(0.06, SupplierReview.worseRate(0.01), 1e-12);
        assertEquals(0.4, SupplierReview.worseRate(0.2), 1e-12);
        assertFalse(SupplierReview.worseRate(0.85) > 0.9);
    }

    private static List<ReviewReason> reasons(ItemSnapshot before, ItemSnapshot now) {
        return ItemReview.of(Optional.of(before), now, ReviewSettings.DEFAULTS, TODAY).stream()
                .map(ReviewFinding::reason)
                .toList();
    }

    private static SupplierSnapshot supplier(List<SupplierSnapshot.Line> baseline, List<SupplierSnapshot.Line> recent) {
        return new SupplierSnapshot("V", baseline, recent, 0.95, 10, OptionalDouble.empty(), OptionalDouble.empty());
    }

    /** Good lines first, then bad ones; lead times a day around the given one. */
    private static List<SupplierSnapshot.Line> lines(int good, int bad, double days) {
        List<SupplierSnapshot.Line> lines = new ArrayList<>();
        for (int i = 0; i < good + bad; i++) {
            lines.add(new SupplierSnapshot.Line(i < good, OptionalDouble.of(days - 1 + i % 3)));
        }
        return Collections.unmodifiableList(lines);
    }

    private static ItemSnapshot with(ItemSnapshot item, LevelState level, double risk) {
        return new ItemSnapshot(
                item.id(),
                item.posture(),
                item.vital(),
                level,
                OptionalDouble.of(risk),
                item.bufferPieces(),
                item.calculatedPieces(),
                item.facts(),
                item.stock(),
                item.byHand(),
                item.reviewedOn());
    }

    private static ItemSnapshot with(ItemSnapshot item, ItemSnapshot.Facts facts) {
        return new ItemSnapshot(
                item.id(),
                item.posture(),
                item.vital(),
                item.level(),
                item.risk(),
                item.bufferPieces(),
                item.calculatedPieces(),
                facts,
                item.stock(),
                item.byHand(),
                item.reviewedOn());
    }

    private static ItemSnapshot calculated(double pieces) {
        return new ItemSnapshot(
                CALM.id(),
                CALM.posture(),
                false,
                CALM.level(),
                CALM.risk(),
                100,
                OptionalDouble.of(pieces),
                CALM.facts(),
                CALM.stock(),
                List.of(),
                CALM.reviewedOn());
    }

    private static ItemSnapshot posture(Posture posture, boolean vital, LocalDate reviewed) {
        return new ItemSnapshot(
                CALM.id(),
                Optional.of(posture),
                vital,
                CALM.level(),
                CALM.risk(),
                100,
                CALM.calculatedPieces(),
                CALM.facts(),
                CALM.stock(),
                List.of(),
                Optional.of(reviewed));
    }

    private static ItemSnapshot stock(ItemSnapshot.Stock stock) {
        return new ItemSnapshot(
                CALM.id(),
                CALM.posture(),
                false,
                CALM.level(),
                CALM.risk(),
                100,
                CALM.calculatedPieces(),
                CALM.facts(),
                stock,
                List.of(),
                CALM.reviewedOn());
    }

    private static ItemSnapshot byHand(ManualDecision... decisions) {
        return new ItemSnapshot(
                CALM.id(),
                CALM.posture(),
                false,
                CALM.level(),
                CALM.risk(),
                100,
                CALM.calculatedPieces(),
                CALM.facts(),
                CALM.stock(),
                List.of(decisions),
                CALM.reviewedOn());
    }
}
