package io.posture.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileCommandTest {

    private static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

    @TempDir
    private Path work;

    private Path sales;

    @BeforeEach
    void files() {
        sales = SmallData.write(
                work.resolve("export.csv"),
                HEADER + "1,100,BOX,5,13/01/2011 08:26,2.5,7,UK\n" + "2,POST,POSTAGE,1,13/01/2011 09:00,18,7,UK\n"
                        + "3,100,BOX,x,14/01/2011 08:00,2.5,7,UK\n");
    }

    @Test
    void listShowsEveryProfileWithItsStatus() throws JsonProcessingException {
        Terminal list = Terminal.run("profile", "list");
        assertEquals(0, list.exitCode(), list::all);
        assertTrue(list.out().contains("online-retail  verified     invoice lines of the UCI set"), list::out);
        assertTrue(list.out().contains("sap            from-docs"), list::out);
        JsonNode document = json("profile", "list", "--json");
        assertEquals("posture/profiles/v1", document.get("schema").asText());
        assertEquals("scms", document.get("profiles").get(0).get("id").asText());
        assertEquals(14, document.get("profiles").size());
    }

    @Test
    void detectNamesTheProfileAndHowFarItFits() throws JsonProcessingException {
        Terminal detect = Terminal.run("profile", "detect", sales);
        assertEquals(0, detect.exitCode(), detect::all);
        assertTrue(
                detect.out()
                        .startsWith(
                                "online-retail (verified): 100 % of its signature, 100 % of its columns (8 of 8)\n"),
                detect::out);
        assertTrue(detect.out().contains("invoices: export.csv"), detect::out);
        assertEquals(
                "online-retail",
                json("profile", "detect", "--json", sales)
                        .get("fits_best")
                        .get(0)
                        .asText());
    }

    @Test
    void detectSaysWhatTheNearestProfileLacks() {
        Path near = SmallData.write(
                work.resolve("near.csv"), HEADER.replace("StockCode", "Stock").replace("Country", "Land"));
        Terminal detect = Terminal.run("profile", "detect", near);
        assertEquals(3, detect.exitCode(), detect::all);
        assertTrue(detect.out().startsWith("no shipped profile fits the headers of the files\n"), detect::out);
        assertTrue(detect.out().contains("""
                                nearest: online-retail (verified), 75 % of its signature
                                  invoices: missing StockCode, Country in near.csv
                                """), detect::out);
    }

    @Test
    void explainSaysInWordsWhatAProfileDoes() throws JsonProcessingException {
        Terminal explain = Terminal.run("profile", "explain", "online-retail");
        assertEquals(0, explain.exitCode(), explain::all);
        assertTrue(explain.out().startsWith("online-retail (verified): invoice lines"), explain::out);
        assertTrue(explain.out().contains("item_id: column 'StockCode', in capital letters"), explain::out);
        assertTrue(
                explain.out()
                        .contains(
                                "without stock-write-off: rows where 'Quantity' matches /-.*/ and 'InvoiceNo' does not match"),
                explain::out);
        assertTrue(explain.out().contains("numbers 1234.56"), explain::out);
        JsonNode document = json("profile", "explain", "sap", "--json");
        assertEquals("from-docs", document.get("status").asText());
        assertTrue(document.get("tables").size() > 5);
    }

    @Test
    void explainPrintsTheFileToStartFrom() throws IOException {
        Terminal yaml = Terminal.run("profile", "explain", "carparts", "--yaml");
        Path own = Files.writeString(work.resolve("own.yaml"), yaml.out());
        Terminal explain = Terminal.run("profile", "explain", own);
        assertEquals(0, explain.exitCode(), explain::all);
        assertTrue(explain.out().contains("a row for each column whose name matches /\\d{4}-\\d{2}/"), explain::out);
    }

    @Test
    void testAccountsForEveryRow() throws JsonProcessingException {
        Terminal test = Terminal.run("profile", "test", "online-retail", sales);
        assertEquals(3, test.exitCode(), "one of three rows is more than 5 %");
        assertTrue(test.out().contains("export.csv: 3 rows\n"), test::out);
        assertTrue(
                test.out().contains("-> demand        read 3, used 1, filtered 1, rejected 1, merged 0\n"), test::out);
        assertTrue(test.out().contains("filtered by not-a-product: 1\n"), test::out);
        assertTrue(test.out().contains("rejected E-NUM-003: 1 (the text is not a number)\n"), test::out);
        assertTrue(test.err().contains("export.csv:4:4 [E-NUM-003] Quantity \"x\" is not a number"), test::err);
        JsonNode document = json("profile", "test", "--json", "online-retail", sales);
        assertEquals(
                1, document.get("files").get(0).get("rejects").get("E-NUM-003").asInt());
    }

    @Test
    void testEndsWellWhereAllIsWell() {
        Path sound = SmallData.write(work.resolve("sound.csv"), HEADER + "1,100,BOX,5,13/01/2011 08:26,2.5,7,UK\n");
        Terminal test = Terminal.run("profile", "test", "online-retail", sound);
        assertEquals(0, test.exitCode(), test::all);
        assertTrue(test.out().contains("1 item as of 2011-01-13"), test::out);
    }

    @Test
    void whatStaysOpenStopsAndTheSettingDecides() {
        Path open = SmallData.write(work.resolve("open.csv"), HEADER + "1,100,BOX,5,03/01/2011 08:26,2.5,7,UK\n");
        Terminal stopped = Terminal.run("profile", "test", "online-retail", open);
        assertEquals(3, stopped.exitCode(), stopped::all);
        assertTrue(
                stopped.err()
                        .contains(
                                "open.csv:2:5 InvoiceDate \"03/01/2011 08:26\" is 2011-01-03 if the day comes first, and"
                                        + " 2011-03-01 if the month does; no value of the column decides it."),
                stopped::err);
        Terminal decided = Terminal.run("profile", "test", "online-retail", open, "--dates", "M/d/yyyy");
        assertEquals(0, decided.exitCode(), decided::all);
        assertTrue(decided.out().contains("as of 2011-03-01"), decided::out);
        assertEquals(
                2,
                Terminal.run("profile", "test", "online-retail", open, "--decimal", ";")
                        .exitCode());
    }

    @Test
    void anUnknownProfileIsAUsageErrorWithTheNearestName() {
        for (List<String> command :
                List.of(List.of("profile", "explain", "spa"), List.of("check", "x.csv", "--profile", "spa"))) {
            Terminal unknown = Terminal.run(command.toArray());
            assertEquals(2, unknown.exitCode(), unknown::all);
            assertTrue(unknown.err().contains("there is no profile 'spa'"), unknown::err);
            assertTrue(unknown.err().contains("Maybe 'sap' is meant."), unknown::err);
        }
    }

    @Test
    void assessReadsThroughTheProfileThatFitsAndRecordsIt() throws IOException {
        StringBuilder lines = new StringBuilder(HEADER);
        for (int week = 0; week < 30; week++) {
            lines.append("1,100,BOX,")
                    .append(5 + week % 3)
                    .append(",2011-0")
                    .append(1 + week / 5)
                    .append("-1")
                    .append(week % 5 + 3)
                    .append(" 08:26:00,2.5,7,UK\n");
        }
        SmallData.write(sales, lines.toString());
        Path out = work.resolve("run");
        Terminal run = Terminal.run("assess", sales, "--out", out);
        assertEquals(0, run.exitCode(), run::all);
        String choice =
                "read through profile online-retail (verified), found by the header of the files: invoice lines";
        assertTrue(run.err().contains(choice), run::err);
        JsonNode mapping = new ObjectMapper()
                .readTree(Files.readString(out.resolve("manifest.json")))
                .get("mapping");
        assertEquals("online-retail", mapping.get("name").asText());
        assertEquals("verified", mapping.get("status").asText());
        assertTrue(mapping.get("detected").asBoolean());
        assertTrue(Files.readString(out.resolve("summary.txt")).contains("online-retail (verified)"));
        Terminal again = Terminal.run("assess", "--out", out);
        assertEquals(0, again.exitCode(), again::all);
        Terminal named = Terminal.run("assess", sales, "--profile", "online-retail", "--out", work.resolve("named"));
        assertEquals(0, named.exitCode(), named::all);
        assertEquals(
                -1,
                Files.mismatch(
                        out.resolve("register.csv"), work.resolve("named").resolve("register.csv")));
    }

    private static JsonNode json(Object... words) throws JsonProcessingException {
        return new ObjectMapper().readTree(Terminal.run(words).out());
    }
}
