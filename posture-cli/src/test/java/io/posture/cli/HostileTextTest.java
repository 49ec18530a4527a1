package io.posture.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.posture.cli.SpoiltData.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts in the data that would do something else than be shown. */
class HostileTextTest {

    /** Escapes, other control characters but the line end, and characters that reorder text. */
    private static final Pattern ACTIVE =
            Pattern.compile("[\\p{Cc}&&[^\\n]]|[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\u2028\\u2029]");

    @TempDir
    private Path work;

    private SpoiltData data = new SpoiltData(Path.of("target/none"));

    @BeforeEach
    void soundData() {
        data = new SpoiltData(work);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=cmd|' /C calc'!A0",
                "+1+1",
                "-2+3+cmd",
                "@SUM(A1)",
                "=HYPERLINK(\"http://x\")",
                "<script>alert(1)</script>",
                "</script><img src=x>",
                "../../etc/passwd",
                "CON",
                "C:\\temp\\x",
                "\u001b[31mred\u001b[0m",
                "\u202etxt.exe",
                "a\u0007b",
                "javascript:alert(1)"
            })
    void keysAreExactForMachinesAndHarmlessForPeople(String key) throws IOException {
        rename("bolt", key);
        Run run = data.done().rejects();
        // the register is for people: a spreadsheet must not run the cell
        String cell = run.csv("register.csv").stream()
                .map(row -> row.getField("item_id"))
                .filter(id -> id.endsWith(key))
                .findFirst()
                .orElseThrow();
        assertEquals("=+-@".indexOf(key.charAt(0)) >= 0 ? "'" + key : key, cell);
        // what is for machines is exact
        assertTrue(keysOf(run.text("explanations.jsonl")).contains(key));
        assertTrue(keysOf(run.text("proposals.jsonl")).contains(key));
        Terminal why = Terminal.run("why", "--run", data.out(), "--", key);
        assertEquals(0, why.exitCode(), why::all);
        assertEquals(
                key,
                new ObjectMapper()
                        .readTree(Terminal.run("why", "--run", data.out(), "--json", "--", key)
                                .out())
                        .get("item")
                        .asText());
        for (String shown : List.of(run.terminal().all(), run.text("summary.txt"), why.all())) {
            assertFalse(ACTIVE.matcher(shown).find(), shown);
        }
        // a key is no path: nothing but the run's own files was written
        try (Stream<Path> entries = Files.list(work)) {
            assertEquals(
                    List.of("data", "out", "out.audit"),
                    entries.map(entry -> entry.getFileName().toString())
                            .sorted()
                            .toList());
        }
    }

    @Test
    void rejectsWithFormulasComeBackAsTheyWere() throws IOException {
        rename("bolt", "=bolt");
        data.add("demand.csv", "=bolt,2026-03-02,=1O").done().rejects("demand.csv:272:3 E-NUM-003");
        String rejects = Files.readString(data.out().resolve("rejects.csv"));
        assertTrue(rejects.contains("\"'=bolt,2026-03-02,=1O\""), rejects);
        Terminal show = Terminal.run("rejects", "show", "E-NUM-003", "--run", data.out());
        assertTrue(show.out().contains("    row: =bolt,2026-03-02,=1O\n"), show::all);
        Path fixed = SmallData.write(work.resolve("fixed.csv"), rejects.replace(",=1O\"", ",10\""));
        data.done("--add", fixed).rejects().counts("demand.csv", 271, 271, 0, 0, 0);
    }

    @Test
    void negativeNumbersStayNumbers() {
        data.put("item_locations.csv", "item_id,current_safety_stock", "bolt,500");
        String change = data.done().item("bolt").getField("delta_qty");
        assertTrue(Double.parseDouble(change) < 0, change);
    }

    @Test
    void escapesInRejectsDoNotReachTheTerminal() {
        Run run = data.add("demand.csv", "bolt,2026-03-02,\u001b]0;title\u00071\u202e0")
                .done();
        assertFalse(ACTIVE.matcher(run.terminal().all()).find(), run.terminal()::all);
        for (List<Object> words : List.of(
                List.<Object>of("rejects", "--run", data.out()),
                List.<Object>of("rejects", "show", "E-NUM-003", "--run", data.out()),
                List.<Object>of("check", data.data()))) {
            Terminal shown = Terminal.run(words.toArray());
            assertFalse(ACTIVE.matcher(shown.all()).find(), shown::all);
        }
    }

    @Test
    void profileAndFormatAreNamesAndNoPaths() {
        Terminal profile = Terminal.run("assess", data.data(), "--profile", "../../x", "--out", data.out());
        assertEquals(2, profile.exitCode(), profile::all);
        assertTrue(profile.err().contains("there is no profile"), profile::all);
        Terminal format = Terminal.run("assess", data.data(), "--formats", "../x", "--out", data.out());
        assertEquals(2, format.exitCode(), format::all);
    }

    @Test
    void wordsOfYamlAreReadAsTheTextsThatTheyAre() {
        Path policy = SmallData.write(work.resolve("posture.yaml"), """
                posture: v1
                as_of: 2026-09-21
                home_country: NO
                risk:
                  criticality:
                    by_category: {on: 70, NO: 15, 010: 20, 1_000: 30, ES: 40}
                """);
        String manifest = data.done("--policy", policy).text("manifest.json");
        assertTrue(manifest.contains("\"homeCountry\":\"NO\""), manifest);
        assertTrue(
                manifest.contains("\"byCategory\":{\"010\":20.0,\"1_000\":30.0,\"ES\":40.0,\"NO\":15.0,\"on\":70.0}"),
                manifest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"window_months: 010", "max_reject_rate: 1_000", "window_months: on", "winsorise: NO"})
    void numbersAndFlagsOfYamlAreNotGuessed(String line) {
        Path policy = SmallData.write(work.resolve("posture.yaml"), "posture: v1\n" + line + "\n");
        Terminal run = data.assess("--policy", policy).terminal();
        assertEquals(2, run.exitCode(), run::all);
        assertTrue(run.err().contains("posture.yaml:2 " + line.split(":", -1)[0]), run::all);
    }

    @Test
    void aliasesThatMultiplyAreRefused() {
        Path policy = SmallData.write(work.resolve("posture.yaml"), "a: &a [x, x]\nb: &b [*a, *a]\n");
        Terminal run = data.assess("--policy", policy).terminal();
        assertEquals(2, run.exitCode(), run::all);
        assertTrue(run.err().contains("alias"), run::all);
    }

    private void rename(String from, String to) {
        String quoted = to.contains("\"") || to.contains(",") ? "\"" + to.replace("\"", "\"\"") + "\"" : to;
        for (String file : List.of("items.csv", "demand.csv", "receipts.csv")) {
            String[] lines = data.lines(file).stream()
                    .map(line -> line.replaceFirst("(^|,)" + from + ",", "$1" + Matcher.quoteReplacement(quoted + ",")))
                    .toArray(String[]::new);
            data.put(file, lines);
        }
    }

    private static List<String> keysOf(String jsonLines) {
        ObjectMapper mapper = new ObjectMapper();
        return jsonLines
                .lines()
                .map(line -> {
                    try {
                        var tree = mapper.readTree(line);
                        return tree.path(tree.has("item") ? "item" : "item_id").asText();
                    } catch (JsonProcessingException broken) {
                        throw new AssertionError(line, broken);
                    }
                })
                .toList();
    }
}
