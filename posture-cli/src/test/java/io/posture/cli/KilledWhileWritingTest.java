package io.posture.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code export} and {@code init} in child processes that are killed while they write: what has its final name is whole. */
class KilledWhileWritingTest {

    private static final int KILLS = 8;

    @TempDir
    private Path work;

    @Test
    void anExportThatIsKilledIsThereAsAWholeOrNotAtAll() throws Exception {
        Path run = run();
        Path exports = work.resolve("exports");
        String[] export = {"export", "--to", "generic", "--only", "all", "--run", run.toString(), "--out"};
        assertEquals(0, Terminal.run(words(export, work.resolve("whole"))).exitCode());
        Map<String, String> whole = files(work.resolve("whole"));
        assertTrue(whole.size() >= 3, whole::toString);
        String name = whole.keySet().iterator().next().replaceFirst("/.*", "");
        long writing = writing(exports.resolve(name + ".tmp"), words(export, exports));
        remove(exports);
        for (int kill = 0; kill < KILLS; kill++) {
            Child child = new Child(words(export, exports));
            child.await(exports.resolve(name + ".tmp"));
            child.killAfter(writing * kill / KILLS);
            if (Files.exists(exports.resolve(name))) {
                assertEquals(whole, files(exports, name + "/"), "after kill " + kill);
            }
            // the next start tidies up, and an export that was already whole stays what it was
            Terminal next = Terminal.run(words(export, exports));
            assertTrue(next.exitCode() == 0 || next.err().contains("holds an export of this run already"), next::all);
            assertEquals(whole, files(exports), "after kill " + kill);
            remove(exports);
        }
    }

    @Test
    void aReplacedExportIsTheOldOneOrTheNewOne() throws Exception {
        Path run = run();
        Path exports = work.resolve("exports");
        String[] commas = {
            "export", "--to", "generic", "--only", "all", "--run", run.toString(), "--decimal", ",", "--out"
        };
        String[] export = {"export", "--to", "generic", "--only", "all", "--run", run.toString(), "--replace", "--out"};
        assertEquals(0, Terminal.run(words(export, work.resolve("new"))).exitCode());
        assertEquals(0, Terminal.run(words(commas, work.resolve("old"))).exitCode());
        Map<String, String> fresh = files(work.resolve("new"));
        Map<String, String> old = files(work.resolve("old"));
        String name = fresh.keySet().iterator().next().replaceFirst("/.*", "");
        long writing = 0;
        for (int kill = 0; kill <= KILLS; kill++) {
            assertEquals(0, Terminal.run(words(commas, exports)).exitCode());
            Child child = new Child(words(export, exports));
            child.await(exports.resolve(name + ".tmp"));
            long start = System.nanoTime();
            if (kill == 0) {
                assertEquals(0, child.end(), child::said);
                writing = System.nanoTime() - start;
            } else {
                child.killAfter(writing * kill / KILLS);
            }
            String standing = Files.exists(exports.resolve(name)) ? name : name + ".previous";
            Map<String, String> found = new TreeMap<>();
            files(exports, standing + "/").forEach((file, hash) -> found.put(file.replaceFirst("^[^/]*", name), hash));
            assertTrue(found.equals(old) || found.equals(fresh), () -> "an export that nobody wrote: " + found);
            assertEquals(0, Terminal.run(words(export, exports)).exitCode());
            assertEquals(fresh, files(exports));
            remove(exports);
        }
    }

    @Test
    void filesOfAStartThatIsKilledAreWholeAndTheNextStartFinishes() throws Exception {
        Path start = work.resolve("start");
        assertEquals(0, Terminal.run("init", work.resolve("whole")).exitCode());
        Map<String, String> whole = files(work.resolve("whole"));
        long writing = writing(start, "init", start);
        remove(start);
        int unfinished = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Child child = new Child("init", start);
            child.await(start);
            child.killAfter(writing * kill / KILLS);
            Map<String, String> left = files(start);
            left.keySet().removeIf(file -> file.endsWith(".posture-tmp"));
            unfinished += left.size() < whole.size() ? 1 : 0;
            left.forEach((file, hash) -> assertEquals(whole.get(file), hash, file));
            Terminal next = Terminal.run("init", start);
            assertEquals(0, next.exitCode(), next::all);
            assertEquals(whole, files(start), "after kill " + kill);
            remove(start);
        }
        assertTrue(unfinished > 0, "no kill came in time");
    }

    private Path run() {
        Path data = SmallData.in(work.resolve("data"));
        SmallData.write(
                data.resolve("item_locations.csv"),
                "item_id,location_id,current_safety_stock\nbolt,1000,500.5\nnut,1000,300\nwasher,1000,0\n");
        Path run = work.resolve("out");
        assertEquals(0, Terminal.run("assess", data, "--out", run, "--quiet").exitCode());
        return run;
    }

    /** Nanoseconds from the first sign of writing to the end. */
    private static long writing(Path sign, Object... words) throws IOException, InterruptedException {
        Child child = new Child(words);
        child.await(sign);
        long start = System.nanoTime();
        assertEquals(0, child.end(), child::said);
        return System.nanoTime() - start;
    }

    private static Object[] words(String[] command, Path out) {
        return Stream.concat(Stream.of(command), Stream.of(out)).toArray();
    }

    private static Map<String, String> files(Path folder) throws IOException {
        return files(folder, "");
    }

    /** What files hold by their names below a folder, those that begin with a text. */
    private static Map<String, String> files(Path folder, String start) throws IOException {
        Map<String, String> files = new TreeMap<>();
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    String name = folder.relativize(file).toString().replace('\\', '/');
                    if (name.startsWith(start)) {
                        files.put(name, HexFormat.of().formatHex(Files.readAllBytes(file)));
                    }
                }
            }
        }
        return files;
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
