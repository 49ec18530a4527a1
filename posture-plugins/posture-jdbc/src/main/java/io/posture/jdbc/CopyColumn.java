package io.posture.jdbc;

/**
 * A column of a PostgreSQL table.
 *
 * @param name its name
 * @param type its type as the server calls it, a domain by the type that it narrows
 */
record CopyColumn(String name, String type) {

    private static final String MOMENT = "timestamp with time zone";
    private static final String LOCAL_MOMENT = "timestamp without time zone";

    /** Whether its values have a time of day, which is left out: dates are local dates. */
    boolean timed() {
        return type.equals(MOMENT) || type.equals(LOCAL_MOMENT);
    }

    /** The column as it is selected: the text of a value is that of a CSV export, of truth {@code true} and {@code false}. */
    String selected() {
        String quoted = quoted(name);
        return switch (type) {
            case "boolean" -> quoted + "::text AS " + quoted;
            case "money" -> quoted + "::numeric AS " + quoted;
            case LOCAL_MOMENT -> quoted + "::date AS " + quoted;
            case MOMENT -> "(" + quoted + " AT TIME ZONE 'UTC')::date AS " + quoted;
            default -> quoted;
        };
    }

    /** A name between quotes, so that it means itself. */
    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
