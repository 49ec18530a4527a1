package io.posture.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What all commands share, and the small ones among them. */
class CommandsTest {

    @TempDir
    private Path work;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "assess",
                "check",
                "classify",
                "why",
                "rejects",
                "rejects show",
                "help",
                "calc",
                "export",
                "plugins",
                "plugins list",
                "plugins describe",
                "profile",
                "profile list",
                "profile detect",
                "profile explain",
                "profile test",
                "verify",
                "init"
            })
    void everyCommandHasHelpWithExitCodesAndAnExample(String command) {
        Terminal help = Terminal.run((Object[]) (command + " --help").split(" ", -1));
        assertEquals(0, help.exitCode(), help::all);
        assertTrue(help.out().contains("Exit codes:"), help::out);
        assertTrue(help.out().contains("130"), help::out);
        assertTrue(help.out().contains("Example:"), help::out);
        assertTrue(help.out().contains("posture " + command), help::out);
    }

    @Test
    void programAloneShowsItsCommandsAndIsAUsageError() {
        Terminal terminal = Terminal.run();
        assertEquals(2, terminal.exitCode());
        assertEquals("", terminal.out());
        for (String command : List.of("demo", "assess", "check", "why", "plugins", "export", "verify")) {
            assertTrue(terminal.err().contains(command), terminal::err);
        }
    }

    @Test
    void versionIsPrinted() {
        assertTrue(Terminal.run("--version").out().startsWith("posture "));
    }

    @Test
    void misspeltCommandGetsASuggestion() {
        Terminal terminal = Terminal.run("asses");
        assertEquals(2, terminal.exitCode());
        assertTrue(terminal.err().contains("assess"), terminal::err);
    }

    @Test
    void installedPluginsAreListedWithWhatTheyOffer() {
        Terminal list = Terminal.run("plugins", "list");
        assertEquals(0, list.exitCode(), list::all);
        assertTrue(list.out().contains("SafetyStockFormula: auto, king, max-average"), list::out);
        assertTrue(list.out().contains("StockpileFormula: optimal-cover"), list::out);
        assertTrue(list.out().contains("PostureStrategy: economic, matrix"), list::out);
    }

    @Test
    void brokenPluginIsSaidAndHidesNoOther() throws JsonProcessingException {
        Path plugins = PluginJar.broken(work.resolve("plugins"));
        Terminal list = Terminal.run("plugins", "list", "--plugins", plugins);
        assertEquals(4, list.exitCode());
        assertTrue(list.out().contains("PostureStrategy: economic, matrix"), list::out);
        assertTrue(list.err().contains("com.acme.AcmePlugin"), list::err);
        JsonNode document = new ObjectMapper()
                .readTree(Terminal.run("plugins", "list", "--json", "--plugins", plugins)
                        .out());
        assertEquals(1, document.get("problems").size());
        assertEquals(7, document.get("plugins").size());
    }

    @Test
    void stepIsDescribedWithDefaultsAndMeanings() {
        Terminal abc = Terminal.run("plugins", "describe", "abc");
        assertEquals(0, abc.exitCode(), abc::all);
        assertTrue(abc.out().startsWith("abc: SegmentationScheme of plugin posture-segmentation"), abc::out);
        assertTrue(abc.out().matches("(?s).*\\n  a +double +0\\.8 +\\S.*"), abc::out);
    }

    @Test
    void ownPluginIsDescribedByItsId() {
        Path plugins = PluginJar.in(work.resolve("plugins"), PluginJar.FAILS_ON_BOLTS);
        Terminal acme = Terminal.run("plugins", "describe", "acme", "--plugins", plugins);
        assertTrue(acme.out().startsWith("acme 1.0.0: Fails on bolts"), acme::out);
        assertTrue(acme.out().contains("acme.jar"), acme::out);
        assertTrue(acme.out().contains("acme.bolts: SegmentationScheme"), acme::out);
    }

    @Test
    void unknownIdGetsTheNearestName() {
        Terminal terminal = Terminal.run("plugins", "describe", "matrx");
        assertEquals(2, terminal.exitCode());
        assertTrue(terminal.err().contains("Maybe 'matrix' is meant."), terminal::err);
    }

    @Test
    void checkReadsWithoutWriting() throws IOException {
        Path data = SmallData.in(work.resolve("data"));
        Terminal check = Terminal.run("check", data);
        assertEquals(0, check.exitCode(), check::all);
        assertTrue(check.out().startsWith("3 items as of 2026-10-05"), check::out);
        assertTrue(check.out().contains("ASSUMED"), check::out);
        JsonNode document = new ObjectMapper()
                .readTree(Terminal.run("check", "--json", data).out());
        assertEquals("posture/input/v1", document.get("schema").asText());
        assertEquals(3, document.get("items").asInt());
        try (var entries = Files.list(work)) {
            assertEquals(1, entries.count());
        }
    }

    @Test
    void checkNamesRejectsAndFailsAboveTheLimit() {
        Path data = SmallData.in(work.resolve("data"));
        SmallData.write(data.resolve("demand.csv"), "item_id,date,quantity\nbolt,2026-01-05,1\nbolt,2026-01-12,many\n");
        Terminal check = Terminal.run("check", data);
        assertEquals(3, check.exitCode());
        assertTrue(check.err().contains("demand.csv:3:3 [E-NUM-003]"), check::err);
    }

    @Test
    void readingCommandsWithoutARunSayHowToGetOne() {
        Terminal why = Terminal.run("why", "bolt", "--run", work.resolve("none"));
        assertEquals(2, why.exitCode());
        assertTrue(why.err().contains("posture demo"), why::err);
        assertEquals(2, Terminal.run("verify", work.resolve("none")).exitCode());
        assertEquals(2, Terminal.run("check").exitCode());
    }

    @Test
    void readingCommandPutsBackARunThatWasLeftBetweenTwoNames() throws IOException {
        Path data = SmallData.in(work.resolve("data"));
        Path out = work.resolve("out");
        Terminal.run("assess", data, "--out", out);
        Files.move(out, work.resolve("out.previous"));
        Terminal verify = Terminal.run("verify", out);
        assertEquals(0, verify.exitCode(), verify::all);
        assertTrue(verify.err().contains("put back the earlier run"), verify::err);
    }

    @Test
    void mistakeInTheProgramGoesToAReportAndNotToTheTerminal() throws IOException {
        Path reports = Files.createDirectory(work.resolve("reports"));
        ErrorMessages errors = new ErrorMessages(work.resolve("missing"), reports);
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(new StringWriter()), new PrintWriter(err), true);
        assertEquals(70, errors.report(new IllegalStateException("oops"), console, List.of("demo")));
        assertTrue(err.toString().contains("a mistake in the program"), err::toString);
        assertFalse(err.toString().contains("\tat "), err::toString);
        try (var files = Files.list(reports)) {
            String report = Files.readString(files.findFirst().orElseThrow());
            assertTrue(report.contains("IllegalStateException: oops"), report);
            assertTrue(report.contains("\tat "), report);
            assertTrue(report.contains("arguments: [demo]"), report);
        }
    }

    @Test
    void missingMemoryComesWithAdvice() {
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(new StringWriter()), new PrintWriter(err), true);
        assertEquals(70, new ErrorMessages(work).report(new OutOfMemoryError("heap"), console, List.of()));
        assertTrue(err.toString().contains("not enough memory"), err::toString);
    }
}
