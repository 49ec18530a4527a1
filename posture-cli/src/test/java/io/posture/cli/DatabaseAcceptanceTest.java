package io.posture.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same tables as a folder of text files and in a PostgreSQL database. */
class DatabaseAcceptanceTest {

    @TempDir
    private Path folder;

    private Path csv = Path.of("");
    private String url = "";
    private String login = "";
    private String database = "";

    @BeforeEach
    void tables() {
        csv = SmallData.in(folder.resolve("csv"));
        SmallData.write(csv.resolve("sourcing.csv"), """
                item_id,supplier_id,share,qualified,lead_time_days
                bolt,V1,0.70,true,9.5
                bolt,V2,0.30,false,12
                nut,V1,1,true,8
                """);
        url = PostgresServer.database();
        login = url + "?user=postgres";
        database = url.substring(url.lastIndexOf('/') + 1);
        PostgresServer.run(
                url,
                "CREATE TABLE items (item_id varchar(40), base_uom char(3), unit_cost numeric(10,2), description text)",
                "CREATE TABLE demand (item_id varchar(40), date date, quantity numeric)",
                "CREATE TABLE receipts (po text, line int, item_id text, supplier_id text, order_date timestamp,"
                        + " promised_date date, receipt_date timestamptz, ordered_qty float8, received_qty real)",
                "CREATE TABLE suppliers (supplier_id text, name text, country text)",
                "CREATE TABLE sourcing_facts (item_id text, supplier_id text, share numeric, qualified boolean,"
                        + " lead_time_days numeric)",
                "CREATE VIEW sourcing AS SELECT * FROM sourcing_facts",
                load("items", "items.csv"),
                load("demand", "demand.csv"),
                load("receipts", "receipts.csv"),
                load("suppliers", "suppliers.csv"),
                load("sourcing_facts", "sourcing.csv"));
    }

    @Test
    void databaseAndFolderGiveTheSameRegister() throws IOException {
        assertEquals(0, assess("from-csv", csv).exitCode());
        Terminal run = assess("from-database", login);
        assertEquals(0, run.exitCode(), run::all);
        assertArrayEquals(register("from-csv"), register("from-database"));
        assertEquals(
                List.of("demand", "items", "receipts", "sourcing", "suppliers").stream()
                        .map(table -> database + "[" + table + "]")
                        .toList(),
                List.copyOf(hashes("from-database").keySet()));
        for (JsonNode input : manifest("from-database").get("inputs")) {
            assertEquals("postgresql", input.get("encoding").asText());
            assertEquals(64, input.get("sha256").asText().length());
        }
        String said = run.out().replaceAll("\\s+", " ");
        assertTrue(said.contains(database + "[sourcing_facts] is none of the tables"), said);
        assertTrue(said.contains("the time of day in order_date, receipt_date was left out"), said);
        assertEquals(0, Terminal.run("verify", folder.resolve("from-database")).exitCode());
        Terminal why = Terminal.run("why", "bolt", "--run", folder.resolve("from-database"));
        assertTrue(why.out().contains("<- items.item_type, " + database + "[items] row 1"), why::all);
        assertTrue(why.out().contains("<- demand.quantity, " + database + "[demand] rows 1, 2, 3, 4, 5"), why::all);
    }

    @Test
    void hashOfATableIsThatOfItsExport() throws IOException {
        assertEquals(0, assess("from-csv", csv).exitCode());
        assertEquals(0, assess("from-database", login).exitCode());
        assertEquals(
                hashes("from-csv").get("demand.csv"), hashes("from-database").get(database + "[demand]"));
    }

