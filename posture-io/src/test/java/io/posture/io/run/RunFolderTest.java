package io.posture.io.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

    private static final String RUN = "0123456789abcdef";

    @TempDir
    private Path work;

    private final List<String> notices = new ArrayList<>();

    @Test
    void runAppearsUnderItsNameOnlyWhenItIsWhole() throws IOException {
        Path out = work.resolve("out");
        try (RunFolder.Claim claim = RunFolder.at(out).claim(notices::add)) {
            RunDraft draft = claim.begin(RUN);
            write(draft, "register.csv", "a");
            assertFalse(Files.exists(out));
            assertTrue(Files.exists(work.resolve("out.tmp-0123456789ab").resolve("register.csv")));
            claim.publish();
        }
        assertEquals("a", Files.readString(out.resolve("register.csv")));
        assertEquals(List.of("out"), names(work));
    }

    @Test
    void runThatIsNotPublishedLeavesNothingAndTheEarlierOneAsItWas() throws IOException {
        Path out = work.resolve("out");
        new SmallRun().item("a", 1).into(out);
        String before = Files.readString(out.resolve(RunFiles.MANIFEST));
        try (RunFolder.Claim claim = RunFolder.at(out).claim(notices::add)) {
            write(claim.begin(RUN), "register.csv", "half");
        }
        assertEquals(before, Files.readString(out.resolve(RunFiles.MANIFEST)));
        assertEquals(List.of("out"), names(work));
    }

    @Test
    void earlierRunIsKeptOnceUnderPrevious() {
        Path out = work.resolve("out");
        new SmallRun().item("a", 1).into(out);
        new SmallRun().item("b", 1).into(out);
        new SmallRun().item("c", 1).into(out);
        assertEquals(List.of("out", "out.previous"), names(work));
        assertTrue(Verification.of(out).sound());
        assertTrue(new Explanations(work.resolve("out.previous")).find("b") instanceof Explanations.Search.Found);
    }

    @Test
    void startThatFindsOnlyThePreviousRunPutsItBack() throws IOException {
        Path out = work.resolve("out");
        new SmallRun().item("a", 1).into(out);
        Files.move(out, work.resolve("out.previous"));
        RunFolder.at(out).recover(notices::add);
        assertTrue(Verification.of(out).sound());
        assertTrue(notices.get(0).startsWith("put back the earlier run"), notices::toString);
        assertEquals(List.of("out"), names(work));
    }

    @Test
    void restOfAStoppedRunIsRemovedAndSaid() throws IOException {
        Path rest = Files.createDirectory(work.resolve("out.tmp-0123456789ab"));
        Files.writeString(rest.resolve("register.csv"), "half");
        RunFolder.at(work.resolve("out")).claim(notices::add).close();
        assertEquals(List.of(), names(work));
        assertEquals(List.of("removed out.tmp-0123456789ab, the rest of a run that was stopped"), notices);
    }

    @Test
    void foldersThatOnlyLookLikeARestAreLeftAlone() throws IOException {
        Path other = Files.createDirectory(work.resolve("out.tmp-0123456789ab"));
        Files.writeString(other.resolve("thesis.txt"), "years of work");
        Files.createDirectory(work.resolve("out.tmp-mine"));
        RunFolder.at(work.resolve("out")).claim(notices::add).close();
        assertEquals(List.of("out.tmp-0123456789ab", "out.tmp-mine"), names(work));
    }

    @Test
    void emptyFolderIsUsed() throws IOException {
        Path out = Files.createDirectory(work.resolve("out"));
        new SmallRun().item("a", 1).into(out);
        assertTrue(Verification.of(out).sound());
        assertEquals(List.of("out"), names(work));
    }

    @Test
    void folderWithAnythingElseThanARunIsRefused() throws IOException {
        Path out = Files.createDirectory(work.resolve("out"));
        Files.writeString(out.resolve("letter.txt"), "dear");
        RunFolder folder = RunFolder.at(out);
        RunFolderRefusedException refused =
                assertThrows(RunFolderRefusedException.class, () -> folder.claim(notices::add));
        assertTrue(refused.getMessage().contains("holds something else than a run"), refused.getMessage());
        assertEquals(List.of("out"), names(work));
    }

    @Test
    void fileBesideARunIsNotLostWithIt() throws IOException {
        Path out = work.resolve("out");
        new SmallRun().item("a", 1).into(out);
        Files.writeString(out.resolve("letter.txt"), "dear");
        RunFolder folder = RunFolder.at(out);
        RunFolderRefusedException refused =
                assertThrows(RunFolderRefusedException.class, () -> folder.claim(notices::add));
        assertTrue(refused.getMessage().contains("[letter.txt]"), refused.getMessage());
    }

    @Test
    void previousFolderThatIsNoRunIsNotOverwritten() throws IOException {
        Path previous = Files.createDirectory(work.resolve("out.previous"));
        Files.writeString(previous.resolve("letter.txt"), "dear");
        RunFolder folder = RunFolder.at(work.resolve("out"));
        assertThrows(RunFolderRefusedException.class, () -> folder.claim(notices::add));
    }

    @Test
    void fileInPlaceOfTheFolderIsRefused() throws IOException {
        Files.writeString(work.resolve("out"), "not a folder");
        RunFolder folder = RunFolder.at(work.resolve("out"));
        assertThrows(RunFolderRefusedException.class, () -> folder.claim(notices::add));
    }

    @Test
    void diskThatRefusesIsAnInputOutputError() throws IOException {
        Files.writeString(work.resolve("file"), "");
        RunFolder folder = RunFolder.at(work.resolve("file").resolve("out"));
        assertThrows(UncheckedIOException.class, () -> folder.claim(notices::add));
    }

    @Test
    void secondRunInOneFolderIsToldWhoHoldsIt() {
        RunFolder folder = RunFolder.at(work.resolve("out"));
        RunFolder.Claim first = folder.claim(notices::add);
        try (first) {
            RunFolderBusyException busy = assertThrows(RunFolderBusyException.class, () -> folder.claim(notices::add));
            assertTrue(
                    busy.getMessage()
                            .contains("process " + ProcessHandle.current().pid()),
                    busy.getMessage());
        }
        folder.claim(notices::add).close();
        assertEquals(List.of(), names(work));
    }

    @Test
    void lockOfAProcessThatIsNoMoreIsTakenOver() throws IOException {
        RunFolder folder = RunFolder.at(work.resolve("out"));
        Path lock = work.resolve("out.lock");
        String own;
        try (RunFolder.Claim claim = folder.claim(notices::add)) {
            own = Files.readString(lock);
            assertEquals(work.resolve("out"), claim.path());
        }
        // the same process id, begun at another time: a later process that got the number again
        Files.writeString(lock, own.substring(0, own.lastIndexOf(' ') + 1) + "1999-01-01T00:00:00Z");
        folder.claim(notices::add).close();
        assertTrue(notices.get(0).startsWith("took over the lock of process"), notices::toString);
        assertEquals(List.of(), names(work));
    }

    @Test
    void lockOfAnotherMachineIsRespected() throws IOException {
        Files.writeString(work.resolve("out.lock"), "17 some-other-machine 2026-01-01T00:00:00Z");
        RunFolder folder = RunFolder.at(work.resolve("out"));
        RunFolderBusyException busy = assertThrows(RunFolderBusyException.class, () -> folder.claim(notices::add));
        assertTrue(busy.getMessage().contains("process 17 on some-other-machine"), busy.getMessage());
        assertTrue(busy.getMessage().contains("out.lock"), busy.getMessage());
    }

    @Test
    void pathWithoutANameIsRefused() {
        assertThrows(RunFolderRefusedException.class, () -> RunFolder.at(Path.of("/")));
    }

    private static void write(RunDraft draft, String name, String text) throws IOException {
        try (Writer file = draft.open(name)) {
            file.write(text);
        }
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
