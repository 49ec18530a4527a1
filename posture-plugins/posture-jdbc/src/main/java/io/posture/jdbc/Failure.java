package io.posture.jdbc;

import io.posture.io.input.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;

/** What a database says when it fails, as an error that says what to do; never with a secret. */
final class Failure {

    private static final String REJECTED = "08004";
    private static final String TIMEOUT = "57014";
    private static final String NOT_ALLOWED = "42501";
    private static final String NO_TEXT = "22021";

    private Failure() {}

    /** No connection. */
    static RuntimeException ofConnecting(Login login, SQLException problem) {
        String state = state(problem);
        String message = message(login, problem);
        if (state.startsWith("3D") || state.startsWith("3F")) {
            return new InputException(
                    "there is no such database as " + login.shown() + " names: " + message + ". Maybe it is misspelt.");
        }
        if (state.startsWith("28") || state.equals(REJECTED)) {
            String user = login.user().isEmpty() ? "" : " of '" + login.user() + "'";
            String variable = login.postgres() ? "PGPASSWORD or in ~/.pgpass" : Login.VARIABLE;
            return io(
                    login.shown() + " refuses the login" + user + ": " + message
                            + ". Maybe user or password is another:"
                            + " give the password in the variable " + variable
                            + ", or in the URL; it is never recorded.",
                    state);
        }
        return io(
                "cannot connect to " + login.shown() + ": " + message
                        + ". Maybe the server is down, or its host or port is another.",
                state);
    }

    /**
     * A reading that did not come to its end.
     *
     * @param what what was read
     */
    static RuntimeException ofReading(Login login, String what, SQLException problem) {
        String state = state(problem);
        String cannot = "cannot read " + what + ": " + message(login, problem) + ". ";
        if (state.equals(TIMEOUT)) {
            return io(
                    cannot + "Maybe the time that a statement may take is too short for it"
                            + (login.postgres() ? "; the URL can lift it: ?options=-c%20statement_timeout=0." : "."),
                    state);
        }
        if (state.equals(NOT_ALLOWED)) {
            return io(
                    cannot + "Maybe ask for the right to read it: GRANT SELECT ON ... TO " + login.user() + ".", state);
        }
        if (state.startsWith("08") || state.startsWith("57") || state.isEmpty()) {
            return io(
                    cannot + "Maybe the server was stopped or the network broke; start again when it is there.", state);
        }
        if (state.equals(NO_TEXT)) {
            return new InputException(cannot + "Maybe the database does not know how its texts are encoded; a view can"
                    + " say so: convert_from(item_id::bytea, 'WIN1252').");
        }
        if (state.startsWith("42") || state.startsWith("22")) {
            return new InputException(cannot + "Maybe it is a view that no longer works; try to select from it.");
        }
        return io(cannot + "Maybe the log of the server says more.", state);
    }

    /** A text of a driver without the values that must not be shown, on one line. */
    static String clean(Login login, String text) {
        String clean = text.strip().replaceAll("\\s+", " ").replaceAll("\\.$", "");
        for (String secret : login.secrets()) {
            clean = clean.replace(secret, "***");
        }
        return clean;
    }

    private static String message(Login login, SQLException problem) {
        return clean(login, String.valueOf(problem.getMessage()));
    }

    private static String state(SQLException problem) {
        return problem.getSQLState() == null ? "" : problem.getSQLState();
    }

    /** The driver's own exception may show what it was called with and is left out. */
    private static UncheckedIOException io(String message, String state) {
        return new UncheckedIOException(message, new IOException("SQL state " + state));
    }
}
