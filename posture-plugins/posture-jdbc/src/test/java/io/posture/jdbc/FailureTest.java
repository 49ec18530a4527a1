package io.posture.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.io.input.InputException;
import io.posture.io.source.OpenStore;
import io.posture.io.source.SourceTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes wrong with a real server. */
class FailureTest {

    private static final String ENCODED =
            URLEncoder.encode(PostgresServer.PASSWORD, StandardCharsets.UTF_8).replace("+", "%20");

    private PostgresServer server;
    private String database;

    @BeforeEach
    void freshDatabase() {
        server = PostgresServer.running();
        database = server.database();
    }

    @Test
    void serverThatIsDown() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        String url = "jdbc:postgresql://localhost:" + free + "/erp?user=me";
        String message = assertThrows(
                        UncheckedIOException.class,
                        () -> Stores.open(url + "&password=hush").close())
                .getMessage();
        assertTrue(message.startsWith("cannot connect to " + url + ": "), message);
        assertTrue(message.endsWith(". Maybe the server is down, or its host or port is another."), message);
    }

    @Test
    void wrongPassword() {
        String url = "jdbc:postgresql://" + PostgresServer.LOCKED + "@localhost:" + server.port() + "/" + database;
        for (String address : List.of(
                url.replace("@", ":wr0ng-one@"),
                url.replace("@", ":wr0ng-%6fne@"),
                url + "?password=wr0ng-one",
                url + "?password=wr0ng-one&sslpassword=wr0ng-one&ssl=false")) {
            UncheckedIOException problem = assertThrows(
                    UncheckedIOException.class, () -> Stores.open(address).close());
            String message = String.valueOf(problem.getMessage());
            assertTrue(message.startsWith(url), message);
            assertTrue(message.contains(" refuses the login of 'locked': "), message);
            assertTrue(message.contains("give the password in the variable PGPASSWORD or in ~/.pgpass"), message);
            StringWriter trace = new StringWriter();
            problem.printStackTrace(new PrintWriter(trace));
            assertFalse(trace.toString().contains("wr0ng"), trace.toString());
        }
        String none = assertThrows(
                        UncheckedIOException.class, () -> Stores.open(url).close())
                .getMessage();
        assertTrue(none.contains(" refuses the login of 'locked': "), none);
    }

    @Test
    void passwordComesFromTheUrlOrTheEnvironment() {
        String host = "localhost:" + server.port() + "/" + database;
        server.run(database, "CREATE TABLE items (item_id text)");
        for (String address : List.of(
                "jdbc:postgresql://locked:" + ENCODED + "@" + host,
                "jdbc:postgresql://locked:" + PostgresServer.PASSWORD + "@" + host,
                "jdbc:postgresql://" + host + "?user=locked&password=" + ENCODED)) {
            try (OpenStore store = Stores.open(address)) {
                assertEquals(List.of("items"), store.tables());
            }
        }
        for (String variable : List.of("PGPASSWORD", "POSTURE_JDBC_PASSWORD")) {
            Map<String, String> environment = Map.of(variable, PostgresServer.PASSWORD);
            try (OpenStore store = Stores.open("jdbc:postgresql://locked@" + host, environment)) {
                assertEquals(List.of("items"), store.tables());
            }
        }
        Map<String, String> both = Map.of("PGUSER", "locked", "PGPASSWORD", PostgresServer.PASSWORD);
        try (OpenStore store = Stores.open("jdbc:postgresql://" + host, both)) {
            assertEquals(List.of("items"), store.tables());
        }
    }

    @Test
    void unknownDatabase() {
        String url = server.url("erpp");
        assertEquals(
                "there is no such database as " + url
                        + " names: FATAL: database \"erpp\" does not exist. Maybe it is misspelt.",
                assertThrows(InputException.class, () -> Stores.open(url).close())
                        .getMessage());
    }

    @Test
    void connectionLostWhileReading() {
        server.run(
                database, "CREATE TABLE demand AS SELECT repeat('x', 100) AS item_id FROM generate_series(1, 500000)");
        try (OpenStore store = Stores.open(server.url(database))) {
            SourceTable table = Stores.table(store, "demand");
            UncheckedIOException problem = assertThrows(
                    UncheckedIOException.class,
                    () -> Stores.each(table, row -> {
                        if (row.line() == 1000) {
                            server.run(
                                    database,
                                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name ="
                                            + " 'posture' AND datname = '" + database + "'");
                        }
                    }));
            String message = String.valueOf(problem.getMessage());
            assertTrue(message.startsWith("cannot read " + database + "[demand]: "), message);
            assertTrue(message.endsWith("start again when it is there."), message);
            assertEquals(500000, Stores.each(Stores.table(store, "demand"), row -> {}));
        }
    }

    @Test
    void statementThatTakesTooLong() {
        server.run(database, "CREATE VIEW demand AS SELECT pg_sleep(60)::text AS item_id");
        try (OpenStore store = Stores.open(server.url(database) + "&options=" + "-c%20statement_timeout=100")) {
            SourceTable table = Stores.table(store, "demand");
            String message = assertThrows(UncheckedIOException.class, () -> Stores.rows(table))
                    .getMessage();
            assertEquals(
                    "cannot read " + database
                            + "[demand]: ERROR: canceling statement due to statement timeout. Maybe the time that a"
                            + " statement may take is too short for it; the URL can lift it:"
                            + " ?options=-c%20statement_timeout=0.",
                    message);
        }
    }

    @Test
    void viewThatCannotBeComputed() {
        server.run(database, "CREATE VIEW items AS SELECT 1 / (3 - i) AS unit_cost FROM generate_series(1, 5) i");
        try (OpenStore store = Stores.open(server.url(database))) {
            SourceTable table = Stores.table(store, "items");
            assertEquals(
                    "cannot read " + database
                            + "[items]: ERROR: division by zero. Maybe it is a view that no longer works; try to select"
                            + " from it.",
                    assertThrows(InputException.class, () -> Stores.rows(table)).getMessage());
        }
    }

    @Test
    void tableThatMayNotBeRead() {
        server.run(database, "CREATE TABLE items (item_id text)");
        try (OpenStore store = Stores.open(server.address(database) + "?user=guest")) {
            SourceTable table = Stores.table(store, "items");
            String message = assertThrows(UncheckedIOException.class, () -> Stores.rows(table))
                    .getMessage();
            assertTrue(message.contains("permission denied for table items"), message);
            assertTrue(message.endsWith("GRANT SELECT ON ... TO guest."), message);
        }
    }

    @Test
    void textThatIsNoUtf8() {
        server.run(
                "postgres",
                "CREATE DATABASE " + database + "_ascii ENCODING 'SQL_ASCII' TEMPLATE template0 LC_COLLATE"
                        + " 'C' LC_CTYPE 'C'");
        server.run(
                database + "_ascii",
                "CREATE TABLE items (item_id text)",
                "INSERT INTO items VALUES ('ok'), (E'Gr\\366\\337e')");
        try (OpenStore store = Stores.open(server.url(database + "_ascii"))) {
            SourceTable table = Stores.table(store, "items");
            String message =
                    assertThrows(InputException.class, () -> Stores.rows(table)).getMessage();
            assertTrue(message.contains("[items]: ERROR: invalid byte sequence for encoding \"UTF8\""), message);
            assertTrue(message.endsWith("convert_from(item_id::bytea, 'WIN1252')."), message);
        }
    }

    @Test
    void databaseWithoutADriverNamesTheJarToAdd() {
        String message = assertThrows(
                        InputException.class,
                        () -> Stores.open("jdbc:sqlserver://erp;user=me;password=hush")
                                .close())
                .getMessage();
        assertEquals(
                "no JDBC driver that is installed reads jdbc:sqlserver: addresses. Put the driver's jar"
                        + " (com.microsoft.sqlserver:mssql-jdbc) into a folder and name the folder: --plugins DIR. Drivers"
                        + " found: [org.h2.Driver, org.postgresql.Driver].",
                message);
    }
}
