package io.posture.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.CriticalityScores;
import io.posture.api.DemandProfile;
import io.posture.api.ItemProfile;
import io.posture.api.RowRefs;
import io.posture.api.Segment;
import io.posture.api.StockPosition;
import io.posture.api.SupplyProfile;
import io.posture.spi.SegmentationScheme;
import io.posture.spi.Segmenter;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemandSchemesTest {

    @Test
    void xyzCutOffsBelongToTheSteadierClass() {
        assertEquals("X", xyz(OptionalDouble.of(0.5)));
        assertEquals("Y", xyz(OptionalDouble.of(0.51)));
        assertEquals("Y", xyz(OptionalDouble.of(1.0)));
        assertEquals("Z", xyz(OptionalDouble.of(1.2)));
        assertEquals("Z", xyz(OptionalDouble.empty()));
    }

    @Test
    void fewerThanSixMonthsAreClassZWithLowConfidence() {
        Segment segment = classify(
                XyzScheme.of(XyzScheme.Config.DEFAULTS), demand(5, OptionalDouble.of(0.1)), StockPosition.UNKNOWN);
        assertEquals("Z", segment.code());
        assertEquals("LOW", segment.reason().find("confidence").orElseThrow().text());
    }

    @Test
    void sixMonthsAreEnoughForAClass() {
        Segment segment = classify(
                XyzScheme.of(XyzScheme.Config.DEFAULTS), demand(6, OptionalDouble.of(0.1)), StockPosition.UNKNOWN);
        assertEquals("X", segment.code());
        assertEquals(0.1, segment.findScore("monthlyCv").orElseThrow());
        assertFalse(segment.reason().find("confidence").isPresent());
    }

    @Test
    void rejectsXyzCutOffsOutOfOrder() {
        assertThrows(IllegalArgumentException.class, () -> new XyzScheme.Config(1, 0.5, 6));
    }

    @Test
    void strategicStockIsLeftOutOfTheTurnover() {
        // 400 / (150 - 30) = 3.3333 turns; with the strategic stock it would be 2.67 and slow
        FsnScheme.Result result = FsnScheme.classOf(new FsnScheme.Inputs(400, 150, 30, OptionalDouble.of(5)));
        assertEquals("F", result.code());
        assertEquals(3.3333333333333335, result.turnover().orElseThrow(), 1e-12);
    }

    @Test
    void turnoverBetweenOneAndThreeIsSlow() {
        assertEquals(
                "S",
                FsnScheme.classOf(new FsnScheme.Inputs(100, 80, 0, OptionalDouble.of(20)))
                        .code());
        assertEquals(
                "N",
                FsnScheme.classOf(new FsnScheme.Inputs(79, 80, 0, OptionalDouble.of(20)))
                        .code());
    }

    @Test
    void noStockWithIssuesIsFast() {
        FsnScheme.Result result = FsnScheme.classOf(new FsnScheme.Inputs(100, 0, 0, OptionalDouble.of(20)));
        assertEquals("F", result.code());
        assertTrue(result.turnover().isEmpty());
    }

    @Test
    void noIssueForAYearIsNotMoving() {
        assertEquals(
                "N",
                FsnScheme.classOf(new FsnScheme.Inputs(0, 80, 0, OptionalDouble.empty()))
                        .code());
        assertEquals(
                "N",
                FsnScheme.classOf(new FsnScheme.Inputs(10, 0, 0, OptionalDouble.of(366)))
                        .code());
    }

    @Test
    void unknownStockHasNoMovementClassUnlessNothingMovedForAYear() {
        SegmentationScheme scheme = FsnScheme.of(FsnScheme.Config.DEFAULTS);
        Segment moving = classify(scheme, issues(100, OptionalInt.of(10)), StockPosition.UNKNOWN);
        assertEquals(Segment.NONE, moving.code());
        assertTrue(moving.reason().find("usableStock").isPresent());
        assertEquals(
                "N",
                classify(scheme, issues(0, OptionalInt.of(400)), StockPosition.UNKNOWN)
                        .code());
    }

    @Test
    void oneStockCountIsMarkedAsAnAssumption() {
        StockPosition stock = new StockPosition(OptionalDouble.of(80), 0, RowRefs.of("stock.csv", 4));
        Segment segment = classify(FsnScheme.of(FsnScheme.Config.DEFAULTS), issues(100, OptionalInt.of(10)), stock);
        assertEquals("S", segment.code());
        assertEquals(1.25, segment.findScore("turnover").orElseThrow());
        assertTrue(segment.reason().find("averageStock").isPresent());
    }

    @Test
    void demandClassIsThatOfTheProfile() {
        SegmentationScheme scheme = DemandClassScheme.of(new DemandClassScheme.Config());
        assertEquals(
                "SMOOTH",
                classify(scheme, Profiles.demand(3), StockPosition.UNKNOWN).code());
        assertEquals(
                "NO_DEMAND",
                classify(scheme, Profiles.demand(0), StockPosition.UNKNOWN).code());
    }

    @Test
    void segmentersSurviveSerialization() throws Exception {
        for (SegmentationScheme scheme : List.of(
                XyzScheme.of(XyzScheme.Config.DEFAULTS),
                FsnScheme.of(FsnScheme.Config.DEFAULTS),
                DemandClassScheme.of(new DemandClassScheme.Config()),
                CriticalityScheme.of(CriticalityScheme.Config.DEFAULTS),
                new HmlScheme(HmlScheme.Config.DEFAULTS),
                MroScheme.of(new MroScheme.Config()),
                PerishabilityScheme.of(PerishabilityScheme.Config.DEFAULTS),
                FmeaScheme.of(FmeaScheme.Config.DEFAULTS),
                SourcingScheme.of(new SourcingScheme.Config()),
                SriScheme.of(SriScheme.Config.DEFAULTS))) {
            Segmenter fitted = Stream.<ItemProfile>empty().collect(scheme.fit());
            ItemProfile item = Profiles.worth("a", 5);
            assertEquals(
                    fitted.classify(Profiles.alone(item)),
                    AbcSchemeTest.copy(fitted).classify(Profiles.alone(item)));
        }
    }

    private static String xyz(OptionalDouble cv) {
        return XyzScheme.classOf(new XyzScheme.Inputs(cv)).code();
    }

    private static DemandProfile demand(int months, OptionalDouble monthlyCv) {
        return Profiles.demand(1, months, monthlyCv, 365, OptionalInt.of(3));
    }

    private static DemandProfile issues(double annual, OptionalInt daysSinceLast) {
        return Profiles.demand(annual / 365, 24, OptionalDouble.of(0.2), annual, daysSinceLast);
    }

    private static Segment classify(SegmentationScheme scheme, DemandProfile demand, StockPosition stock) {
        ItemProfile item = Profiles.item(
                "a", OptionalDouble.of(1), CriticalityScores.UNKNOWN, demand, SupplyProfile.UNKNOWN, stock);
        Segmenter segmenter = Stream.of(item).collect(scheme.fit());
        return segmenter.classify(Profiles.alone(item));
    }
}
