package io.posture.jdbc;

import io.posture.io.input.InputException;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** The JDBC drivers that are installed: PostgreSQL's, and those whose jars the user added. */
final class Drivers {

    /** Where the drivers of well-known databases are found in the Maven repository. */
    private static final Map<String, String> JARS = Map.ofEntries(
            Map.entry("db2", "com.ibm.db2:jcc"),
            Map.entry("duckdb", "org.duckdb:duckdb_jdbc"),
            Map.entry("firebirdsql", "org.firebirdsql.jdbc:jaybird"),
            Map.entry("h2", "com.h2database:h2"),
            Map.entry("mariadb", "org.mariadb.jdbc:mariadb-java-client"),
            Map.entry("mysql", "com.mysql:mysql-connector-j"),
            Map.entry("oracle", "com.oracle.database.jdbc:ojdbc11"),
            Map.entry("sap", "com.sap.cloud.db.jdbc:ngdbc"),
            Map.entry("snowflake", "net.snowflake:snowflake-jdbc"),
            Map.entry("sqlite", "org.xerial:sqlite-jdbc"),
            Map.entry("sqlserver", "com.microsoft.sqlserver:mssql-jdbc"));

    private Drivers() {}

    /**
     * The driver for a URL.
     *
     * @param libraries class loaders of jars that the user added
     * @throws InputException if there is none, naming the jar to add
     */
    static Driver find(String url, List<ClassLoader> libraries) {
        List<ClassLoader> loaders = new ArrayList<>();
        loaders.add(Drivers.class.getClassLoader());
        loaders.addAll(libraries);
        List<String> found = new ArrayList<>();
        for (ClassLoader loader : loaders) {
            for (Driver driver : in(loader)) {
                if (accepts(driver, url)) {
                    return driver;
                }
                found.add(driver.getClass().getName());
            }
        }
        String kind = url.split(":", 3)[1];
        throw new InputException(
                "no JDBC driver that is installed reads jdbc:" + kind + ": addresses. Put the driver's jar"
                        + (JARS.containsKey(kind) ? " (" + JARS.get(kind) + ")" : "")
                        + " into a folder and name the folder: --plugins DIR. Drivers found: "
                        + found.stream().distinct().sorted().toList() + ".");
    }

    private static List<Driver> in(ClassLoader loader) {
        try {
            List<Driver> drivers = new ArrayList<>();
            ServiceLoader.load(Driver.class, loader).forEach(drivers::add);
            return drivers;
        } catch (ServiceConfigurationError | LinkageError broken) {
            throw new InputException(
                    "a JDBC driver cannot be loaded: " + broken.getMessage()
                            + ". Maybe its jar needs others beside it in the same folder, or a newer Java.",
                    broken);
        }
    }

    private static boolean accepts(Driver driver, String url) {
        try {
            return driver.acceptsURL(url);
        } catch (SQLException notThisOne) {
            return false;
        }
    }
}
