package io.posture.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.io.input.InputException;
import io.posture.io.source.OpenStore;
import io.posture.io.source.SourceTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tables of a real server. */
class PostgresStoreTest {

    private PostgresServer server;
    private String database;

    @BeforeEach
    void freshDatabase() {
        server = PostgresServer.running();
        database = server.database();
    }

    @Test
    void valuesAreTheTextOfACsvExport() {
        server.run(database, """
                CREATE DOMAIN yes_or_no AS boolean;
                CREATE TYPE colour AS ENUM ('red');
                CREATE TABLE items (n numeric(8,2), d date, b boolean, t text, c char(4), i bigint, f float8, r real,
                    "Mixed Case" text, m money, x bytea, j json, u uuid, dom yes_or_no, e colour, a int[], v interval);
                INSERT INTO items VALUES (1.5, '2026-01-31', true, 'a "b", c', 'x', 9007199254740993, 0.1, 0.1,
                    'y', 1234.5, '\\xdeadbeef', '{"a": 1}', '00000000-0000-0000-0000-000000000001', false, 'red',
                    '{1,2}', '5 days');
                INSERT INTO items (t) VALUES (NULL), (''), ('two
                lines'), ('Größe 木'), ('\\.')
                """);
        try (OpenStore store = Stores.open(server.url(database))) {
            SourceTable table = Stores.table(store, "items");
            assertEquals(
                    List.of(
                            "n",
                            "d",
                            "b",
                            "t",
                            "c",
                            "i",
                            "f",
                            "r",
                            "Mixed Case",
                            "m",
                            "x",
                            "j",
                            "u",
                            "dom",
                            "e",
                            "a",
                            "v"),
                    table.header());
            assertEquals(
                    List.of(
                            "1:1.50|2026-01-31|true|a \"b\", c|x   |9007199254740993|0.1|0.1|y|1234.50|\\xdeadbeef|"
                                    + "{\"a\": 1}|00000000-0000-0000-0000-000000000001|false|red|{1,2}|5 days",
                            "2:" + "|".repeat(16),
                            "3:" + "|".repeat(16),
                            "4:|||two\nlines" + "|".repeat(13),
                            "5:|||Größe 木" + "|".repeat(13),
                            "6:|||\\." + "|".repeat(13)),
                    Stores.rows(table));
            assertEquals("postgresql", table.encoding());
            assertEquals(0, table.bytes());
            assertEquals(List.of(), table.notes());
        }
    }

    @Test
    void momentsCountOnTheirDay() {
        server.run(
                database,
                "CREATE TABLE demand (local timestamp, moment timestamptz)",
                "INSERT INTO demand VALUES ('2026-03-29 23:59:59.5', '2026-03-29 23:30:00-02'), ('infinity', NULL)");
        try (OpenStore store = Stores.open(server.url(database))) {
            SourceTable table = Stores.table(store, "demand");
            assertEquals(List.of("1:2026-03-29|2026-03-30", "2:infinity|"), Stores.rows(table));
            assertEquals(
                    database
                            + "[demand]: the time of day in local, moment was left out; a moment with a time zone counts"
                            + " on its day in UTC",
                    table.notes().get(0).text());
        }
    }

    @Test
    void rowsOfOneEmptyCellCount() {
        server.run(database, "CREATE TABLE one (t text)", "INSERT INTO one VALUES (NULL), ('a'), (''), (NULL)");
        try (OpenStore store = Stores.open(server.url(database))) {
            assertEquals(List.of("1:", "2:a", "3:", "4:"), Stores.rows(Stores.table(store, "one")));
        }
    }

    @Test
    void tableWithoutRowsHasItsHeader() {
        server.run(database, "CREATE TABLE demand (item_id text, quantity int)");
        try (OpenStore store = Stores.open(server.url(database))) {
            SourceTable table = Stores.table(store, "demand");
            assertEquals(List.of("item_id", "quantity"), table.header());
            assertEquals(List.of(), Stores.rows(table));
        }
    }

    @Test
    void hashIsThatOfTheFileThatTheServerExports() throws IOException {
        server.run(
                database,
                "CREATE TABLE demand AS SELECT 'P' || i AS item_id, date '2026-01-01' + i % 300 AS date,"
                        + " (i * 7919 % 1000) / 8.0 AS quantity, CASE i % 3 WHEN 0 THEN '' WHEN 1 THEN 'a,\"b\"' END AS note"
                        + " FROM generate_series(1, 20000) i");
        Path exported = Path.of("target", "postgres", "exported.csv").toAbsolutePath();
        Files.deleteIfExists(exported);
        server.run(database, "COPY demand TO '" + exported + "' (FORMAT csv, HEADER)");
        try (OpenStore store = Stores.open(server.url(database))) {
            SourceTable unread = Stores.table(store, "demand");
            assertEquals(sha256(Files.readAllBytes(exported)), unread.sha256());
            SourceTable read = Stores.table(store, "demand");
            assertEquals(20000, Stores.each(read, row -> {}));
            assertEquals(unread.sha256(), read.sha256());
            SourceTable asBytes = Stores.table(store, "demand");
            assertEquals(Stores.rows(read), Stores.byteRows(asBytes));
            assertEquals(unread.sha256(), asBytes.sha256());
        }
    }

