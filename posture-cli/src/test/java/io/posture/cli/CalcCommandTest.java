package io.posture.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.posture.core.plugin.PluginCatalog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command calc. Expected numbers: z = 1.6448536269514722 (DOMAIN E.4), the rest by hand. */
class CalcCommandTest {

    private static final String Z_FORMULA =
            "{'demandMean': 20, 'demandSd': 8, 'leadMean': 9.0, 'leadSd': 0, 'csl': 0.95}";

    @TempDir
    private Path work;

    @Test
    void topicWithSetInputsGivesItsResultAsJson() throws JsonProcessingException {
        Terminal terminal = Terminal.run(
                "calc",
                "buf.zFormula",
                "--set",
                "demandMean=20",
                "--set",
                "demandSd=8",
                "--set",
                "leadMean=9",
                "--set",
                "leadSd=0",
                "--set",
                "csl=0.95");
        assertEquals(0, terminal.exitCode(), terminal::all);
        JsonNode result = json(terminal.out());
        assertEquals(1.6448536269514722, result.get("z").doubleValue(), 1e-12);
        // z * 8 * sqrt(9)
        assertEquals(39.476487046835, result.get("safetyStock").doubleValue(), 1e-9);
        assertTrue(result.get("undershootMean").isNull());
    }

    @Test
    void inputsMayComeAsOneObjectAndSetWins() throws JsonProcessingException {
        Terminal terminal =
                Terminal.run("calc", "buf.zFormula", "--inputs", quoted(Z_FORMULA), "--set", "demandSd=0", "--json");
        assertEquals(0, terminal.exitCode(), terminal::all);
        JsonNode document = json(terminal.out());
        assertEquals("posture/calculation/v1", document.get("schema").textValue());
        assertEquals(0, document.get("result").get("safetyStock").doubleValue());
        assertEquals(0, document.get("inputs").get("demandSd").intValue());
    }

    @Test
    void setValuesAreReadAsJsonElseAsText() throws JsonProcessingException {
        Terminal terminal = Terminal.run(
                "calc",
                "demand.bucket",
                "--set",
                "transactions=[[\"2024-01-01\", 5], [\"2024-01-10\", -2]]",
                "--set",
                "bucket=WEEK",
                "--set",
                "from=2024-01-01",
                "--set",
                "to=2024-01-14");
        assertEquals(0, terminal.exitCode(), terminal::all);
        assertEquals("[5.0,0.0]", json(terminal.out()).get("values").toString());
        assertEquals(
                "[\"2024-01-01\",\"2024-01-08\"]",
                json(terminal.out()).get("starts").toString());
    }

    @Test
    void refusedInputIsNamedWithItsRange() {
        Terminal terminal = Terminal.run("calc", "buf.zFormula", "--inputs", quoted(Z_FORMULA), "--set", "csl=1");
        assertEquals(2, terminal.exitCode(), terminal::all);
        assertEquals("", terminal.out());
        assertTrue(terminal.err().contains("csl"), terminal::err);
        assertTrue(terminal.err().contains("(0, 1)"), terminal::err);
    }

    @Test
    void unknownTopicGetsTheNearestNames() {
        Terminal terminal = Terminal.run("calc", "buf.zFormla", "--set", "csl=0.9");
        assertEquals(2, terminal.exitCode());
        assertTrue(terminal.err().contains("Maybe 'buf.zFormula' is meant"), terminal::err);
        assertTrue(Terminal.run("calc", "zformula").err().contains("Maybe 'buf.zFormula' is meant"));
    }

    @Test
    void topicAloneShowsItsPage() {
        Terminal terminal = Terminal.run("calc", "buf.zFormula");
        assertEquals(0, terminal.exitCode(), terminal::all);
        assertTrue(terminal.out().contains("max(0, z * sqrt(L * sd^2"), terminal::out);
        assertTrue(terminal.out().contains("undershoot (true or false, optional)"), terminal::out);
        assertTrue(terminal.out().contains("cycle service level, (0, 1)"), terminal::out);
        assertTrue(terminal.out().contains("--set demandMean=..."), terminal::out);
    }

