/** Reads the tables of databases, reached through the service of stores of tables. */
module io.posture.jdbc {
    requires io.posture.io;
    requires de.siegmar.fastcsv;
    requires java.sql;
    requires org.postgresql.jdbc;
    requires static org.jspecify;

    uses java.sql.Driver;

    provides io.posture.io.source.TableStore with
            io.posture.jdbc.JdbcStore;
}
