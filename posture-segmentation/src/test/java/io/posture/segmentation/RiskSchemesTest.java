package io.posture.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.CriticalityScores;
import io.posture.api.Item;
import io.posture.api.ItemId;
import io.posture.api.ItemProfile;
import io.posture.api.Segment;
import io.posture.api.SegmentedItem;
import io.posture.explain.Origin;
import io.posture.spi.SegmentationScheme;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Numbers of the worked chain are those of DOMAIN M, computed there by independent reference code. */
class RiskSchemesTest {

    private static final CriticalityScores FLAGSHIP = scores(1, 0, 0.8, 0.9, 1);

    @Test
    void flagshipComponentIsVital() {
        Criticality.Result result = Criticality.calculate(new Criticality.Inputs(FLAGSHIP));
        // 100 * (1 / 2 + (0.3 + 0.16 + 0.135 + 0.1) / 2)
        assertEquals(84.75, result.criticality().orElseThrow(), 1e-9);
        assertEquals("V", result.ved().orElseThrow());
        assertEquals(1, result.coverage(), 1e-12);
    }

    @Test
    void localPartIsDesirable() {
        Criticality.Result result = Criticality.calculate(new Criticality.Inputs(scores(0.2, 0, 0.1, 0.2, 0.1)));
        assertEquals(16.0, result.criticality().orElseThrow(), 1e-9);
        assertEquals("D", result.ved().orElseThrow());
    }

    @Test
    void aGraveSafetyScoreIsVitalWhateverTheRest() {
        Criticality.Result result = Criticality.calculate(new Criticality.Inputs(new CriticalityScores(
                OptionalDouble.of(0.2),
                OptionalDouble.of(0.95),
                OptionalDouble.empty(),
                OptionalDouble.of(0.1),
                OptionalDouble.of(0.3))));
        assertEquals(68.90625, result.criticality().orElseThrow(), 1e-9);
        assertEquals("V", result.ved().orElseThrow());
        assertEquals(0.8, result.coverage(), 1e-12);
    }

    @Test
    void unknownCriticalityIsTreatedAsEssentialAndMarked() {
        Segment segment = criticality(CriticalityScores.UNKNOWN);
        assertEquals("E", segment.code());
        assertTrue(segment.findScore("criticality").isEmpty());
        assertEquals(55, segment.figure("assumedCriticality").value());
        assertTrue(segment.figure("assumedCriticality").origin() instanceof Origin.Assumption);
        assertEquals(0, segment.figure("criticalityCoverage").value());
    }

    @Test
    void theReasonShowsEveryKnownScoreWithItsRow() {
        Segment segment = criticality(FLAGSHIP);
        assertEquals(
                new Origin.Input("items.crit_production", "items.csv row 7"),
                segment.reason().find("production").orElseThrow().origin());
    }

    @Test
    void theReasonSaysWhereTheCriticalityCameFrom() {
        assertEquals("item", source(criticality(FLAGSHIP)));
        assertEquals("assumed", source(criticality(CriticalityScores.UNKNOWN)));
        assertEquals("category", source(ofCategory("packaging", CriticalityScores.UNKNOWN)));
    }

    @Test
    void theCategoryStandsInWhereAnItemHasNoScores() {
        Segment segment = ofCategory("packaging", CriticalityScores.UNKNOWN);
        assertEquals("D", segment.code());
        assertEquals(15, segment.figure("criticality").value());
        assertEquals(0, segment.figure("criticalityCoverage").value());
        assertEquals(
                new Origin.Parameter("criticality", "byCategory.packaging"),
                segment.figure("criticality").origin());
    }

    @Test
    void theClassOfACategoryIsCutAtSeventyAndForty() {
        assertEquals("V", ofCategory("valves", CriticalityScores.UNKNOWN).code());
        assertEquals("E", ofCategory("seals", CriticalityScores.UNKNOWN).code());
        assertEquals("D", ofCategory("gaskets", CriticalityScores.UNKNOWN).code());
    }

