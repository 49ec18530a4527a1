package io.posture.io.scenario;

import io.posture.io.input.InputFile;
import io.posture.io.input.MappingException;
import io.posture.io.input.NearestNames;
import io.posture.io.mapping.YamlNode;
import io.posture.io.mapping.YamlReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Scenarios as a YAML file has them: what is put to the test, in words that are not yet read.
 *
 * @param name name of the file
 * @param scenarios at least one, in the order written
 */
public record ScenarioFile(String name, List<Scenario> scenarios) {

    private static final String VERSION = "stress";
    private static final String SCENARIOS = "scenarios";
    private static final String NAME = "name";
    private static final String SHOCKS = "shocks";
    private static final String FOR = "for";
    private static final String AFTER = "after";

    /** Copies. */
    public ScenarioFile {
        scenarios = List.copyOf(scenarios);
    }

    /**
     * Shocks that go together.
     *
     * @param line where it begins in the file
     * @param name its name
     * @param shocks at least one
     */
    public record Scenario(int line, String name, List<Line> shocks) {

        /** Copies. */
        public Scenario {
            shocks = List.copyOf(shocks);
        }
    }

    /**
     * A shock.
     *
     * @param line where it stands in the file
     * @param kind what it is
     * @param what the value of its key: {@code V-2031}, {@code +50%}, {@code x3}
     * @param lasts how long, {@code 30d}; empty if nothing is said
     * @param after from the end of which day on, {@code 10d}; empty for at once
     */
    public record Line(int line, Kind kind, String what, String lasts, String after) {}

    /** Kinds of shocks, each named by its key. */
    public enum Kind {
        /** A supplier delivers nothing. */
        SUPPLIER_DOWN,
        /** A lane is closed. */
        LANE_CLOSED,
        /** A region fails with all that lies in it. */
        REGION_DOWN,
        /** A node of any kind fails. */
        NODE_DOWN,
        /** Demand rises. */
        DEMAND,
        /** Lead times grow. */
        LEAD_TIMES;

        /** The key. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Reads a file.
     *
     * @throws ScenarioException if it is missing, no YAML, or no file of scenarios; the message names the line
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public static ScenarioFile read(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new ScenarioException("there is no scenario file " + path + ". Maybe the path is misspelt.");
        }
        String file = String.valueOf(path.getFileName());
        YamlNode.Entries root;
        try {
            root = YamlReader.read(InputFile.of(path));
        } catch (MappingException noYaml) {
            throw new ScenarioException(String.valueOf(noYaml.getMessage()), noYaml);
        }
        return new Reader(file).file(root);
    }

    /** Reads the parts of a file. */
    private record Reader(String file) {

        ScenarioFile file(YamlNode.Entries root) {
            only(root, "the file", List.of(VERSION, SCENARIOS));
            if (!text(root, VERSION, "the file").equals("v1")) {
                throw problem(root.line(), VERSION + " must be v1, the only version there is");
            }
            List<Scenario> scenarios = new ArrayList<>();
            Set<String> names = new HashSet<>();
            for (YamlNode node : items(root, SCENARIOS, "the file")) {
                Scenario scenario = scenario(entries(node, "a scenario"));
                if (!names.add(scenario.name())) {
                    throw problem(scenario.line(), "two scenarios are called '" + scenario.name() + "'. Rename one.");
                }
                scenarios.add(scenario);
            }
            return new ScenarioFile(file, scenarios);
        }

        private Scenario scenario(YamlNode.Entries entries) {
            only(entries, "a scenario", List.of(NAME, SHOCKS));
            String name = text(entries, NAME, "a scenario");
            List<Line> shocks = items(entries, SHOCKS, "scenario '" + name + "'").stream()
                    .map(node -> shock(entries(node, "a shock of scenario '" + name + "'")))
                    .toList();
            return new Scenario(entries.line(), name, shocks);
        }

        private Line shock(YamlNode.Entries entries) {
            List<String> kinds = Arrays.stream(Kind.values()).map(Kind::key).toList();
            List<String> keys = new ArrayList<>(kinds);
            keys.addAll(List.of(FOR, AFTER));
            only(entries, "a shock", keys);
            List<String> said =
                    kinds.stream().filter(entries.nodes()::containsKey).toList();
            if (said.size() != 1) {
                throw problem(
                        entries.line(),
                        "a shock needs one of " + kinds + ", has " + (said.isEmpty() ? "none" : said)
                                + ". Write two shocks below each other.");
            }
            return new Line(
                    entries.line(),
                    Kind.valueOf(said.get(0).toUpperCase(Locale.ROOT)),
                    text(entries, said.get(0), "a shock"),
                    entries.nodes().containsKey(FOR) ? text(entries, FOR, "a shock") : "",
                    entries.nodes().containsKey(AFTER) ? text(entries, AFTER, "a shock") : "");
        }

        private void only(YamlNode.Entries entries, String who, List<String> keys) {
            for (Map.Entry<String, YamlNode> entry : entries.nodes().entrySet()) {
                if (!keys.contains(entry.getKey())) {
                    throw problem(
                            entry.getValue().line(),
                            "unknown key '" + entry.getKey() + "' in " + who + ". Keys: " + keys + "."
                                    + NearestNames.maybe(entry.getKey(), keys));
                }
            }
        }

        private String text(YamlNode.Entries entries, String key, String who) {
            YamlNode node = entries.nodes().get(key);
            if (node instanceof YamlNode.Text text && !text.text().isBlank()) {
                return text.text().strip();
            }
            throw problem(line(entries, key), who + " needs '" + key + ": ' with a text");
        }

        private List<YamlNode> items(YamlNode.Entries entries, String key, String who) {
            YamlNode node = entries.nodes().get(key);
            if (node instanceof YamlNode.Items items && !items.nodes().isEmpty()) {
                return items.nodes();
            }
            throw problem(line(entries, key), who + " needs '" + key + ":' with a list of at least one");
        }

        private YamlNode.Entries entries(YamlNode node, String who) {
            if (node instanceof YamlNode.Entries entries) {
                return entries;
            }
            throw problem(
                    node.line(), who + " must consist of keys and values, like {supplier_down: V-2031, for: 30d}");
        }

        private static int line(YamlNode.Entries entries, String key) {
            return Optional.ofNullable(entries.nodes().get(key))
                    .map(YamlNode::line)
                    .orElse(entries.line());
        }

        private ScenarioException problem(int line, String what) {
            return new ScenarioException(file + ":" + line + " " + what);
        }
    }
}
