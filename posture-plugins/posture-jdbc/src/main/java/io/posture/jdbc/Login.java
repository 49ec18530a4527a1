package io.posture.jdbc;

import io.posture.io.source.StoreAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How to log in to a database. Secrets are in the settings alone.
 *
 * @param shown the address as messages and records show it
 * @param url the address for the driver
 * @param settings user, password and other settings for the driver; what the URL says wins
 * @param secrets values among the settings that must not be shown
 */
record Login(String shown, String url, Map<String, String> settings, Set<String> secrets) {

    /** Holds the password of any database, where its URL has none. */
    static final String VARIABLE = "POSTURE_JDBC_PASSWORD";

    private static final String POSTGRES = "jdbc:postgresql:";
    private static final String USER = "user";
    private static final Pattern USER_BEFORE_HOST = Pattern.compile("(?<scheme>[^/]*//)(?<user>[^/?;@]*)@(?<rest>.*)");
    private static final Pattern USER_SETTING = Pattern.compile("(?i)(?:.*[?&;:])" + USER + "=([^&;]*).*");

    /** What the drivers need to read without changing anything and without holding a whole table in memory. */
    private static final Map<String, Map<String, String>> BY_DRIVER = Map.of(
            POSTGRES,
            Map.of("ApplicationName", "posture", "loginTimeout", "30", "tcpKeepAlive", "true"),
            "jdbc:duckdb:",
            Map.of("duckdb.read_only", "true", "jdbc_stream_results", "true"),
            "jdbc:h2:",
            Map.of("IFEXISTS", "TRUE"),
            "jdbc:mysql:",
            Map.of("useCursorFetch", "true"),
            "jdbc:sqlite:",
            Map.of("open_mode", "1"));

    /** Copies. */
    Login {
        settings = Map.copyOf(settings);
        secrets = Set.copyOf(secrets);
    }

    /**
     * The login that an address means.
     *
     * @param environment variables that may hold a user and a password
     */
    static Login of(StoreAddress address, Map<String, String> environment) {
        String shown = address.text();
        Map<String, String> settings = new HashMap<>();
        BY_DRIVER.forEach((begin, defaults) -> {
            if (shown.startsWith(begin)) {
                settings.putAll(defaults);
            }
        });
        take(environment, VARIABLE, settings, StoreAddress.PASSWORD);
        if (shown.startsWith(POSTGRES)) {
            take(environment, "PGPASSWORD", settings, StoreAddress.PASSWORD);
            take(environment, "PGUSER", settings, USER);
        }
        settings.putAll(address.secrets());
        Set<String> secrets = new HashSet<>(address.secrets().values());
        secrets.add(settings.getOrDefault(StoreAddress.PASSWORD, ""));
        secrets.remove("");
        Matcher user = USER_BEFORE_HOST.matcher(shown);
        if (!user.matches()) {
            return new Login(shown, shown, settings, secrets);
        }
        settings.put(USER, decoded(user.group("user")));
        return new Login(shown, user.group("scheme") + user.group("rest"), settings, secrets);
    }

    /** Whether it is PostgreSQL, or what speaks its language. */
    boolean postgres() {
        return url.startsWith(POSTGRES);
    }

    /** The user, as far as it is known. */
    String user() {
        Matcher setting = USER_SETTING.matcher(url);
        return setting.matches() ? decoded(setting.group(1)) : settings.getOrDefault(USER, "");
    }

    /** The settings as a driver takes them. */
    Properties properties() {
        Properties properties = new Properties();
        properties.putAll(settings);
        return properties;
    }

    /** Never the settings. */
    @Override
    public String toString() {
        return shown;
    }

    private static void take(
            Map<String, String> environment, String variable, Map<String, String> settings, String name) {
        String value = environment.getOrDefault(variable, "");
        if (!value.isEmpty()) {
            settings.put(name, value);
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException asItIs) {
            return text;
        }
    }
}
