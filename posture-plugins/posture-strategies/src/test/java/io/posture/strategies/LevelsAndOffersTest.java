package io.posture.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.Bucket;
import io.posture.api.ItemState;
import io.posture.api.ItemType;
import io.posture.api.PostureDecision;
import io.posture.api.SizedItem;
import io.posture.explain.Figure;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class LevelsAndOffersTest {

    private final SampleItem sample = new SampleItem();

    @Test
    void theMaximumIsTheReorderPointAndTheLot() {
        // ceil(75.2) + ceil(341.76), ceil(20.4) + 342 / 2
        assertEquals(76 + 342, value("maximumStock"));
        assertEquals(21 + 171, value("averageStock"));
    }

    @Test
    void aPeriodicReviewOrdersUpToItsLevel() {
        sample.safetyStock = Figure.of(
                SizedItem.SAFETY_STOCK,
                20.4,
                Unit.PIECES,
                new Origin.Formula("test.1", "given", "test"),
                Figure.input("reorderPoint", 75.2, Unit.PIECES),
                Figure.input("orderUpTo", 155.3, Unit.PIECES));
        assertEquals(156, value("maximumStock"));
    }

    @Test
    void levelsFollowTheLotThatTheShelfLifeLeaves() {
        sample.shelfLifeDays = OptionalDouble.of(40);
        assertEquals(76 + 299, value("maximumStock"));
    }

    @Test
    void anExpiringSmallestOrderIsWarnedOf() {
        // usable 80 pieces, smallest order 100
        sample.shelfLifeDays = OptionalDouble.of(10);
        sample.moq = OptionalDouble.of(100);
        assertEquals(0, decide().safetyStock().value());
        assertTrue(
                decide().find("stepShelfLife").orElseThrow().because().stream()
                        .anyMatch(node -> node.text().equals("SHELF_LIFE_SCRAP")),
                decide().toString());
    }

    @Test
    void aCheapItemOfLowRiskThatMovesOftenIsOfferedToTheSupplier() {
        // 10 * 5 + 21 = 71 up to 71 + 342
        sample.abc = "C";
        assertEquals(71, value("vmiMinimum"));
        assertEquals(413, value("vmiMaximum"));
        assertEquals(365.0 / 7, value("issuesPerYear"), 1e-12);
        assertEquals(
                "the supplier keeps 71 to 413 pieces",
                decide().find("vmiOffer").orElseThrow().text());
    }

    @Test
    void twelveIssuesAYearAreEnough() {
        sample.abc = "C";
        sample.bucket = Bucket.MONTH;
        assertTrue(offered());
        sample.adi = 1.01;
        assertFalse(offered());
        sample.bucket = Bucket.WEEK;
        sample.adi = 365.0 / 7 / 12;
        assertTrue(offered());
        sample.adi = 4.4;
        assertFalse(offered());
    }

    @Test
    void otherItemsAreNotOffered() {
        assertFalse(offered());
        sample.abc = "C";
        sample.risk = "MEDIUM";
        assertFalse(offered());
        sample.risk = "LOW";
        sample.type = ItemType.MRO;
        sample.criticalSpare = true;
        assertFalse(offered());
        sample.state = ItemState.OBSOLETE;
        assertFalse(offered());
        assertTrue(decide().find("levels").isEmpty());
    }

    private boolean offered() {
        return decide().find("vmiOffer").isPresent();
    }

    private double value(String figure) {
        return ((Figure) decide().find(figure).orElseThrow()).value();
    }

    private PostureDecision decide() {
        return (PostureDecision) MatrixStrategy.byRisk(MatrixConfig.DEFAULTS).decide(sample.sized());
    }
}
