package io.posture.io.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.EarlierRisk;
import io.posture.api.ItemId;
import io.posture.io.EarlierRisks;
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

class EarlierLevelsTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);
    private static final ItemId BOLT = ItemId.of("bolt");

    @TempDir
    private Path folder;

    @Test
    void laterRunStartsFromWhatTheRunLeft() throws IOException {
        write();
        assertEquals(Optional.of(new EarlierRisk(JULY, true, 1, 50, 2)), read(OCTOBER).of(BOLT));
        // a new item was not HIGH
        assertFalse(read(OCTOBER).of(ItemId.of("new")).orElseThrow().high());
    }

    @Test
    void rerunOfTheSameDayStartsFromWhatTheRunStartedFrom() throws IOException {
        write();
        assertEquals(Optional.of(new EarlierRisk(APRIL, true, 0, 50, 2)), read(JULY).of(BOLT));
    }

    @Test
    void runOfAnEarlierDayKnowsNothingOfTheFuture() throws IOException {
        write();
        assertEquals(Optional.empty(), read(APRIL).of(BOLT));
        assertTrue(read(APRIL.plusDays(1)).of(BOLT).orElseThrow().high());
    }

    @Test
    void folderWithoutARunHasNothingToKeep() {
        assertEquals(Optional.empty(), read(OCTOBER).of(BOLT));
    }

    private EarlierRisks read(LocalDate asOf) {
        return EarlierLevels.read(folder, asOf, ReviewPolicy.DEFAULTS);
    }

    private void write() throws IOException {
        try (ReviewMemoryFile file = new ReviewMemoryFile(
                Files.newBufferedWriter(folder.resolve(RunFiles.REVIEW)),
                "run",
                JULY,
                Optional.of(new KeyFigureFile.Earlier("before", APRIL)))) {
            file.write(BOLT, new ReviewMemory.Item(facts("HIGH", 1), Optional.of(facts("HIGH", 0)), false, List.of()));
            file.write(
                    ItemId.of("nut"),
                    new ReviewMemory.Item(facts("LOW", 0), Optional.of(facts("LOW", 0)), false, List.of()));
            file.writeGone(ItemId.of("washer"));
        }
    }

    private static ReviewMemory.Facts facts(String level, int below) {
        return new ReviewMemory.Facts(
                Map.of("posture", "JIC"),
                new ReviewMemory.Standing(level, below, 5, APRIL),
                Map.of("risk", 49.0),
                Map.of());
    }
}
