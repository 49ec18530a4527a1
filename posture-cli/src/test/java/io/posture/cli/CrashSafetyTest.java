package io.posture.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run leaves behind when it is stopped or refused: child processes on the real file system. */
class CrashSafetyTest {

    private static final int KILLS = 10;
    private static final int ITEMS = 300;

    @TempDir
    private Path work;

    private Path data = Path.of("");
    private Path out = Path.of("");
    private String before = "";

    @BeforeEach
    void earlierRun() throws IOException {
        data = SmallData.in(work.resolve("data"));
        out = work.resolve("out");
        assertEquals(0, Terminal.run("assess", data, "--out", out, "--quiet").exitCode());
        before = Files.readString(out.resolve("register.csv"));
    }

    @Test
    void aRunThatIsKilledAtAnyMomentLeavesTheEarlierRunOrTheWholeNewOne() throws Exception {
        Path many = manyItems();
        long start = System.nanoTime();
        assertEquals(0, new Child("assess", many, "--out", work.resolve("measured")).end());
        long whole = System.nanoTime() - start;
        String after = Files.readString(work.resolve("measured/register.csv"));
        for (int kill = 0; kill < KILLS; kill++) {
            Child child = new Child("assess", many, "--out", out);
            child.killAfter(whole * (kill + 1) / KILLS);
            // what stands under the final name is whole; between two renames it stands under the name of the earlier
            // run
            Path found = Files.exists(out) ? out : work.resolve("out.previous");
            assertEquals(0, Terminal.run("verify", found).exitCode());
            String register = Files.readString(found.resolve("register.csv"));
            assertTrue(register.equals(before) || register.equals(after), "a register that no run wrote");
            // the next start clears what is left and finds its way
            Terminal next = Terminal.run("assess", data, "--out", out, "--quiet");
            assertEquals(0, next.exitCode(), next::all);
            assertEquals(before, Files.readString(out.resolve("register.csv")));
            assertEquals(
                    Set.of("data", "many", "measured", "measured.audit", "out", "out.audit", "out.previous"),
                    namesIn(work));
        }
    }

    @Test
    void aDiskThatIsFullLeavesTheEarlierRun() throws Exception {
        Path many = manyItems();
        // no file may become larger than 64 blocks of 1,024 bytes: writing fails as on a full disk
        Child child = new Child(
                List.of("bash", "-c", "ulimit -f 64; exec \"$@\"", "bash"), List.of(), "assess", many, "--out", out);
        assertEquals(5, child.end(), child::said);
        assertTrue(child.said().contains("register.csv") || child.said().contains("explanations.jsonl"), child::said);
        assertUntouched();
    }

    @Test
    void aFullFileSystemLeavesTheEarlierRun() throws Exception {
        Path small = Files.createDirectory(work.resolve("small"));
        assumeTrue(
                command("mount", "-t", "tmpfs", "-o", "size=384k", "tmpfs", small.toString()),
                "needs the right to mount a small file system");
        try {
            Path there = small.resolve("out");
            assertEquals(
                    0, Terminal.run("assess", data, "--out", there, "--quiet").exitCode());
            Terminal full = Terminal.run("assess", manyItems(), "--out", there);
            assertEquals(5, full.exitCode(), full::all);
            assertEquals(0, Terminal.run("verify", there).exitCode());
            assertEquals(before, Files.readString(there.resolve("register.csv")));
        } finally {
            assertTrue(command("umount", small.toString()), "something is still open in the folder");
        }
    }

    @Test
    void aFileThatChangesWhileItIsReadIsAnErrorAndNoRun() throws Exception {
        Path many = manyItems();
        Path demand = many.resolve("demand.csv");
        Child child = new Child("assess", many, "--out", out);
        while (child.isRunning()) {
            Files.writeString(demand, "part-0,2026-01-05,1\n", StandardOpenOption.APPEND);
            TimeUnit.MILLISECONDS.sleep(1);
        }
        assertEquals(5, child.end(), child::said);
        assertTrue(child.said().contains("changed while it was read"), child::said);
        assertUntouched();
    }

    @Test
    void aSecondRunInTheSameFolderIsToldWhoHoldsIt() throws Exception {
        Path many = manyItems();
        Child first = new Child("assess", many, "--out", out);
        Path lock = work.resolve("out.lock");
        while (first.isRunning() && !Files.exists(lock)) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        Terminal second = Terminal.run("assess", data, "--out", out);
        if (second.exitCode() == 5) {
            assertTrue(second.err().contains("process"), second::all);
        }
        assertEquals(0, first.end(), first::said);
        assertEquals(0, Terminal.run("verify", out).exitCode());
    }

    @Test
    void aFolderThatMayNotBeWrittenIsAnErrorThatNamesIt() throws Exception {
        Path locked = Files.createDirectory(work.resolve("locked"));
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
        boolean mounted = Files.isWritable(locked)
                && command("mount", "-t", "tmpfs", "-o", "ro,size=64k", "tmpfs", locked.toString());
        assumeTrue(!Files.isWritable(locked), "this user may write everywhere, and mount nothing");
        try {
            Terminal refused = Terminal.run("assess", data, "--out", locked.resolve("out"));
            assertEquals(5, refused.exitCode(), refused::all);
            assertTrue(refused.err().contains(locked.toString()), refused::all);
            assertEquals(Set.of(), namesIn(locked));
        } finally {
            assertTrue(!mounted || command("umount", locked.toString()), "something is still open in the folder");
            Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private void assertUntouched() throws IOException {
        assertEquals(before, Files.readString(out.resolve("register.csv")));
        assertEquals(0, Terminal.run("verify", out).exitCode());
        assertFalse(namesIn(work).stream().anyMatch(name -> name.contains(".tmp-")), () -> "something was left behind");
    }

    private Path manyItems() {
        StringBuilder items = new StringBuilder("item_id,base_uom,unit_cost\n");
        StringBuilder demand = new StringBuilder("item_id,date,quantity\n");
        LocalDate monday = LocalDate.of(2025, 1, 6);
        for (int item = 0; item < ITEMS; item++) {
            items.append("part-")
                    .append(item)
                    .append(",C62,")
                    .append(1 + item % 17)
                    .append('\n');
            for (int week = 0; week < 80; week++) {
                demand.append("part-")
                        .append(item)
                        .append(',')
                        .append(monday.plusWeeks(week))
                        .append(',')
                        .append(5 + (item + week) % 7)
                        .append('\n');
            }
        }
        Path many = work.resolve("many");
        SmallData.write(many.resolve("items.csv"), items.toString());
        SmallData.write(many.resolve("demand.csv"), demand.toString());
        return many;
    }

    private static Set<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    private static boolean command(String... words) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(words).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }
}
