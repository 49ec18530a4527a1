package io.posture.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssessCommandTest {

    @TempDir
    private Path work;

    private Path data = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void prepare() {
        data = SmallData.in(work.resolve("data"));
        out = work.resolve("out");
    }

    @Test
    void folderOfTablesIsDecidedOn() {
        Terminal terminal = assess(data);
        assertEquals(0, terminal.exitCode(), terminal::all);
        assertTrue(terminal.out().contains("3 items: 3 decided, 0 undecided, 0 failed"), terminal::out);
        assertEquals(0, Terminal.run("verify", out).exitCode());
    }

    @Test
    void tablesCanBeNamedOneByOne() {
        Path renamed = SmallData.write(work.resolve("verbrauch.csv"), read(data.resolve("demand.csv")));
        Terminal terminal = assess(data.resolve("items.csv"), "demand=" + renamed);
        assertEquals(0, terminal.exitCode(), terminal::all);
    }

    @Test
    void withoutDataTheInputsOfTheLastRunAreReadAgain() {
        assess(data);
        String first = read(out.resolve("register.csv"));
        Terminal again = Terminal.run("assess", "--out", out);
        assertEquals(0, again.exitCode(), again::all);
        assertEquals(first, read(out.resolve("register.csv")));
        assertTrue(Files.exists(work.resolve("out.previous/register.csv")));
    }

    @Test
    void rejectsPutRightAreFedBackAndRememberedForTheNextRun() {
        SmallData.write(data.resolve("demand.csv"), read(data.resolve("demand.csv")) + "bolt,2025-12-29,1O\n");
        assertEquals(0, assess(data).exitCode());
        String fixed = read(out.resolve("rejects.csv")).replace(",1O\"", ",10\"");
        Path rejects = SmallData.write(work.resolve("fixed.csv"), fixed);
        Terminal terminal = Terminal.run("assess", "--out", out, "--add", rejects);
        assertEquals(0, terminal.exitCode(), terminal::all);
        assertEquals(1, read(out.resolve("rejects.csv")).lines().count());
        String register = read(out.resolve("register.csv"));
        assertEquals(0, Terminal.run("assess", "--out", out).exitCode());
        assertEquals(register, read(out.resolve("register.csv")));
        assertEquals(0, Terminal.run("verify", out).exitCode());
    }

    @Test
    void rejectsInsideTheRunFolderAreNotFedBack() {
        assess(data);
        Terminal terminal = Terminal.run("assess", "--out", out, "--add", out.resolve("rejects.csv"));
        assertEquals(2, terminal.exitCode(), terminal::all);
        assertTrue(terminal.err().contains("lies in the run folder, which this run replaces."), terminal::err);
    }

    @Test
    void withoutDataAndWithoutARunThereIsNothingToRead() {
        Terminal terminal = Terminal.run("assess", "--out", out);
        assertEquals(2, terminal.exitCode());
        assertTrue(terminal.err().contains("no DATA was given"), terminal::err);
    }

    @Test
    void dayOfTheCommandLineWins() {
        assess(data, "--as-of", "2026-06-01");
        assertTrue(read(out.resolve("manifest.json")).contains("\"as_of\" : \"2026-06-01\""));
    }

    @Test
    void policyChangesTheRunAndIsRecorded() {
        assess(data);
        String standard = read(out.resolve("manifest.json"));
        Path policy =
                SmallData.write(work.resolve("posture.yaml"), "posture: v1\ncurrency: EUR\nsteps: {abc: {a: 0.5}}\n");
        Terminal terminal = assess(data, "--policy", policy);
        assertEquals(0, terminal.exitCode(), terminal::all);
        String changed = read(out.resolve("manifest.json"));
        assertTrue(changed.contains("{\"a\":0.5,\"b\":0.95}"), changed);
        assertTrue(changed.contains("\"currency\" : \"EUR\""), changed);
        assertNotEquals(runId(standard), runId(changed));
    }

    @Test
    void unknownSettingOfAStepIsAUsageErrorThatListsTheSettings() {
        Path policy = SmallData.write(work.resolve("posture.yaml"), "posture: v1\nsteps: {abc: {aShare: 0.5}}\n");
        Terminal terminal = assess(data, "--policy", policy);
        assertEquals(2, terminal.exitCode());
        assertTrue(terminal.err().contains("'abc' has no setting 'aShare'. Settings: [a, b]"), terminal::err);
    }

    @Test
    void seedReachesTheStepThatDraws() throws IOException {
        assertEquals(0, assess(data, "--seed", "42").exitCode());
        JsonNode manifest =
                new ObjectMapper().readTree(work.resolve("out/manifest.json").toFile());
        List<Long> seeds = new ArrayList<>();
        manifest.at("/settings/steps").forEach(step -> {
            if (step.at("/settings/seed").isNumber()) {
                seeds.add(step.at("/settings/seed").longValue());
            }
        });
        assertEquals(List.of(42L), seeds);
    }

    @Test
    void unknownContributionIsAUsageErrorThatListsWhatThereIs() {
        Path policy = SmallData.write(work.resolve("posture.yaml"), "posture: v1\nsafety_stock: kings\n");
        Terminal terminal = assess(data, "--policy", policy);
        assertEquals(2, terminal.exitCode());
        assertTrue(
                terminal.err().contains("no SafetyStockFormula with id 'kings'. Available: [auto, king, max-average]"),
                terminal::err);
    }

    @Test
    void misspeltOptionIsAUsageError() {
        Terminal terminal = assess(data, "--polcy", "x");
        assertEquals(2, terminal.exitCode());
        assertTrue(terminal.err().contains("Unknown option"), terminal::err);
        assertTrue(terminal.err().contains("--policy"), terminal::err);
    }

    @Test
    void badValuesOfOptionsAreUsageErrors() {
        assertEquals(2, assess(data, "--as-of", "01.06.2026").exitCode());
        assertEquals(2, assess(data, "--threads", "0").exitCode());
        assertEquals(2, assess(data, "--plugin-errors", "ignore").exitCode());
        assertEquals(2, assess(data, "--plugins", work.resolve("none")).exitCode());
        assertEquals(2, assess(data, "--mapping", work.resolve("none.yaml")).exitCode());
    }

    @Test
    void unusableInputEndsWithThreeAndWritesNothing() throws IOException {
        assertUnusable("there is no file", assess(work.resolve("none.csv")));
        SmallData.write(data.resolve("demand.csv"), "item_id,date,quantity\n");
        assertUnusable("has a header line, but no rows", assess(data));
        SmallData.write(data.resolve("demand.csv"), "");
        assertUnusable("is empty", assess(data));
        SmallData.write(data.resolve("demand.csv"), "item_id,date,menge\nbolt,2026-01-05,1\n");
        assertUnusable("quantity", assess(data));
        Files.delete(data.resolve("demand.csv"));
        assertUnusable("there is no table 'demand'", assess(data));
    }

    @Test
    void tooManyRejectsEndWithThreeAndShowTheFirstOfThem() {
        SmallData.write(
                data.resolve("demand.csv"),
                "item_id,date,quantity\nbolt,2026-01-05,1\nbolt,2026-01-12,many\nnut,2026-01-12,2\n");
        Terminal terminal = assess(data);
        assertUnusable("1 of 3 rows", terminal);
        assertTrue(terminal.err().contains("demand.csv:3:3 [E-NUM-003]"), terminal::err);
    }

    @Test
    void fewRejectsDoNotFailTheRun() {
        SmallData.write(data.resolve("demand.csv"), read(data.resolve("demand.csv")) + "bolt,2026-10-12,many\n");
        Terminal terminal = assess(data);
        assertEquals(0, terminal.exitCode(), terminal::all);
        assertTrue(read(out.resolve("rejects.csv")).contains("E-NUM-003"));
        assertTrue(terminal.out().contains("1 E-NUM-003"), terminal::out);
    }

    @Test
    void folderThatAnotherRunHoldsIsAnInputOutputError() {
        SmallData.write(work.resolve("out.lock"), "17 some-other-machine 2026-01-01T00:00:00Z");
        Terminal terminal = assess(data);
        assertEquals(5, terminal.exitCode());
        assertTrue(terminal.err().contains("another run is writing to"), terminal::err);
    }

    @Test
    void diskThatRefusesIsAnInputOutputError() {
        SmallData.write(work.resolve("file"), "");
        assertEquals(
                5,
                Terminal.run("assess", data, "--out", work.resolve("file/out")).exitCode());
    }

    @Test
    void brokenPluginStopsTheRunBeforeItBegins() {
        Terminal terminal = assess(data, "--plugins", PluginJar.broken(work.resolve("plugins")));
        assertEquals(4, terminal.exitCode());
        assertTrue(terminal.err().contains("com.acme.AcmePlugin"), terminal::err);
        assertFalse(Files.exists(out));
    }

    @Test
    void itemOnWhichAPluginFailsIsFailedAndAllOthersAreDecided() {
        Terminal terminal = withFailingPlugin("fail");
        assertEquals(4, terminal.exitCode(), terminal::all);
        assertTrue(terminal.out().contains("3 items: 2 decided, 0 undecided, 1 failed"), terminal::out);
        assertTrue(terminal.err().contains("step 'acme.bolts' failed on 1 item"), terminal::err);
        assertTrue(terminal.err().contains("no bolts please"), terminal::err);
        assertFalse(terminal.err().contains("\tat "), terminal::err);
        assertEquals(0, Terminal.run("verify", out).exitCode());
        Terminal why = Terminal.run("why", "bolt", "--run", out);
        assertTrue(why.out().contains("bolt: FAILED, reason REVIEW-DATA"), why::out);
    }

    @Test
    void isolatedFailureIsAnUnknownResultWithAFinding() {
        Terminal terminal = withFailingPlugin("isolate");
        assertEquals(0, terminal.exitCode(), terminal::all);
        assertTrue(terminal.out().contains("3 items: 3 decided"), terminal::out);
        assertTrue(read(out.resolve("explanations.jsonl")).contains("no bolts please"));
    }

    @Test
    void escapesInTheDataDoNotReachTheTerminal() {
        SmallData.write(
                data.resolve("items.csv"), read(data.resolve("items.csv")).replace("bolt,", "\u001b[31mbolt\u202e,"));
        SmallData.write(
                data.resolve("demand.csv"), read(data.resolve("demand.csv")).replace("bolt,", "\u001b[31mbolt\u202e,"));
        SmallData.write(
                data.resolve("receipts.csv"),
                read(data.resolve("receipts.csv")).replace("bolt,", "\u001b[31mbolt\u202e,"));
        Terminal terminal = assess(data);
        assertEquals(0, terminal.exitCode(), terminal::all);
        Terminal why = Terminal.run("why", "bolt", "--run", out);
        assertEquals(0, why.exitCode(), why::all);
        for (String text : new String[] {terminal.out(), terminal.err(), why.out()}) {
            assertFalse(text.contains("\u001b") || text.contains("\u202e"), text);
        }
    }

    private Terminal withFailingPlugin(String onError) {
        Path policy = SmallData.write(work.resolve("posture.yaml"), "posture: v1\nsteps: {acme.bolts: {unused: 2}}\n");
        Path plugins = PluginJar.in(work.resolve("plugins"), PluginJar.FAILS_ON_BOLTS);
        return assess(data, "--policy", policy, "--plugins", plugins, "--plugin-errors", onError);
    }

    private Terminal assess(Object... arguments) {
        Object[] all = new Object[arguments.length + 3];
        all[0] = "assess";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[all.length - 2] = "--out";
        all[all.length - 1] = out;
        return Terminal.run(all);
    }

    private void assertUnusable(String message, Terminal terminal) {
        assertEquals(3, terminal.exitCode(), terminal::all);
        assertTrue(terminal.err().contains(message), terminal::err);
        assertFalse(Files.exists(out), "something was written");
        assertFalse(Files.exists(work.resolve("out.lock")), "the lock was left");
    }

    private static String runId(String manifest) {
        int at = manifest.indexOf("\"run_id\"");
        return manifest.substring(at, at + 90);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException problem) {
            throw new java.io.UncheckedIOException(problem);
        }
    }
}