    @Test
    void listShowsEveryTopicWithInputsFormulaAndSource() throws JsonProcessingException {
        Terminal text = Terminal.run("calc", "--list");
        assertEquals(0, text.exitCode(), text::all);
        JsonNode calculations =
                json(Terminal.run("calc", "--list", "--json").out()).get("calculations");
        try (PluginCatalog catalog = PluginCatalog.onPath(getClass().getClassLoader())) {
            List<String> topics = new ArrayList<>();
            calculations.forEach(node -> topics.add(node.get("topic").textValue()));
            assertEquals(List.copyOf(catalog.topics()), topics);
            for (String topic : topics) {
                assertTrue(text.out().contains(topic), topic);
                catalog.calculation(topic).inputs().forEach(input -> {
                    assertFalse(input.doc().isEmpty(), topic + " says nothing of " + input.name());
                });
            }
        }
        calculations.forEach(node -> {
            assertFalse(node.get("formula").get("expression").textValue().isEmpty());
            assertFalse(node.get("formula").get("citation").textValue().isEmpty());
        });
    }

    @Test
    void fileIsAnsweredInItsOrderWithErrorsInTheirPlaces() throws IOException {
        Path file = file("[{'id': 'a', 'topic': 'buf.zFormula', 'inputs': " + Z_FORMULA + "},"
                + "{'id': 2, 'topic': 'buf.zformular', 'inputs': {}},"
                + "{'id': 'c', 'topic': 'demand.stats', 'inputs': {'series': [1, 2], 'extra': 1}},"
                + "{'id': 'd', 'topic': 'demand.stats', 'inputs': {}},"
                + "{'id': 'e', 'topic': 'demand.stats', 'inputs': {'series': 'many'}},"
                + "{'id': 'f', 'topic': 'seg.xyz', 'inputs': {'cv': -1}},"
                + "{'topic': 'demand.stats', 'inputs': {'series': []}}, 7]");
        Terminal terminal = Terminal.run("calc", "--file", file);
        assertEquals(0, terminal.exitCode(), terminal::all);
        JsonNode answers = json(terminal.out());
        List<String> codes = new ArrayList<>();
        answers.forEach(answer -> codes.add(answer.path("error").path("code").asText("")));
        assertEquals(
                List.of(
                        "",
                        "UNKNOWN_TOPIC",
                        "UNKNOWN_INPUT",
                        "MISSING_INPUT",
                        "ILL_TYPED_INPUT",
                        "REFUSED_INPUT",
                        "",
                        "BAD_ENTRY"),
                codes);
        assertEquals(2, answers.get(1).get("id").intValue());
        assertTrue(answers.get(1).get("error").get("message").textValue().contains("'buf.zFormula'"));
        assertEquals(
                "{\"n\":0,\"mean\":null,\"sd\":null,\"cv\":null}",
                answers.get(6).get("result").toString());
        assertTrue(answers.get(6).get("id").isNull());
    }

    @Test
    void objectWithVectorsIsReadAndItsOtherMembersAreIgnored() throws IOException {
        Path file = file("{'format': 'x', 'notes': [{'topic': 'no'}], 'vectors': [{'id': 'a', 'topic': 'demand.stats',"
                + " 'inputs': {'series': [4]}, 'source': 's'}], 'more': {}}");
        JsonNode answers = json(Terminal.run("calc", "--file", file).out());
        assertEquals(1, answers.size());
        assertEquals(4, answers.get(0).get("result").get("mean").doubleValue());
    }

    @Test
    void emptyArrayGivesAnEmptyArray() throws IOException {
        assertEquals("[]\n", Terminal.run("calc", "--file", file("[]")).out());
    }

    @Test
    void doublesComeBackWithTheSameBits() throws IOException {
        // 0.1 + 0.2 is 0.30000000000000004; the mean of one value is that value
        for (String value :
                List.of("0.30000000000000004", "4.9E-324", "1.7976931348623157E308", "123456789012345.67")) {
            Path file = file("[{'id': 1, 'topic': 'demand.stats', 'inputs': {'series': [" + value + "]}}]");
            JsonNode answer = json(Terminal.run("calc", "--file", file).out()).get(0);
            assertEquals(
                    Double.parseDouble(value), answer.get("result").get("mean").doubleValue());
        }
    }

