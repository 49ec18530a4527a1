package io.posture.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.posture.io.input.Note;
import io.posture.io.input.RejectCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rows that a run set aside, and what the codes of messages mean. */
class RejectsAndHelpTest {

    @TempDir
    private Path work;

    private Path out = Path.of("");
    private Terminal assessed = new Terminal(0, "", "");

    @BeforeEach
    void assess() throws IOException {
        Path data = SmallData.in(work.resolve("data"));
        Path demand = data.resolve("demand.csv");
        StringBuilder rows = new StringBuilder(Files.readString(demand));
        for (int day = 10; day < 15; day++) {
            rows.append("bolt,2026-03-").append(day).append(",1O\n");
        }
        rows.append("nut,2026-03-10\n");
        SmallData.write(demand, rows.toString());
        out = work.resolve("out");
        assessed = Terminal.run("assess", data, "--out", out);
        assertEquals(0, assessed.exitCode(), assessed::all);
    }

    @Test
    void messagesOfOneCodeAreGroupedAndLeadToTheOthers() {
        assertTrue(
                assessed.err()
                        .contains(
                                "demand.csv:122:3 [E-NUM-003] quantity \"1O\" is not a number (letter O?). Fix the cell."
                                        + " Row set aside in rejects.csv."),
                assessed::all);
        assertFalse(assessed.err().contains("demand.csv:125:3"), assessed::all);
        assertTrue(
                assessed.err().contains("... and 2 more like this (posture rejects show E-NUM-003 --run " + out + ")"),
                assessed::all);
    }

    @Test
    void rejectsAreListedByCodeTheMostRowsFirst() {
        Terminal list = Terminal.run("rejects", "--run", out);
        assertEquals(0, list.exitCode(), list::all);
        assertEquals("""
                6 rows set aside

                E-NUM-003: 5 rows, the text is not a number
                  demand.csv, quantity: 5 rows
                    122:3 quantity "1O" is not a number (letter O?)
                    123:3 quantity "1O" is not a number (letter O?)

                E-ROW-001: 1 row, the row has fewer cells than the header has columns
                  demand.csv, column 3: 1 row
                    127:3 the row has 2 cells, the header has 3: 'quantity' and what follows is missing
                """, list.out());
        assertTrue(list.err().contains("posture help E-NUM-003"), list::all);
    }

    @Test
    void oneCodeIsShownRowByRow() {
        Terminal show = Terminal.run("rejects", "show", "e-num-003", "--run", out, "--top", "2");
        assertEquals(0, show.exitCode(), show::all);
        assertEquals("""
                E-NUM-003: 5 rows, the text is not a number

                demand.csv, quantity: 5 rows
                  122:3 quantity "1O" is not a number (letter O?). Fix the cell.
                    row: bolt,2026-03-10,1O
                  123:3 quantity "1O" is not a number (letter O?). Fix the cell.
                    row: bolt,2026-03-11,1O
                  ... and 3 more like this (--top 5)
                """, show.out());
    }

    @Test
    void rejectsAreADocumentForMachines() throws JsonProcessingException {
        JsonNode all = json("rejects", "--json", "--run", out);
        assertEquals("posture/rejects/v1", all.get("schema").asText());
        assertEquals(6, all.get("rows").asInt());
        assertEquals(2, all.get("codes").size());
        JsonNode one = json("rejects", "show", "E-NUM-003", "--json", "--run", out);
        assertEquals(5, one.get("rows").asInt());
        JsonNode place = one.at("/codes/0/places/0");
        assertEquals("demand.csv", place.get("file").asText());
        assertEquals(5, place.get("examples").size());
        assertEquals("bolt,2026-03-10,1O", place.at("/examples/0/raw").asText());
    }

