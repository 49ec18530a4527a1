package io.posture.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.io.input.InputException;
import io.posture.io.source.OpenStore;
import io.posture.io.source.SourceTable;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tables of a database other than PostgreSQL, by its cursor. */
class CursorStoreTest {

    private static final String URL = "jdbc:h2:mem:erp;DATABASE_TO_UPPER=FALSE";

    private Connection keeper;

    @BeforeEach
    void database() throws SQLException {
        keeper = DriverManager.getConnection(URL);
    }

    @AfterEach
    void gone() throws SQLException {
        keeper.close();
    }

    @Test
    void valuesAreTheTextThatPostgresqlGives() throws SQLException {
        String[] both = {
            "CREATE TABLE demand (n numeric(8,2), d date, b boolean, t varchar(40), i bigint, f double precision, r real,"
                    + " x bytea, local timestamp)",
            "INSERT INTO demand VALUES (1.5, date '2026-01-31', true, 'a \"b\", c', 9007199254740993, 0.1, 0.1, NULL,"
                    + " timestamp '2026-03-29 02:30:00')",
            "INSERT INTO demand (t) VALUES (NULL), ('Größe 木'), ('two\nlines')",
            "INSERT INTO demand (f, r) VALUES (1e15, 1e6), (123456789012345, 123456), (1e14, 99999.5), (1e22, 1e10),"
                    + " (0.0001, 0.0001), (0.00001234, 0.00001), (-2.5e-300, -3.4e38), (1001, 1001), (0, 0),"
                    + " (3.141592653589793, 3.1415927), (5e-324, 1e-38), (9007199254740993, 16777217)"
        };
        run(both);
        PostgresServer server = PostgresServer.running();
        String database = server.database();
        server.run(database, both);
        try (OpenStore h2 = Stores.open(URL);
                OpenStore postgres = Stores.open(server.url(database))) {
            SourceTable there = Stores.table(postgres, "demand");
            SourceTable here = Stores.table(h2, "demand");
            assertEquals(Stores.rows(there), Stores.rows(here));
            assertEquals(there.sha256(), here.sha256());
            assertEquals(there.notes().size(), here.notes().size());
        }
    }

    @Test
    void valuesAreText() throws SQLException {
        run(
                "CREATE TABLE items (item_id varchar(10), unit_cost decimal(10,2), critical_spare boolean, seen timestamp with"
                        + " time zone, picture blob, story clob, j json, c char(3))",
                "INSERT INTO items VALUES ('bolt', 1.5, true, timestamp with time zone '2026-03-29 23:30:00-02', X'CAFE',"
                        + " 'long', JSON '{\"a\":1}', 'x')",
                "INSERT INTO items (item_id) VALUES ('')");
        try (OpenStore store = Stores.open(URL)) {
            SourceTable items = Stores.table(store, "items");
            assertEquals(
                    List.of("1:bolt|1.50|true|2026-03-30|\\xcafe|long|{\"a\":1}|x  ", "2:|||||||"), Stores.rows(items));
            assertEquals("jdbc", items.encoding());
            assertEquals(1, items.notes().size());
        }
    }

    @Test
    void listsTablesAndViewsOfTheSchemaItBeginsIn() throws SQLException {
        run(
                "CREATE TABLE demand (item_id varchar(10))",
                "CREATE VIEW items AS SELECT 'bolt' AS item_id",
                "CREATE SCHEMA sales",
                "CREATE TABLE sales.orders (id int)");
        try (OpenStore store = Stores.open(URL)) {
            assertEquals("erp", store.name());
            assertEquals(List.of("demand", "items"), store.tables());
            assertEquals(List.of("1:bolt"), Stores.rows(Stores.table(store, "Items")));
            assertEquals(List.of("id"), Stores.table(store, "sales.orders").header());
            assertEquals(
                    URL + " has no table or view 'demands'. It has [demand, items]. Maybe 'demand' is meant.",
                    assertThrows(InputException.class, () -> Stores.table(store, "demands"))
                            .getMessage());
        }
    }

    @Test
    void tableThatChangesBetweenTwoReadingsIsRefused() throws SQLException {
        run("CREATE TABLE items (item_id varchar(10))", "INSERT INTO items VALUES ('bolt')");
        try (OpenStore store = Stores.open(URL)) {
            SourceTable items = Stores.table(store, "items");
            assertEquals(List.of("1:bolt"), Stores.rows(items));
            Stores.letGo(store);
            run("INSERT INTO items VALUES ('nut')");
            String message = assertThrows(UncheckedIOException.class, () -> Stores.rows(items))
                    .getMessage();
            assertTrue(message.startsWith("erp[items] changed while it was read"), message);
        }
    }

    @Test
    void databaseThatIsNotThereIsNotMade() {
        String message = assertThrows(
                        UncheckedIOException.class,
                        () -> Stores.open("jdbc:h2:mem:nowhere").close())
                .getMessage();
        assertTrue(message.startsWith("cannot connect to jdbc:h2:mem:nowhere: "), message);
    }

    @Test
    void nameIsTheLastWordOfTheAddress() {
        assertEquals("stock.db", CursorStore.nameIn("jdbc:duckdb:/data/stock.db"));
        assertEquals("erp", CursorStore.nameIn("jdbc:mysql://host:3306/erp?useSSL=true"));
        assertEquals("host", CursorStore.nameIn("jdbc:mysql://host/"));
        assertEquals("erp", CursorStore.nameIn("jdbc:oracle:thin:scott@//host:1521/erp"));
        assertEquals("me", CursorStore.nameIn("jdbc:sqlserver://me;databaseName=erp"));
    }

    private void run(String... statements) throws SQLException {
        try (Statement statement = keeper.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
