package io.posture.io;

import io.posture.io.csv.CsvOutput;
import io.posture.io.input.NearestNames;
import io.posture.io.jsonl.JsonLinesOutput;
import io.posture.io.sink.OutputFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The formats that results can be written in beside CSV, which is always written. Immutable. */
public final class OutputFormats {

    private static final String ALWAYS = "csv";

    private final Map<String, OutputFormat> byId;

    private OutputFormats(Map<String, OutputFormat> byId) {
        this.byId = byId;
    }

    /** JSON lines, and those that the class path and the module path bring. */
    public static OutputFormats installed() {
        List<OutputFormat> found = new ArrayList<>(List.of(new JsonLinesOutput()));
        ServiceLoader.load(OutputFormat.class, OutputFormats.class.getClassLoader())
                .forEach(found::add);
        return of(found);
    }

    /**
     * These formats.
     *
     * @throws IllegalStateException if two have one name, or a name is not made of lower case letters and digits
     */
    static OutputFormats of(List<OutputFormat> formats) {
        Map<String, OutputFormat> byId = new TreeMap<>();
        for (OutputFormat format : formats) {
            String id = format.id();
            if (!id.matches("[a-z0-9]{1,16}") || id.equals(ALWAYS)) {
                throw new IllegalStateException(
                        "'" + id + "' cannot be the name of an output format, need up to 16 lower"
                                + " case letters and digits other than " + ALWAYS + ": "
                                + format.getClass().getName());
            }
            OutputFormat other = byId.putIfAbsent(id, format);
            if (other != null) {
                throw new IllegalStateException("two output formats are called '" + id + "': "
                        + other.getClass().getName() + " and "
                        + format.getClass().getName());
            }
        }
        return new OutputFormats(byId);
    }

    /** Names of all formats. */
    public List<String> ids() {
        List<String> ids = new ArrayList<>(List.of(ALWAYS));
        ids.addAll(byId.keySet());
        return ids;
    }

    /**
     * A format by its name, CSV among them.
     *
     * @throws IllegalArgumentException if it is not installed, naming those that are
     */
    public OutputFormat any(String name) {
        return name.equals(ALWAYS) ? new CsvOutput() : named(List.of(name)).get(0);
    }

    /**
     * Formats by their names, whatever their order and case; CSV is written without being named.
     *
     * @throws IllegalArgumentException if one is not installed, naming those that are
     */
    public List<OutputFormat> named(List<String> names) {
        Map<String, OutputFormat> named = new TreeMap<>();
        for (String name : names) {
            String id = name.strip().toLowerCase(Locale.ROOT);
            OutputFormat format = byId.get(id);
            if (format != null) {
                named.put(id, format);
            } else if (!id.equals(ALWAYS)) {
                throw new IllegalArgumentException("no output format '" + name.strip() + "' is installed. Installed: "
                        + ids() + "." + NearestNames.maybe(id, ids())
                        + " Maybe the jar that brings it is missing from the class path.");
            }
        }
        return List.copyOf(named.values());
    }
}
