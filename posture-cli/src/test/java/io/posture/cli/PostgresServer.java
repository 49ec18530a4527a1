package io.posture.cli;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real PostgreSQL server, started once for all tests and stopped with the JVM. */
final class PostgresServer {

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static Optional<EmbeddedPostgres> running = Optional.empty();
    private static String reason = "";

    private PostgresServer() {}

    /** URL of a fresh, empty database, without its user; where no server can run, the test is skipped. */
    static synchronized String database() {
        if (running.isEmpty() && reason.isEmpty()) {
            try {
                running = Optional.of(start());
            } catch (IOException | RuntimeException impossible) {
                reason = "no PostgreSQL server can be started here: " + impossible;
            }
        }
        Assumptions.assumeTrue(running.isPresent(), reason);
        String name = "erp" + DATABASES.incrementAndGet();
        run(url("postgres"), "CREATE DATABASE " + name);
        return url(name);
    }

    /** Runs statements. */
    static void run(String url, String... statements) {
        try (Connection connection = DriverManager.getConnection(url + "?user=postgres");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private static String url(String database) {
        return "jdbc:postgresql://localhost:"
                + running.map(EmbeddedPostgres::getPort).orElseThrow() + "/" + database;
    }

    private static EmbeddedPostgres start() throws IOException {
        Path home = Path.of("target", "postgres").toAbsolutePath();
        Path data = home.resolve("data");
        if (Files.exists(data)) {
            try (Stream<Path> old = Files.walk(data)) {
                old.sorted(Comparator.reverseOrder()).forEach(PostgresServer::delete);
            }
        }
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(home.toFile())
                .setDataDirectory(data)
                .setServerConfig("fsync", "off")
                .start();
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
