package io.posture.benchmarks.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The standard pipeline makes sense of five thousand items of a plausible manufacturer. */
class CatalogueSenseTest {

    private static Picture complete;
    private static Picture gaps;

    @BeforeAll
    static void decide() {
        complete = Picture.of(Manufacturer.population(CatalogueSense.SEED, CatalogueSense.ITEMS, false));
        gaps = Picture.of(Manufacturer.population(CatalogueSense.SEED, CatalogueSense.ITEMS, true));
    }

    @Test
    void vitalItemsFarAwayFromOneSourceAreBufferedWithoutException() {
        Predicate<Picture.Line> fragile = line -> line.criticalSingleSource(CatalogueSense.VERY_LONG_DAYS);
        assertTrue(complete.count(fragile) >= 40, () -> "only " + complete.count(fragile));
        assertEquals(
                List.of(), ids(complete, fragile.and(line -> !line.posture().equals("JIC"))));
        assertEquals(List.of(), ids(gaps, fragile.and(line -> !line.posture().equals("JIC"))));
    }

    @Test
    void noVitalItemIsJustInTime() {
        Predicate<Picture.Line> wrong = line -> line.replenished()
                && line.criticalityClass().equals("V")
                && line.posture().equals("JIT");
        assertEquals(List.of(), ids(complete, wrong));
        assertEquals(List.of(), ids(gaps, wrong));
    }

    @Test
    void justInCaseIsASmallShareOfCompleteData() {
        double share = complete.share(line -> line.posture().equals("JIC"));
        assertTrue(0.02 < share && share < 0.10, () -> "share of JIC: " + share);
    }

    @Test
    void leanRunItemsAreTheBulkOfCompleteData() {
        double share = complete.share(Picture.Line::leanRun);
        assertTrue(share > 0.5, () -> "share of lean-run items: " + share);
        double value = complete.value(Picture.Line::leanRun) / complete.value(line -> true);
        assertTrue(value > 0.4, () -> "their share of value: " + value);
    }

    @Test
    void gapsNeverMakeAnItemLean() {
        Set<String> lean = complete.lines().stream()
                .filter(line -> line.posture().equals("JIT"))
                .map(Picture.Line::id)
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> leanByIgnorance = ids(gaps, line -> line.posture().equals("JIT") && !lean.contains(line.id()));
        assertTrue(
                leanByIgnorance.size() < 0.01 * CatalogueSense.ITEMS,
                () -> leanByIgnorance.size() + " items are lean only in data with gaps: " + leanByIgnorance);
        assertTrue(gaps.share(Picture.Line::leanRun) < complete.share(Picture.Line::leanRun));
    }

    @Test
    void nothingIsDegenerate() {
        for (Picture picture : List.of(complete, gaps)) {
            for (String posture : List.of("JIT", "HYBRID", "JIC")) {
                double share = picture.share(line -> line.posture().equals(posture));
                assertTrue(0.02 < share && share < 0.9, () -> posture + " has a share of " + share);
            }
            Predicate<Picture.Line> running = line -> line.replenished()
                    && !line.policy().equals("INSURANCE_SPARE")
                    && line.safetyStockDays().isPresent();
            Predicate<Picture.Line> bare =
                    running.and(line -> line.safetyStockDays().orElseThrow() == 0);
            assertTrue(
                    picture.count(bare) < 0.1 * picture.count(running),
                    () -> picture.count(bare) + " items have no safety stock");
            Predicate<Picture.Line> smooth =
                    running.and(line -> line.demandClass().equals("SMOOTH"));
            double high = picture.daysQuantile(0.99, smooth);
            assertTrue(high < 180, () -> "one smooth item of a hundred has more than " + high + " days");
            Predicate<Picture.Line> absurd =
                    running.and(line -> line.safetyStockDays().orElseThrow() > 730);
            assertEquals(List.of(), ids(picture, absurd));
        }
    }

    @Test
    void theSameSeedMakesTheSameWorld() {
        Picture once = Picture.of(Manufacturer.population(CatalogueSense.SEED, 300, true));
        Picture again = Picture.of(Manufacturer.population(CatalogueSense.SEED, 300, true));
        assertEquals(once.lines(), again.lines());
    }

    private static List<String> ids(Picture picture, Predicate<Picture.Line> which) {
        return picture.lines().stream().filter(which).map(Picture.Line::id).toList();
    }
}
