package io.posture.jdbc;

import io.posture.io.input.InputException;
import io.posture.io.input.InputFile;
import io.posture.io.source.OpenStore;
import io.posture.io.source.SourceTable;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A PostgreSQL database. Tables and views are those of the connection's search path; one of another schema is read when it is
 * named. All of them are read in one snapshot, which ends when the store is closed.
 */
final class PostgresStore implements OpenStore {

    /** So that each reading of the same state gives the same text in the same order. */
    private static final String SETTINGS = """
            SET synchronize_seqscans = off;
            SET max_parallel_workers_per_gather = 0;
            SET DateStyle = 'ISO, YMD';
            SET IntervalStyle = 'postgres';
            SET TimeZone = 'UTC';
            SET extra_float_digits = 3;
            SET bytea_output = 'hex'
            """;

    private static final String RELATIONS = """
            SELECT n.nspname, c.relname, pg_table_is_visible(c.oid),
                   EXISTS (SELECT FROM pg_catalog.pg_inherits i WHERE i.inhrelid = c.oid)
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
            ORDER BY n.nspname, c.relname
            """;

    // a domain stands for the type that it narrows
    private static final String COLUMNS = """
            SELECT a.attname,
                   pg_catalog.format_type(CASE t.typtype WHEN 'd' THEN t.typbasetype ELSE t.oid END, NULL)
            FROM pg_catalog.pg_attribute a
            JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
            WHERE n.nspname = ? AND c.relname = ? AND a.attnum > 0 AND NOT a.attisdropped
            ORDER BY a.attnum
            """;

    private final Session session;
    private final String name;
    private final Relations relations;

    private PostgresStore(Session session, String name, Relations relations) {
        this.session = session;
        this.name = name;
        this.relations = relations;
    }

    /** Connects and looks at what there is. */
    static PostgresStore open(Login login, Driver driver) {
        Session session = new Session(login, driver, PostgresStore::prepare);
        return session.read(
                login.shown(), connection -> new PostgresStore(session, database(connection), relations(connection)));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> tables() {
        return relations.names();
    }

    @Override
    public SourceTable open(InputFile table) {
        Relations.Relation relation = relations.named(table.part(), session.shown());
        List<CopyColumn> columns = session.read(table.name(), connection -> columns(connection, relation));
        if (columns.isEmpty()) {
            throw new InputException(table.name() + " has no columns");
        }
        return new CopyTable(table, session, relation, columns);
    }

    @Override
    public void close() {
        session.close();
    }

    private static void prepare(Connection fresh) throws SQLException {
        try (Statement statement = fresh.createStatement()) {
            statement.execute(SETTINGS);
        }
        fresh.setReadOnly(true);
        fresh.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        fresh.setAutoCommit(false);
    }

    private static String database(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT current_database()")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Relations relations(Connection connection) throws SQLException {
        List<Relations.Relation> relations = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(RELATIONS)) {
            while (rows.next()) {
                relations.add(new Relations.Relation(
                        rows.getString(1), rows.getString(2), rows.getBoolean(3), rows.getBoolean(4)));
            }
        }
        return new Relations(relations);
    }

    private static List<CopyColumn> columns(Connection connection, Relations.Relation relation) throws SQLException {
        List<CopyColumn> columns = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, relation.schema());
            statement.setString(2, relation.name());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.add(new CopyColumn(rows.getString(1), rows.getString(2)));
                }
            }
        }
        return columns;
    }
}