    @Test
    void codeWithoutRowsAndCodeOfNothingAreToldApart() {
        Terminal none = Terminal.run("rejects", "show", "E-UNIT-001", "--run", out);
        assertEquals(0, none.exitCode(), none::all);
        assertTrue(none.out().startsWith("E-UNIT-001: no row"), none::all);
        Terminal unknown = Terminal.run("rejects", "show", "E-NUM-004", "--run", out);
        assertEquals(2, unknown.exitCode(), unknown::all);
        assertTrue(unknown.err().contains("Maybe 'E-NUM-003' is meant."), unknown::all);
        assertTrue(unknown.err().contains("Codes of this run: [E-NUM-003, E-ROW-001]"), unknown::all);
    }

    @Test
    void cleanRunSaysThatNothingWasSetAside() {
        Path data = SmallData.in(work.resolve("clean"));
        Path clean = work.resolve("clean-out");
        assertEquals(0, Terminal.run("assess", data, "--out", clean).exitCode());
        assertEquals(
                "no row was set aside\n",
                Terminal.run("rejects", "--run", clean).out());
    }

    @Test
    void withoutARunItSaysHowToGetOne() {
        Terminal none = Terminal.run("rejects", "--run", work.resolve("none"));
        assertEquals(2, none.exitCode(), none::all);
        assertTrue(none.err().contains("posture demo"), none::all);
    }

    @ParameterizedTest
    @EnumSource(RejectCode.class)
    void everyCodeOfARejectIsExplained(RejectCode code) throws JsonProcessingException {
        Terminal help = Terminal.run("help", code.id());
        assertEquals(0, help.exitCode(), help::all);
        assertTrue(help.out().startsWith(code.id() + ": "), help::all);
        for (String part :
                new String[] {"Example", "Effect", "To do", "Feed back", "posture rejects show " + code.id()}) {
            assertTrue(help.out().contains(part), help::all);
        }
        JsonNode document = json("help", "--json", code.id());
        for (String part : new String[] {"explanation", "example", "consequence", "remedy"}) {
            assertFalse(document.get(part).asText().isBlank(), part);
        }
    }

    @ParameterizedTest
    @EnumSource(Note.Code.class)
    void everyCodeOfANoteIsExplained(Note.Code code) throws JsonProcessingException {
        Terminal help = Terminal.run("help", code.name());
        assertEquals(0, help.exitCode(), help::all);
        assertTrue(help.out().startsWith(code.name() + ": "), help::all);
        JsonNode document = json("help", "--json", code.name());
        assertEquals("note", document.get("kind").asText());
        for (String part : new String[] {"explanation", "consequence", "remedy"}) {
            assertFalse(document.get(part).asText().isBlank(), part);
        }
    }

    @Test
    void codesAreListed() throws JsonProcessingException {
        Terminal list = Terminal.run("help", "codes");
        assertEquals(
                RejectCode.values().length + Note.Code.values().length,
                json("help", "codes", "--json").get("codes").size());
        assertTrue(list.out().contains("E-NUM-003            the text is not a number\n"), list::all);
        assertTrue(list.out().lines().allMatch(line -> line.length() <= 100), list::all);
    }

    @Test
    void helpOnCommandsIsTheirUsage() {
        assertEquals(
                Terminal.run("assess", "--help").out(),
                Terminal.run("help", "assess").out());
        assertEquals(
                Terminal.run("profile", "list", "--help").out(),
                Terminal.run("help", "profile", "list").out());
        assertEquals(Terminal.run("--help").out(), Terminal.run("help").out());
    }

    @Test
    void whatIsNeitherCommandNorCodeGetsTheNearest() {
        Terminal command = Terminal.run("help", "asses");
        assertEquals(2, command.exitCode(), command::all);
        assertTrue(command.err().contains("Maybe 'assess' is meant."), command::all);
        Terminal code = Terminal.run("help", "E-NUM-03");
        assertEquals(2, code.exitCode(), code::all);
        assertTrue(code.err().contains("'E-NUM-003'"), code::all);
    }

    private static JsonNode json(Object... words) throws JsonProcessingException {
        Terminal terminal = Terminal.run(words);
        assertEquals(0, terminal.exitCode(), terminal::all);
        return new ObjectMapper().readTree(terminal.out());
    }
}