    @Test
    void scoresOfTheItemWinOverItsCategory() {
        Segment segment = ofCategory("packaging", FLAGSHIP);
        assertEquals(84.75, segment.figure("criticality").value(), 1e-9);
        assertEquals("V", segment.code());
    }

    @Test
    void aCategoryWithoutASettingStaysAssumed() {
        Segment segment = ofCategory("bearings", CriticalityScores.UNKNOWN);
        assertEquals(55, segment.figure("assumedCriticality").value());
        assertTrue(segment.findScore("criticality").isEmpty());
    }

    @Test
    void criticalityOfACategoryMustBeAScore() {
        assertEquals(
                "byCategory 'packaging' must be in [0, 100], was 150.0",
                assertThrows(IllegalArgumentException.class, () -> byCategory(Map.of("packaging", 150.0)))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> byCategory(Map.of("packaging", Double.NaN)));
    }

    @Test
    void riskCountsTheCriticalityOfACategoryAsKnown() {
        ItemProfile item = Profiles.of(categorised("packaging", CriticalityScores.UNKNOWN));
        Segment sri = classify(SriScheme.of(SriScheme.Config.DEFAULTS), Profiles.alone(item));
        SegmentedItem segmented = new SegmentedItem(
                item, Map.of("criticality", ofCategory("packaging", CriticalityScores.UNKNOWN), "sri", sri));
        Segment risk = classify(RiskScheme.of(RiskScheme.Config.DEFAULTS), segmented);
        assertEquals(Math.sqrt(15 * 50), risk.figure("risk").value(), 1e-9);
        assertTrue(risk.findScore("riskLow").isEmpty());
    }

    @Test
    void otherWeightsGiveAnotherCriticality() {
        CriticalityScheme.Config defaults = CriticalityScheme.Config.DEFAULTS;
        CriticalityScheme.Config even = new CriticalityScheme.Config(
                new CriticalityScheme.Weights(0.2, 0.2, 0.2, 0.2, 0.2),
                defaults.vital(),
                defaults.essential(),
                defaults.vitalSafety(),
                defaults.assumed(),
                defaults.byCategory());
        // 100 * (1 / 2 + (1 + 0 + 0.8 + 0.9 + 1) / 5 / 2) = 87
        assertEquals(87, Criticality.calculate(FLAGSHIP, even).criticality().orElseThrow(), 1e-9);
    }

    @Test
    void weightsMustAddUpToOne() {
        IllegalArgumentException error = assertThrows(
                IllegalArgumentException.class, () -> new CriticalityScheme.Weights(0.30, 0.25, 0.20, 0.15, 0.20));
        assertTrue(error.getMessage().startsWith("the five weights must add up to 1, were 1.1"), error.getMessage());
    }

    @Test
    void flagshipRiskIsHigh() {
        RiskScheme.Result result = RiskScheme.calculate(new RiskScheme.Inputs(84.75, 64.35714285714286));
        assertEquals(73.853, result.risk(), 5e-4);
        assertEquals("HIGH", result.level());
    }

    @Test
    void localPartRiskIsLow() {
        RiskScheme.Result result = RiskScheme.calculate(new RiskScheme.Inputs(16, 25.707142857142863));
        assertEquals(20.28, result.risk(), 5e-3);
        assertEquals("LOW", result.level());
    }

    @Test
    void cutOffsOfRiskBelongToTheHigherLevel() {
        assertEquals(
                "MEDIUM", RiskScheme.calculate(new RiskScheme.Inputs(100, 16)).level());
        assertEquals("HIGH", RiskScheme.calculate(new RiskScheme.Inputs(60, 60)).level());
    }

    @Test
    void riskReadsTheStepsItNames() {
        assertEquals(
                Set.of("criticality", "sri"),
                RiskScheme.of(RiskScheme.Config.DEFAULTS).after());
    }

