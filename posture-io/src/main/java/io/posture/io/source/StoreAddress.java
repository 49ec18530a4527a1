package io.posture.io.source;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a {@link TableStore} as a user writes it: {@code scheme:...}, which may stand behind {@code label=} and before
 * the name of a table in brackets. Its secrets are kept apart from its text. Immutable.
 */
public final class StoreAddress {

    /** Name of the secret that stands before the host, as in {@code //user:password@host}. */
    public static final String PASSWORD = "password";

    private static final Pattern ARGUMENT = Pattern.compile(
            "(?:(?<label>[A-Za-z][A-Za-z0-9_-]*)=)?(?<text>(?<scheme>[a-z][a-z0-9+.-]+):(?://|[a-z0-9+.-]+:).*)",
            Pattern.DOTALL);
    // brackets behind a slash are those of a host such as [::1]
    private static final Pattern PART = Pattern.compile("(.*[^/@,\\[])\\[([^\\[\\]]+)\\]", Pattern.DOTALL);
    private static final Pattern HOSTS = Pattern.compile(
            "(?:\\[[^\\]]*\\]|[^:/@,]*)(?::\\d*)?(?:,(?:\\[[^\\]]*\\]|[^:/@,]*)(?::\\d*)?)*(?:[/?;:].*)?");
    // up to the first sign that a setting was given
    private static final Pattern SETTINGS = Pattern.compile("^[^?;]*[?;][^=]*=");
    private static final Pattern ORACLE = Pattern.compile("(jdbc:oracle:[a-z0-9]+:[^:/@]+)/(.*?)(@.*)", Pattern.DOTALL);
    private static final String SECRET =
            "[a-z0-9_.-]*(?:passw|passphrase|pwd|secret|token|credential|api_?key|access_?key|private_?key)[a-z0-9_.-]*";
    private static final Pattern SETTING =
            Pattern.compile("(?i)(?:(?<=[?&])(?<query>" + SECRET + ")=(?<queryValue>[^&]*)&?"
                    + "|(?<=[;:])(?<named>" + SECRET + ")=(?<namedValue>\\{[^}]*\\}|[^;]*);?"
                    + "|(?<=[/,])(?<listed>" + SECRET + ")=(?<listedValue>[^,]*),?)");

    private final String label;
    private final String scheme;
    private final String text;
    private final String part;
    private final Map<String, String> secrets;

    private StoreAddress(String label, String scheme, String text, String part, Map<String, String> secrets) {
        this.label = label;
        this.scheme = scheme;
        this.text = text;
        this.part = part;
        this.secrets = Collections.unmodifiableMap(secrets);
    }

    /** The address in an argument; empty if it looks like the name of a file. */
    public static Optional<StoreAddress> find(String argument) {
        Matcher matcher = ARGUMENT.matcher(argument);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String label = matcher.group("label") == null ? "" : matcher.group("label");
        Matcher part = PART.matcher(matcher.group("text"));
        boolean one = part.matches();
        Map<String, String> secrets = new LinkedHashMap<>();
        String text = withoutSettings(withoutPassword(one ? part.group(1) : matcher.group("text"), secrets), secrets);
        return Optional.of(new StoreAddress(label, matcher.group("scheme"), text, one ? part.group(2) : "", secrets));
    }

    /** An argument as it may be shown and recorded: without the secrets that may be in it. */
    public static String withoutSecrets(String argument) {
        return find(argument).map(StoreAddress::toString).orElse(argument);
    }

    /** What the table is said to be; empty if nothing is said. */
    public String label() {
        return label;
    }

    /** What it begins with, up to the first colon. */
    public String scheme() {
        return scheme;
    }

    /** The address alone, without its secrets. */
    public String text() {
        return text;
    }

    /** The one table that is meant; empty if the whole store is. */
    public String part() {
        return part;
    }

    /** Values that must never be shown or recorded, by the names of their settings. */
    public Map<String, String> secrets() {
        return secrets;
    }

    /** The argument without its secrets. */
    @Override
    public String toString() {
        return (label.isEmpty() ? "" : label + "=") + text + (part.isEmpty() ? "" : "[" + part + "]");
    }

    /** Takes the password out of {@code //user:password@host}, whatever signs it is made of. */
    private static String withoutPassword(String text, Map<String, String> secrets) {
        Matcher oracle = ORACLE.matcher(text);
        if (oracle.matches()) {
            secrets.put(PASSWORD, oracle.group(2));
            return oracle.group(1) + oracle.group(3);
        }
        int begin = text.indexOf("//") + 2;
        if (begin < 2) {
            return text;
        }
        String rest = text.substring(begin);
        Matcher settings = SETTINGS.matcher(rest);
        int at = rest.lastIndexOf('@', settings.find() ? settings.end() : rest.length());
        at = at < 0 && !HOSTS.matcher(rest).matches() ? rest.lastIndexOf('@') : at;
        int colon = rest.indexOf(':');
        if (at < 0 || colon < 0 || colon > at) {
            return text;
        }
        secrets.put(PASSWORD, decoded(rest.substring(colon + 1, at)));
        return text.substring(0, begin) + rest.substring(0, colon) + rest.substring(at);
    }

    private static String withoutSettings(String text, Map<String, String> secrets) {
        StringBuilder kept = new StringBuilder();
        Matcher setting = SETTING.matcher(text);
        while (setting.find()) {
            setting.appendReplacement(kept, "");
            if (setting.group("query") != null) {
                secrets.put(name(setting.group("query")), decoded(setting.group("queryValue")));
            } else if (setting.group("named") != null) {
                secrets.put(name(setting.group("named")), setting.group("namedValue"));
            } else {
                secrets.put(name(setting.group("listed")), setting.group("listedValue"));
            }
        }
        setting.appendTail(kept);
        return secrets.isEmpty() ? text : kept.toString().replaceFirst("[?&,]$", "");
    }

    private static String name(String written) {
        return written.toLowerCase(Locale.ROOT).equals(PASSWORD) ? PASSWORD : written;
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException asItIs) {
            return value;
        }
    }
}
