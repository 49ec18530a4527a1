package io.posture.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;

/** A real PostgreSQL server, started once for all tests and stopped with the JVM. Only {@code locked} needs its password. */
final class PostgresServer {

    static final String LOCKED = "locked";
    static final String PASSWORD = "s3cr&t w/ord";

    private static final Path DATA = Path.of("target", "postgres", "data");
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static Optional<PostgresServer> running = Optional.empty();
    private static String reason = "";

    private final int port;

    private PostgresServer(int port) {
        this.port = port;
    }

    /** The server; where none can run, the test is skipped. */
    static synchronized PostgresServer running() {
        if (running.isEmpty() && reason.isEmpty()) {
            try {
                running = Optional.of(start());
            } catch (IOException | SQLException | RuntimeException impossible) {
                reason = "no PostgreSQL server can be started here: " + impossible;
            }
        }
        Assumptions.assumeTrue(running.isPresent(), reason);
        return running.get();
    }

    /** Name of a fresh, empty database. */
    String database() {
        String name = "erp" + DATABASES.incrementAndGet();
        run("postgres", "CREATE DATABASE " + name);
        return name;
    }

    /** Its address for the user that needs no password. */
    String url(String database) {
        return address(database) + "?user=postgres";
    }

    /** Its address without a user. */
    String address(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    int port() {
        return port;
    }

    /** Runs statements. */
    void run(String database, String... statements) {
        try (Connection connection = DriverManager.getConnection(url(database));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private static PostgresServer start() throws IOException, SQLException {
        delete(DATA.getParent().resolve("data"));
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(DATA.toAbsolutePath().getParent().toFile())
                .setDataDirectory(DATA.toAbsolutePath())
                .setServerConfig("fsync", "off")
                .start();
        PostgresServer started = new PostgresServer(server.getPort());
        started.run(
                "postgres", "CREATE ROLE " + LOCKED + " LOGIN PASSWORD '" + PASSWORD + "'", "CREATE ROLE guest LOGIN");
        Path access = DATA.resolve("pg_hba.conf");
        Files.writeString(access, "host all " + LOCKED + " all scram-sha-256\n" + Files.readString(access));
        started.run("postgres", "SELECT pg_reload_conf()");
        return started;
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException problem) {
                    throw new UncheckedIOException(problem);
                }
            });
        }
    }
}
