package io.posture.io.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.EarlierPlan;
import io.posture.api.EarlierRisk;
import io.posture.api.ItemId;
import io.posture.io.DoneReview;
import io.posture.io.EarlierItems;
import io.posture.io.policy.ReviewPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlierDayTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);
    private static final ItemId BOLT = ItemId.of("bolt");

    @TempDir
    private Path folder;

    @Test
    void laterRunStartsFromWhatTheRunLeft() throws IOException {
        write();
        assertEquals(
                Optional.of(new EarlierRisk(JULY, true, 1, 50, 2, true)),
                read(OCTOBER).risk(BOLT));
        // a new item was not HIGH
        assertFalse(read(OCTOBER).risk(ItemId.of("new")).orElseThrow().high());
    }

    @Test
    void rerunOfTheSameDayStartsFromWhatTheRunStartedFrom() throws IOException {
        write();
        assertEquals(
                Optional.of(new EarlierRisk(APRIL, true, 0, 50, 2, true)),
                read(JULY).risk(BOLT));
    }

    @Test
    void runOfAnEarlierDayKnowsNothingOfTheFuture() throws IOException {
        write();
        assertEquals(Optional.empty(), read(APRIL).risk(BOLT));
        assertTrue(read(APRIL.plusDays(1)).risk(BOLT).orElseThrow().high());
    }

    @Test
    void runsBetweenTwoReviewsDoNotCountUnlessSomebodyReviewed() throws IOException {
        write();
        // counted on July 1, 91 days between reviews
        assertFalse(read(LocalDate.of(2026, 9, 29)).risk(BOLT).orElseThrow().counts());
        assertTrue(read(LocalDate.of(2026, 9, 30)).risk(BOLT).orElseThrow().counts());
        LocalDate august = LocalDate.of(2026, 8, 3);
        DoneReview done = new DoneReview(false, "bolt", august, "planning", "");
        assertTrue(reviewed(august.plusDays(1), done).counts());
        // the run of that day itself decides what it decided before the review
        assertFalse(reviewed(august, done).counts());
    }

    private EarlierRisk reviewed(LocalDate asOf, DoneReview done) {
        return EarlierDay.read(folder, asOf, List.of(done), ReviewPolicy.DEFAULTS)
                .risk(BOLT)
                .orElseThrow();
    }

    @Test
    void plansOfStockpilesAreKnownWhateverTheLevel() throws IOException {
        write();
        assertEquals(
                Optional.of(new EarlierPlan("until spring", APRIL)),
                read(OCTOBER).plan(ItemId.of("nut")));
        assertEquals(Optional.empty(), read(OCTOBER).plan(BOLT));
        // the run of July was the first that asked for one
        assertEquals(Optional.empty(), read(JULY).plan(ItemId.of("nut")));
    }

    @Test
    void folderWithoutARunHasNothingToKeep() {
        assertEquals(Optional.empty(), read(OCTOBER).risk(BOLT));
    }

    private EarlierItems read(LocalDate asOf) {
        return EarlierDay.read(folder, asOf, List.of(), ReviewPolicy.DEFAULTS);
    }

    private void write() throws IOException {
        try (ReviewMemoryFile file = new ReviewMemoryFile(
                Files.newBufferedWriter(folder.resolve(RunFiles.REVIEW)),
                "run",
                JULY,
                Optional.of(new EarlierRun("before", APRIL, "", "")))) {
            file.write(
                    BOLT,
                    new ReviewMemory.Item(
                            facts("HIGH", 1, JULY), Optional.of(facts("HIGH", 0, APRIL)), false, List.of()));
            file.write(
                    ItemId.of("nut"),
                    new ReviewMemory.Item(
                            planned(facts("LOW", 0, JULY)), Optional.of(facts("LOW", 0, APRIL)), false, List.of()));
            file.writeGone(ItemId.of("washer"));
        }
    }

    private static ReviewMemory.Facts planned(ReviewMemory.Facts facts) {
        return new ReviewMemory.Facts(
                Map.of(ReviewMemory.PLAN, "until spring"),
                facts.standing(),
                facts.numbers(),
                Map.of(ReviewMemory.PLAN_SINCE, APRIL));
    }

    private static ReviewMemory.Facts facts(String level, int below, LocalDate countedOn) {
        return new ReviewMemory.Facts(
                Map.of("posture", "HYBRID"),
                new ReviewMemory.Standing(level, below, 5, APRIL, countedOn),
                Map.of("risk", 49.0),
                Map.of());
    }
}