    @Test
    void riskOfUnknownCriticalityHasLevelsAtBothBounds() {
        Segment segment = risk(CriticalityScores.UNKNOWN);
        // everything about supply is unknown: the index is 50
        assertEquals(Math.sqrt(55 * 50), segment.figure("risk").value(), 1e-9);
        assertEquals("MEDIUM", segment.code());
        assertEquals(Math.sqrt(40 * 50), segment.figure("riskLow").value(), 1e-9);
        assertEquals(Math.sqrt(70 * 50), segment.figure("riskHigh").value(), 1e-9);
        assertEquals(
                "MEDIUM", segment.reason().find("riskLevelLow").orElseThrow().text());
        assertEquals(
                "MEDIUM", segment.reason().find("riskLevelHigh").orElseThrow().text());
    }

    @Test
    void riskOfKnownCriticalityHasNoBounds() {
        Segment segment = risk(FLAGSHIP);
        assertEquals("HIGH", segment.code());
        assertTrue(segment.findScore("riskLow").isEmpty());
        assertFalse(segment.reason().find("riskLevelLow").isPresent());
    }

    private static CriticalityScores scores(
            double production, double safety, double contract, double revenue, double substitution) {
        return new CriticalityScores(
                OptionalDouble.of(production),
                OptionalDouble.of(safety),
                OptionalDouble.of(contract),
                OptionalDouble.of(revenue),
                OptionalDouble.of(substitution));
    }

    private static Segment criticality(CriticalityScores scores) {
        return classify(
                CriticalityScheme.of(CriticalityScheme.Config.DEFAULTS),
                Profiles.alone(Profiles.item("a", OptionalDouble.of(1), scores, 1)));
    }

    private static Segment risk(CriticalityScores scores) {
        ItemProfile item = Profiles.item("a", OptionalDouble.of(1), scores, 1);
        Segment sri = classify(SriScheme.of(SriScheme.Config.DEFAULTS), Profiles.alone(item));
        SegmentedItem segmented = new SegmentedItem(item, Map.of("criticality", criticality(scores), "sri", sri));
        return classify(RiskScheme.of(RiskScheme.Config.DEFAULTS), segmented);
    }

    private static CriticalityScheme.Config byCategory(Map<String, Double> byCategory) {
        CriticalityScheme.Config defaults = CriticalityScheme.Config.DEFAULTS;
        return new CriticalityScheme.Config(
                defaults.weights(),
                defaults.vital(),
                defaults.essential(),
                defaults.vitalSafety(),
                defaults.assumed(),
                byCategory);
    }

    private static Segment ofCategory(String category, CriticalityScores scores) {
        CriticalityScheme.Config config =
                byCategory(Map.of("packaging", 15.0, "valves", 70.0, "seals", 40.0, "gaskets", 39.9));
        return classify(CriticalityScheme.of(config), Profiles.alone(Profiles.of(categorised(category, scores))));
    }

    private static Item categorised(String category, CriticalityScores scores) {
        return new Item() {
            @Override
            public ItemId id() {
                return ItemId.of("a");
            }

            @Override
            public String category() {
                return category;
            }

            @Override
            public CriticalityScores criticality() {
                return scores;
            }
        };
    }

    private static String source(Segment segment) {
        return segment.reason().find("criticalitySource").orElseThrow().text();
    }

    private static Segment classify(SegmentationScheme scheme, SegmentedItem item) {
        return Stream.of(item.profile()).collect(scheme.fit()).classify(item);
    }

    @Test
    void concentrationOfFourShares() {
        // US DOJ/FTC merger guidelines: 30, 30, 20, 20 give 2,600
        assertEquals(
                0.26,
                Concentration.of(new Concentration.Inputs(List.of(30.0, 30.0, 20.0, 20.0)))
                        .hhi(),
                1e-12);
        assertEquals(1, Concentration.of(new Concentration.Inputs(List.of(1.0))).effectiveSources(), 1e-12);
        assertThrows(IllegalArgumentException.class, () -> Concentration.hhi(List.of()));
    }
}