    @Test
    void rowsAsBytesAreTheSameRows() {
        server.run(
                database,
                "CREATE TABLE demand (a text, b text)",
                "INSERT INTO demand VALUES ('x', 'y'), (NULL, ''), (E'two\\nlines', 'z'), (E'\\r', E'\\\\.'), ('caf\u00e9', ',')",
                "INSERT INTO demand SELECT repeat('long ', i), CASE i % 5 WHEN 0 THEN '\"' ELSE 'q' END"
                        + " FROM generate_series(1, 5000, 7) i");
        try (OpenStore store = Stores.open(server.url(database))) {
            SourceTable table = Stores.table(store, "demand");
            assertEquals(Stores.rows(table), Stores.byteRows(table));
        }
    }

    @Test
    void allReadingsSeeOneState() {
        server.run(
                database,
                "CREATE TABLE items (item_id text)",
                "INSERT INTO items VALUES ('bolt')",
                "CREATE TABLE demand (item_id text)");
        try (OpenStore store = Stores.open(server.url(database))) {
            SourceTable items = Stores.table(store, "items");
            items.hashAhead();
            List<String> before = Stores.rows(items);
            server.run(database, "INSERT INTO items VALUES ('nut')", "INSERT INTO demand VALUES ('nut')");
            assertEquals(before, Stores.rows(items));
            assertEquals(List.of(), Stores.rows(Stores.table(store, "demand")));
            Stores.letGo(store);
            SourceTable later = Stores.table(store, "items");
            assertEquals(List.of("1:bolt", "2:nut"), Stores.rows(later));
            assertNotEquals(items.sha256(), later.sha256());
            assertTrue(assertThrows(UncheckedIOException.class, () -> Stores.rows(items))
                    .getMessage()
                    .startsWith(database + "[items] changed while it was read"));
        }
    }

    @Test
    void orderAndTextDoNotDependOnTheServersHabits() {
        server.run(
                database,
                "CREATE TABLE demand AS SELECT i, date '2026-01-01' + i % 300 AS date, i / 7.0::float8 AS quantity FROM"
                        + " generate_series(1, 200000) i",
                "ANALYZE demand");
        String calm;
        try (OpenStore store = Stores.open(server.url(database))) {
            calm = Stores.table(store, "demand").sha256();
        }
        for (String habit : List.of(
                "max_parallel_workers_per_gather = 4",
                "min_parallel_table_scan_size = 0",
                "parallel_setup_cost = 0",
                "parallel_tuple_cost = 0",
                "DateStyle = 'SQL, DMY'",
                "extra_float_digits = 0",
                "TimeZone = 'Asia/Kolkata'")) {
            server.run(database, "ALTER DATABASE " + database + " SET " + habit);
        }
        try (OpenStore store = Stores.open(server.url(database))) {
            assertEquals(calm, Stores.table(store, "demand").sha256());
        }
    }

    @Test
    void nothingCanBeWritten() {
        server.run(database, "CREATE SEQUENCE numbers", "CREATE VIEW items AS SELECT nextval('numbers') AS item_id");
        try (OpenStore store = Stores.open(server.url(database))) {
            SourceTable table = Stores.table(store, "items");
            String message = assertThrows(UncheckedIOException.class, () -> Stores.rows(table))
                    .getMessage();
            assertTrue(message.contains("read-only transaction"), message);
        }
    }

    @Test
    void listsTablesAndViewsOfTheSearchPathWithoutParts() {
        server.run(database, """
                CREATE TABLE demand (item_id text, date date) PARTITION BY RANGE (date);
                CREATE TABLE demand_2026 PARTITION OF demand FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
                INSERT INTO demand VALUES ('bolt', '2026-02-03');
                CREATE VIEW items AS SELECT item_id FROM demand;
                CREATE MATERIALIZED VIEW stock AS SELECT item_id FROM demand;
                CREATE SCHEMA sales;
                CREATE TABLE sales.orders (id int);
                CREATE TABLE sales."Odd ""Name" (id int);
                INSERT INTO sales.orders VALUES (4711)
                """);
        try (OpenStore store = Stores.open(server.url(database))) {
            assertEquals(database, store.name());
            assertEquals(List.of("demand", "items", "stock"), store.tables());
            assertEquals(List.of("1:bolt|2026-02-03"), Stores.rows(Stores.table(store, "demand")));
            assertEquals(List.of("1:bolt|2026-02-03"), Stores.rows(Stores.table(store, "demand_2026")));
            assertEquals(List.of("1:bolt"), Stores.rows(Stores.table(store, "STOCK")));
            assertEquals(List.of("1:4711"), Stores.rows(Stores.table(store, "sales.orders")));
            assertEquals(List.of(), Stores.rows(Stores.table(store, "sales.Odd \"Name")));
            assertEquals(
                    "jdbc:postgresql://localhost:" + server.port() + "/" + database
                            + "?user=postgres has no table or view 'orders'. It has [demand, items, stock]. Maybe name its"
                            + " schema as well: SCHEMA.orders.",
                    assertThrows(InputException.class, () -> Stores.table(store, "orders"))
                            .getMessage());
            String near = assertThrows(InputException.class, () -> Stores.table(store, "sales.order"))
                    .getMessage();
            assertTrue(near.endsWith("Maybe 'sales.orders' is meant."), near);
        }
        try (OpenStore store = Stores.open(server.url(database) + "&currentSchema=sales")) {
            assertEquals(List.of("Odd \"Name", "orders"), store.tables());
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