    @Test
    void tablesOfTheDatabaseAndFilesMayBeMixed() throws IOException {
        assertEquals(0, assess("from-csv", csv).exitCode());
        PostgresServer.run(
                url, "CREATE SCHEMA sales", "CREATE TABLE sales.usage AS SELECT * FROM demand", "DROP TABLE demand");
        List<Object> words = new ArrayList<>(List.of("assess", "demand=" + login + "[sales.usage]"));
        for (String table : List.of("items", "receipts", "suppliers", "sourcing")) {
            words.add(csv.resolve(table + ".csv"));
        }
        words.addAll(List.of("--out", folder.resolve("mixed")));
        Terminal run = Terminal.run(words.toArray());
        assertEquals(0, run.exitCode(), run::all);
        assertArrayEquals(register("from-csv"), register("mixed"));
        Terminal both = Terminal.run("check", csv, login + "[items]");
        assertEquals(3, both.exitCode(), both::all);
        assertTrue(both.err().contains("are both table items, so its rows would count twice"), both::all);
        Terminal found =
                Terminal.run("check", "suppliers=" + login, csv.resolve("items.csv"), csv.resolve("demand.csv"));
        assertEquals(0, found.exitCode(), found::all);
    }

    @Test
    void secretsAreRecordedNowhere() throws IOException {
        String secret = "Tr0ub4dor+3";
        Terminal run = assess("out", url.replace("//", "//postgres:" + secret + "@") + "?sslpassword=" + secret);
        assertEquals(0, run.exitCode(), run::all);
        assertFalse(run.all().contains("Tr0ub4dor"), run::all);
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            for (Path file : files.toList()) {
                assertFalse(Files.readString(file).contains("Tr0ub4dor"), file.toString());
            }
        }
        JsonNode inputs = new ObjectMapper()
                .readTree(folder.resolve("out").resolve(".inputs").toFile());
        assertEquals(url.replace("//", "//postgres@"), inputs.get("data").get(0).asText(), inputs.toPrettyString());
        byte[] before = register("out");
        Terminal again = Terminal.run("assess", "--out", folder.resolve("out"));
        assertEquals(0, again.exitCode(), again::all);
        assertArrayEquals(before, register("out"));
        Terminal missing = Terminal.run("check", "demand=" + login + "&password=" + secret, "--decimal", ".");
        assertEquals(3, missing.exitCode(), missing::all);
        assertFalse(missing.all().contains("Tr0ub4dor"), missing::all);
        for (String command : List.of("verify", "report", "plugins", "why")) {
            Terminal wrong = Terminal.run(command, login + "&password=" + secret, login + "&password=" + secret);
            assertEquals(2, wrong.exitCode(), wrong::all);
            assertFalse(wrong.all().contains("Tr0ub4dor"), wrong::all);
        }
    }

    @Test
    void changedTableShowsAsChangedData() throws IOException {
        assertEquals(0, assess("before", login).exitCode());
        assertEquals(0, assess("same", login).exitCode());
        PostgresServer.run(url, "UPDATE demand SET quantity = 99 WHERE item_id = 'nut' AND date = '2026-03-02'");
        assertEquals(0, assess("after", login).exitCode());
        assertEquals(
                manifest("before").get("run_id").asText(),
                manifest("same").get("run_id").asText());
        assertNotEquals(
                manifest("before").get("run_id").asText(),
                manifest("after").get("run_id").asText());
        Map<String, String> changed = hashes("before");
        changed.entrySet().removeAll(hashes("after").entrySet());
        assertEquals(List.of(database + "[demand]"), List.copyOf(changed.keySet()));
    }

    @Test
    void rejectsNameTheRowAndCanBeRepaired() throws IOException {
        assertEquals(0, assess("from-csv", csv).exitCode());
        PostgresServer.run(
                url,
                "ALTER TABLE demand ALTER COLUMN quantity TYPE text",
                "DROP TABLE demand",
                "CREATE TABLE demand (item_id text, date date, quantity text)",
                load("demand", "demand.csv"),
                "CREATE TABLE later AS SELECT * FROM demand WHERE item_id <> 'bolt' OR date <> '2026-01-19'",
                "DROP TABLE demand",
                "CREATE TABLE demand (item_id text, date date, quantity text)",
                "INSERT INTO demand SELECT * FROM later WHERE item_id = 'bolt' AND date < '2026-01-19'",
                "INSERT INTO demand VALUES ('bolt', '2026-01-19', 'twelve')",
                "INSERT INTO demand SELECT * FROM later WHERE item_id <> 'bolt' OR date > '2026-01-19'");
        Terminal run = assess("out", login);
        assertEquals(0, run.exitCode(), run::all);
        Path rejects = folder.resolve("out").resolve("rejects.csv");
        String row = Files.readAllLines(rejects).get(1);
        assertTrue(row.startsWith(database + ",demand,3,3,E-NUM-003,"), row);
        Terminal check = Terminal.run("check", login);
        assertTrue(
                check.err().contains(database + "[demand]:3:3 [E-NUM-003] quantity \"twelve\" is not a number"),
                check::all);
        Path repaired = folder.resolve("repaired.csv");
        String text = Files.readString(rejects);
        int raw = text.lastIndexOf("twelve");
        Files.writeString(repaired, text.substring(0, raw) + "12" + text.substring(raw + "twelve".length()));
        Terminal again = Terminal.run("assess", login, "--add", repaired, "--out", folder.resolve("out"));
        assertEquals(0, again.exitCode(), again::all);
        assertArrayEquals(register("from-csv"), register("out"));
    }

    @Test
    void mappingFindsItsSourcesByNameOrByHeader() throws IOException {
        PostgresServer.run(
                url,
                "DROP TABLE items, demand, receipts, suppliers CASCADE",
                "CREATE TABLE material (matnr text, price numeric)",
                "CREATE TABLE zz_usage (part text, on_day timestamp, pieces numeric)",
                "CREATE TABLE further (x int)",
                "INSERT INTO material VALUES ('bolt', 0.20), ('nut', 1.70)",
                "INSERT INTO zz_usage SELECT m, timestamp '2026-01-05 08:00:00' + i * interval '7 days', 10 + i % 3"
                        + " FROM (VALUES ('bolt'), ('nut')) v(m), generate_series(0, 39) i");
        Path mapping = SmallData.write(folder.resolve("profile").resolve("erp.yaml"), """
                mapping: erp
                sources:
                  material: {file: MARA*.csv, header: [matnr]}
                  usage: {file: use*.csv, header: [part, on_day, pieces]}
                tables:
                  items:
                    from: material
                    columns: {item_id: matnr, unit_cost: price}
                  demand:
                    from: usage
                    columns: {item_id: part, date: on_day, quantity: pieces}
                """);
        Terminal check = Terminal.run("check", login, "--mapping", mapping);
        assertEquals(0, check.exitCode(), check::all);
        assertTrue(check.out().contains("2 items"), check::all);
        assertTrue(
                check.out().replaceAll("\\s+", " ").contains("[further] is none of the sources of 'erp'"), check::all);
        Terminal named = Terminal.run(
                "check",
                "usage=" + login + "[zz_usage]",
                "material=" + login + "[public.material]",
                "--mapping",
                mapping);
        assertEquals(0, named.exitCode(), named::all);
    }

    @Test
    void shippedProfileIsFoundByTheHeadersOfTables() throws IOException {
        PostgresServer.run(
                url,
                "DROP TABLE items, demand, receipts, suppliers, sourcing_facts CASCADE",
                "CREATE TABLE export (item text, cost numeric, \"avg demand\" numeric, sd numeric, \"lead time\" numeric,"
                        + " supplier text, country text, \"on hand\" numeric)",
                "INSERT INTO export VALUES ('pump', 32.50, 60, 12, 21, 'Acme', 'DE', 45), ('felt', 5, NULL, NULL, 30, '',"
                        + " '', NULL)");
        Terminal detect = Terminal.run("profile", "detect", login);
        assertEquals(0, detect.exitCode(), detect::all);
        assertTrue(detect.out().contains("generic-wide"), detect::all);
        Terminal test = Terminal.run("profile", "test", "generic-wide", login);
        assertEquals(0, test.exitCode(), test::all);
        assertTrue(test.out().contains(database + "[export]: 2 rows"), test::all);
        Terminal check = Terminal.run("check", login);
        assertEquals(0, check.exitCode(), check::all);
    }

    @Test
    void whatCannotBeReadEndsWithItsExitCode() {
        PostgresServer.run(url, "CREATE TABLE stock (item_id text, as_of date, quantity numeric)");
        Terminal empty = Terminal.run("check", login);
        assertEquals(0, empty.exitCode(), empty::all);
        PostgresServer.run(url, "TRUNCATE demand");
        assertFails(3, "[demand] has a header line, but no rows; table demand needs some", login);
        PostgresServer.run(url, "DROP TABLE demand");
        assertFails(3, "there is no table 'demand' in [" + login + "]. Tables found: [items, receipts", login);
        assertFails(3, "has no table or view 'sales.usage'", "items=" + login, "demand=" + login + "[sales.usage]");
        assertFails(
                3,
                "holds several tables: [items, receipts, sourcing, sourcing_facts, stock, suppliers], none of them"
                        + " called 'demand'",
                "demand=" + login);
        assertFails(3, "there is no such database as ", login.replace(database, "nowhere"));
        assertFails(3, "holds no tables. Maybe they are in another schema", login + "&currentSchema=sales");
        assertFails(
                3,
                "no JDBC driver that is installed reads jdbc:duckdb: addresses. Put the driver's jar"
                        + " (org.duckdb:duckdb_jdbc) into a folder",
                "jdbc:duckdb:stock.db");
        assertFails(3, "nothing that is installed reads https://host/demand.csv", "https://host/demand.csv");
        assertFails(5, "Maybe the server is down", "jdbc:postgresql://localhost:1/erp?user=me");
        PostgresServer.run(
                url, "CREATE VIEW demand AS SELECT pg_sleep(9)::text AS item_id, '' AS date, '' AS quantity");
        assertFails(
                5,
                "[demand]: ERROR: canceling statement due to statement timeout",
                login + "&options=-c%20statement_timeout=100");
    }

    @Test
    void driverMayComeFromTheFolderOfPlugins() {
        Path plugins = PluginJar.driver(folder.resolve("plugins"));
        Terminal check = Terminal.run("check", "jdbc:acme:erp;password=hush", "--plugins", plugins);
        assertEquals(3, check.exitCode(), check::all);
        assertTrue(
                check.err().contains("jdbc:acme:erp; is no address that its driver com.acme.AcmeDriver knows"),
                check::all);
        assertFalse(check.all().contains("hush"), check::all);
    }

    private static void assertFails(int exitCode, String message, String... arguments) {
        List<Object> words = new ArrayList<>(List.of("check"));
        words.addAll(List.of(arguments));
        Terminal check = Terminal.run(words.toArray());
        assertEquals(exitCode, check.exitCode(), check::all);
        assertTrue(check.err().contains(message), check::all);
    }

    private String load(String table, String file) {
        return "COPY " + table + " FROM '" + csv.resolve(file).toAbsolutePath() + "' (FORMAT csv, HEADER)";
    }

    private Terminal assess(String out, Object from) {
        return Terminal.run("assess", from, "--out", folder.resolve(out));
    }

    private byte[] register(String out) throws IOException {
        return Files.readAllBytes(folder.resolve(out).resolve("register.csv"));
    }

    private Map<String, String> hashes(String out) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        for (JsonNode input : manifest(out).get("inputs")) {
            hashes.put(input.get("name").asText(), input.get("sha256").asText());
        }
        return hashes;
    }

    private JsonNode manifest(String out) throws IOException {
        return new ObjectMapper()
                .readTree(Files.readString(folder.resolve(out).resolve("manifest.json"), StandardCharsets.UTF_8));
    }
}