    @Test
    void checkPrintsMismatchesAndACountAndEndsWithOne() throws IOException {
        String stats = "'topic': 'demand.stats', 'inputs': {'series': [1, 3]}";
        Path file = file("[{'id': 'right', " + stats + ", 'expected': {'n': 2.0, 'mean': 2.0009},"
                + " 'tolerance': {'abs': 0.001, 'rel': 0}},"
                + "{'id': 'wrong', " + stats + ", 'expected': {'mean': 2.1, 'cv': null, 'median': 2}},"
                + "{'id': 'unasked', " + stats + "},"
                + "{'id': 'refused', 'topic': 'demand.stats', 'inputs': {}, 'expected': {'n': 0}}]");
        Terminal terminal = Terminal.run("calc", "--file", file, "--check");
        assertEquals(1, terminal.exitCode(), terminal::all);
        assertFalse(terminal.out().contains("right ["), terminal::out);
        assertTrue(terminal.out().contains("wrong [demand.stats] mean expected 2.1, was 2.0"), terminal::out);
        assertTrue(terminal.out().contains("wrong [demand.stats] cv expected null, was 0.7071"), terminal::out);
        assertTrue(terminal.out().contains("wrong [demand.stats] median expected 2, was absent"), terminal::out);
        assertTrue(terminal.out().contains("refused [demand.stats] MISSING_INPUT"), terminal::out);
        assertTrue(
                terminal.out().endsWith("4 entries: 1 agree, 2 disagree in 4 places, 1 expect nothing\n"),
                terminal::out);
        JsonNode document =
                json(Terminal.run("calc", "--file", file, "--check", "--json").out());
        assertEquals(2, document.get("disagree").intValue());
        assertEquals(4, document.get("mismatches").size());
    }

    @Test
    void checkEndsWithZeroWhenEverythingAgrees() throws IOException {
        Path file = file("[{'id': 'a', 'topic': 'seg.xyz', 'inputs': {'cv': 0.5}, 'expected': {'class': 'X'}}]");
        Terminal terminal = Terminal.run("calc", "--file", file, "--check");
        assertEquals(0, terminal.exitCode(), terminal::all);
        assertEquals("1 entries: 1 agree, 0 disagree\n", terminal.out());
    }

    @Test
    void fileThatIsNoQuestionsIsRefused() throws IOException {
        unusable("is empty", "");
        unusable("holds a single value", "5");
        unusable("is an object without an array 'vectors'", "{'a': []}");
        unusable("is an object without an array 'vectors'", "{'vectors': {}}");
        unusable(":1:", "[{'id': }]");
        unusable("goes on after its end", "[] []");
        assertEquals(
                3, Terminal.run("calc", "--file", work.resolve("missing.json")).exitCode());
    }

    @Test
    void fileThatBreaksOffLeavesItsArrayOpen() throws IOException {
        Path file = file("[" + "{'id': 1, 'topic': 'seg.xyz', 'inputs': {'cv': 0.5}},".repeat(300) + "{'id'");
        Terminal terminal = Terminal.run("calc", "--file", file);
        assertEquals(3, terminal.exitCode());
        assertFalse(terminal.out().contains("]\n"), terminal::out);
    }

    @Test
    void tenThousandEntriesKeepTheirOrder() throws IOException {
        StringBuilder questions = new StringBuilder("[");
        for (int i = 0; i < 10_000; i++) {
            questions.append(i == 0 ? "" : ",").append("{'id':" + i + ",'topic':'seg.xyz','inputs':{'cv':0.5}}");
        }
        List<Integer> ids = new ArrayList<>();
        try (PluginCatalog catalog = PluginCatalog.onPath(getClass().getClassLoader())) {
            CalculationFile.answer(
                    "standard input",
                    new ByteArrayInputStream(
                            quoted(questions.append(']').toString()).getBytes(StandardCharsets.UTF_8)),
                    catalog,
                    answer -> ids.add(answer.question().get("id").intValue()));
        }
        assertEquals(10_000, ids.size());
        for (int i = 0; i < ids.size(); i++) {
            assertEquals(i, ids.get(i));
        }
    }

    @Test
    void tasksThatExcludeEachOtherAreRefused() {
        for (String words : List.of(
                "calc",
                "calc seg.xyz --list",
                "calc --list --file x.json",
                "calc --set cv=1",
                "calc --list --set cv=1",
                "calc seg.xyz --check",
                "calc seg.xyz --set cv",
                "calc seg.xyz --inputs [1]",
                "calc seg.xyz --inputs {")) {
            Terminal terminal = Terminal.run((Object[]) words.split(" ", -1));
            assertEquals(2, terminal.exitCode(), words);
            assertEquals("", terminal.out(), words);
        }
    }

    private void unusable(String message, String text) throws IOException {
        Terminal terminal = Terminal.run("calc", "--file", file(text));
        assertEquals(3, terminal.exitCode(), terminal::all);
        assertTrue(terminal.err().contains(message), terminal::err);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(work.resolve("questions.json"), quoted(text));
    }

    private static String quoted(String text) {
        return text.replace('\'', '"');
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }
}
