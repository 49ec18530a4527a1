package io.posture.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifyCommandTest {

    private static final String HEADER =
            "item_id,bucket,buckets,with_demand,pieces,mean,sd,adi,squared_cv,demand_class,returned_pieces";

    @TempDir
    Path work;

    /** Weeks of 2, 0, 4 and 0 pieces: mean 1.5, squares 0.25 + 2.25 + 6.25 + 2.25 = 11 over 3, sizes 2 and 4. */
    @Test
    void everyItemGetsItsPattern() throws IOException {
        Path demand = write(
                "demand.csv",
                "item_id,date,quantity",
                "bolt,2025-01-07,2",
                "bolt,2025-01-22,5",
                "bolt,2025-01-23,-1",
                "\"bolt\",2025-01-24,0.5",
                "nut,2025-02-02,7",
                "bolt,2025-01-20,-3");
        Path out = work.resolve("classes.csv");
        Terminal terminal = Terminal.run("classify", demand, "--out", out);
        assertEquals(0, terminal.exitCode(), terminal::all);
        double sd = Math.sqrt((Math.pow(2 - 1.875, 2) + 2 * Math.pow(1.875, 2) + Math.pow(5.5 - 1.875, 2)) / 3);
        double squaredCv = Math.pow(1.75 * Math.sqrt(2) / 3.75, 2);
        List<String> lines = Files.readAllLines(out);
        assertEquals(HEADER, lines.get(0));
        String[] bolt = lines.get(1).split(",", -1);
        assertEquals(
                List.of("bolt", "week", "4", "2", "7.5", "1.875"), List.of(bolt).subList(0, 6));
        assertEquals(sd, Double.parseDouble(bolt[6]), 1e-12);
        assertEquals("2", bolt[7]);
        assertEquals(squaredCv, Double.parseDouble(bolt[8]), 1e-12);
        assertEquals(List.of("INTERMITTENT", "4"), List.of(bolt).subList(9, 11));
        assertEquals("nut,week,1,1,7,7,,1,,SMOOTH,0", lines.get(2));
        assertEquals(3, lines.size());
        assertTrue(terminal.out().contains("Read      6 rows, set aside 0"), terminal::out);
        assertTrue(terminal.out().contains("As of     2025-02-02"), terminal::out);
        assertTrue(
                terminal.out()
                        .contains("Items     2: INTERMITTENT 1  SMOOTH 1"
                                .replace("INTERMITTENT 1  SMOOTH 1", "SMOOTH 1  INTERMITTENT 1")),
                terminal::out);
    }

    @Test
    void rowsThatCannotBeUsedAreWrittenDown() throws IOException {
        StringBuilder rows = new StringBuilder("item_id,date,quantity,uom\n");
        for (int i = 0; i < 50; i++) {
            rows.append("bolt,2025-01-07,2,C62\n");
        }
        rows.append("bolt,2025-02-30,2,C62\n").append("bolt,2025-01-07,2,KGM\n");
        Path demand = write("demand.csv", rows.toString());
        Path out = work.resolve("classes.jsonl");
        Terminal terminal = Terminal.run("classify", demand, "--out", out, "--json");
        assertEquals(0, terminal.exitCode(), terminal::all);
        JsonNode document = new ObjectMapper().readTree(terminal.out());
        assertEquals("posture/demand-classes/v1", document.get("schema").asText());
        assertEquals(52, document.get("rows").asInt());
        assertEquals(2, document.get("rejected").asInt());
        String rejects = Files.readString(work.resolve("classes.jsonl.rejects.csv"));
        assertTrue(rejects.contains("demand.csv,,52,2,E-DATE-001,2025-02-30,"), rejects);
        assertTrue(rejects.contains("is not the unit C62 of the item's earlier rows"), rejects);
        assertEquals(
                "bolt",
                new ObjectMapper()
                        .readTree(Files.readString(out))
                        .get("item_id")
                        .asText());
    }

    @Test
    void tooManyRejectsLeaveNothing() throws IOException {
        Path demand = write("demand.csv", "item_id,date,quantity", "bolt,2025-01-07,2", "bolt,2025-01-07,x");
        Path out = work.resolve("classes.csv");
        Terminal terminal = Terminal.run("classify", demand, "--out", out);
        assertEquals(3, terminal.exitCode(), terminal::all);
        assertTrue(
                terminal.err().contains("1 of 2 rows of " + demand + " for table demand were rejected"), terminal::err);
        assertFalse(Files.exists(out));
    }

    @Test
    void formatsThatNobodyBringsAreRefused() throws IOException {
        Path demand = write("demand.csv", "item_id,date,quantity", "bolt,2025-01-07,2");
        Terminal terminal = Terminal.run("classify", demand, "--out", work.resolve("classes.ods"));
        assertEquals(2, terminal.exitCode());
        assertTrue(terminal.err().contains("no output format 'ods' is installed"), terminal::err);
        assertEquals(
                2,
                Terminal.run("classify", "--out", work.resolve("classes.csv")).exitCode());
    }

    @Test
    void monthsStayMonths() throws IOException {
        Path demand = write(
                "demand.csv",
                "item_id,date,quantity,grain",
                "bolt,2025-01-01,2,month",
                "bolt,2025-02-01,2,month",
                "bolt,2025-03-01,2,month");
        Path out = work.resolve("classes.csv");
        assertEquals(0, Terminal.run("classify", demand, "--out", out).exitCode());
        assertEquals(
                "bolt,month,3,3,6,2,0,1,0,SMOOTH,0", Files.readAllLines(out).get(1));
    }

    private Path write(String name, String... lines) throws IOException {
        return Files.writeString(work.resolve(name), String.join("\n", lines) + "\n");
    }
}
