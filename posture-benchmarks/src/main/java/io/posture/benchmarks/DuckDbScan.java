package io.posture.benchmarks;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The yardstick for reading and grouping demand: DuckDB through its driver, which {@code compare-ingest.sh} fetches. */
public final class DuckDbScan {

    private DuckDbScan() {}

    /**
     * Sums up, on two threads.
     *
     * @param args {@code scan} to group by item and print one line; {@code items} to print pieces and weeks with demand of every
     *     item; the file
     * @throws SQLException if DuckDB refuses
     */
    public static void main(String[] args) throws SQLException {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        String file = "read_csv('" + Path.of(args[1]).toAbsolutePath()
                + "', header=true, columns={'item_id':'VARCHAR','date':'DATE','quantity':'DOUBLE'})";
        String byItem = "SELECT item_id, sum(quantity) AS s, count(*) AS n FROM " + file + " GROUP BY item_id";
        String sql = args[0].equals("scan")
                ? "SELECT count(*), sum(s), sum(n) FROM (" + byItem + ")"
                : "SELECT item_id, sum(q)::BIGINT, count(*) FROM (SELECT item_id, date_trunc('week', date) AS w,"
                        + " sum(quantity) AS q FROM " + file + " GROUP BY ALL) GROUP BY item_id ORDER BY item_id";
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement()) {
            statement.execute("SET threads=2");
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    out.println(rows.getString(1) + "," + rows.getString(2) + "," + rows.getString(3));
                }
            }
        }
        out.flush();
    }
}
