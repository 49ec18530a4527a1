package io.posture.jdbc;

import io.posture.io.input.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Optional;

/** A connection that is made when it is needed, and again after it was let go of. Not thread-safe. */
final class Session implements AutoCloseable {

    private final Login login;
    private final Driver driver;
    private final Preparation preparation;
    private Optional<Connection> connection = Optional.empty();

    /** Makes a fresh connection ready, so that everything is read in one state and nothing is written. */
    interface Preparation {
        void prepare(Connection fresh) throws SQLException;
    }

    /** Reads something. */
    interface Reading<T> {
        T read(Connection connection) throws SQLException;
    }

    Session(Login login, Driver driver, Preparation preparation) {
        this.login = login;
        this.driver = driver;
        this.preparation = preparation;
    }

    /** The address as messages show it. */
    String shown() {
        return login.shown();
    }

    /**
     * Reads something.
     *
     * @param what what is read, for messages
     * @throws UncheckedIOException if the database cannot be reached or refuses
     * @throws InputException if what is read makes no sense to it
     */
    <T> T read(String what, Reading<T> reading) {
        Connection open = connection();
        try {
            return reading.read(open);
        } catch (SQLException problem) {
            throw failed(what, problem);
        }
    }

    /** The error for a reading that failed; the connection is let go of. */
    RuntimeException failed(String what, SQLException problem) {
        close();
        return Failure.ofReading(login, what, problem);
    }

    /** Lets go of the connection, and of the state that it saw. */
    @Override
    public void close() {
        Optional<Connection> open = connection;
        connection = Optional.empty();
        try {
            if (open.isPresent()) {
                open.get().close();
            }
        } catch (SQLException gone) {
            return; // what was read is complete, and nothing was written
        }
    }

    private Connection connection() {
        if (connection.isEmpty()) {
            connection = Optional.of(connect());
        }
        return connection.get();
    }

    private Connection connect() {
        try {
            Connection fresh = driver.connect(login.url(), login.properties());
            if (fresh == null) {
                throw new InputException(login.shown() + " is no address that its driver "
                        + driver.getClass().getName() + " knows. Maybe it is misspelt.");
            }
            try {
                preparation.prepare(fresh);
                return fresh;
            } catch (SQLException | RuntimeException unfit) {
                fresh.close();
                throw unfit;
            }
        } catch (SQLException problem) {
            throw Failure.ofConnecting(login, problem);
        } catch (RuntimeException | LinkageError broken) {
            if (broken instanceof InputException known) {
                throw known;
            }
            throw new UncheckedIOException(
                    "the driver of " + login.shown() + " failed: " + Failure.clean(login, String.valueOf(broken)),
                    new IOException(broken.getClass().getName()));
        }
    }
}
