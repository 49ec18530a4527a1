package io.posture.jdbc;

import io.posture.io.input.InputFile;
import io.posture.io.source.OpenStore;
import io.posture.io.source.SourceTable;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Any database with a JDBC driver. Tables and views are those of the schema that the connection begins in; one of another schema is
 * read when it is named. They are read in one transaction; a table that is not the same in two readings is refused.
 */
final class CursorStore implements OpenStore {

    private static final Pattern NO_TABLE = Pattern.compile("SYSTEM|INDEX|SEQUENCE|TYPE|TEMPORARY|PROCEDURE|FUNCTION");
    private static final Pattern OF_THE_SERVER = Pattern.compile("(?i)information_schema|pg_catalog|sys|system");

    private static final Pattern LAST_WORD = Pattern.compile("([^/\\\\:@]+)[/\\\\:@]*$");

    private final Session session;
    private final String name;
    private final Relations relations;

    private CursorStore(Session session, String name, Relations relations) {
        this.session = session;
        this.name = name;
        this.relations = relations;
    }

    /** Connects and looks at what there is. */
    static CursorStore open(Login login, Driver driver) {
        Session session = new Session(login, driver, CursorStore::prepare);
        return new CursorStore(session, nameIn(login.shown()), session.read(login.shown(), CursorStore::relations));
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
        return CursorTable.open(table, session, relation);
    }

    @Override
    public void close() {
        session.close();
    }

    /** What the database is called, or its file without folders: the last word of its address. */
    static String nameIn(String address) {
        Matcher word = LAST_WORD.matcher(address.split("[?;]", 2)[0]);
        return word.find() ? word.group(1) : address;
    }

    private static void prepare(Connection fresh) throws SQLException {
        fresh.setAutoCommit(false);
        fresh.setReadOnly(true);
    }

    private static Relations relations(Connection connection) throws SQLException {
        DatabaseMetaData about = connection.getMetaData();
        String home = connection.getSchema() == null ? "" : connection.getSchema();
        List<Relations.Relation> relations = new ArrayList<>();
        try (ResultSet rows = about.getTables(connection.getCatalog(), null, "%", null)) {
            while (rows.next()) {
                String schema = text(rows, "TABLE_SCHEM");
                String type = text(rows, "TABLE_TYPE").toUpperCase(Locale.ROOT);
                if (!NO_TABLE.matcher(type).find()
                        && !OF_THE_SERVER.matcher(schema).matches()) {
                    boolean found = home.isEmpty() || schema.isEmpty() || schema.equals(home);
                    relations.add(new Relations.Relation(schema, text(rows, "TABLE_NAME"), found, false));
                }
            }
        }
        return new Relations(relations);
    }

    private static String text(ResultSet rows, String column) throws SQLException {
        String text = rows.getString(column);
        return text == null ? "" : text;
    }
}
