package io.posture.jdbc;

import io.posture.io.source.OpenStore;
import io.posture.io.source.StoreAddress;
import io.posture.io.source.TableStore;
import java.sql.Driver;
import java.util.List;
import java.util.Map;

/** Databases by their JDBC URLs. */
public final class JdbcStore implements TableStore {

    private final Map<String, String> environment;

    /** Databases; passwords that no URL holds are in the environment of the process. */
    public JdbcStore() {
        this(System.getenv());
    }

    /** Databases; passwords that no URL holds are among these variables. */
    JdbcStore(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public String scheme() {
        return "jdbc";
    }

    @Override
    public OpenStore open(StoreAddress address, List<ClassLoader> libraries) {
        Login login = Login.of(address, environment);
        Driver driver = Drivers.find(login.url(), libraries);
        return login.postgres() ? PostgresStore.open(login, driver) : CursorStore.open(login, driver);
    }
}
