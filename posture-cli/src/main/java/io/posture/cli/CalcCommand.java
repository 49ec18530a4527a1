package io.posture.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.posture.core.plugin.Calculation;
import io.posture.core.plugin.PluginCatalog;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Any quantity by its topic name. */
@Command(
        name = "calc",
        description = "Calculates any quantity by its topic name. A TOPIC alone shows its inputs, formula and source.",
        footer = {
            "",
            "Example:",
            "  posture calc buf.zFormula --set demandMean=20 --set demandSd=8 --set leadMean=9 --set leadSd=2 --set csl=0.95",
            "  posture calc demand.stats --inputs '{\"series\": [12, 15, 9]}'",
            "  posture calc --file questions.json > answers.json",
            "",
            "FILE holds [{id, topic, inputs}], or an object whose 'vectors' is such an array. Printed is one array in",
            "the same order, {id, topic, result} or {id, topic, error: {code, message}}. A file that breaks off leaves",
            "the array open and ends with exit code 3."
        })
final class CalcCommand implements Callable<Integer> {

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final PluginsCommand.Folder folder = new PluginsCommand.Folder();

    @Parameters(paramLabel = "TOPIC", arity = "0..1", description = "what to calculate, for example buf.zFormula")
    private Optional<String> topic = Optional.empty();

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "an input; the value is read as JSON, else as text; wins over --inputs")
    private List<String> settings = List.of();

    @Option(names = "--inputs", paramLabel = "JSON", description = "all inputs as one JSON object")
    private Optional<String> inputs = Optional.empty();

    @Option(names = "--file", paramLabel = "FILE", description = "answer the questions of a file; - is standard input")
    private Optional<String> file = Optional.empty();

    @Option(
            names = "--check",
            description = "compare with 'expected' within 'tolerance' instead; exit code 1 if anything differs")
    private boolean check;

    @Option(names = "--list", description = "show every topic with its inputs, formula and source")
    private boolean list;

    CalcCommand() {}

    @Override
    public Integer call() {
        requireOneTask();
        Console console = common.console();
        try (PluginCatalog catalog = Plugins.sound(folder.path())) {
            if (list) {
                console.result(
                        common.json()
                                ? CalculationPages.json(catalog, List.copyOf(catalog.topics()))
                                : CalculationPages.list(catalog));
                return ExitCode.DONE;
            }
            return file.isPresent() ? answerFile(file.get(), catalog, console) : answerOne(catalog, console);
        }
    }

    private void requireOneTask() {
        int tasks = (topic.isPresent() ? 1 : 0) + (file.isPresent() ? 1 : 0) + (list ? 1 : 0);
        if (tasks != 1) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "calc needs one of TOPIC, --file FILE and --list. Maybe posture calc --list shows what is meant.");
        }
        if (topic.isEmpty() && (inputs.isPresent() || !settings.isEmpty())) {
            throw new CommandException(
                    ExitCode.USAGE, "--set and --inputs belong to a TOPIC. Maybe: posture calc TOPIC --set NAME=VALUE");
        }
        if (check && file.isEmpty()) {
            throw new CommandException(
                    ExitCode.USAGE, "--check belongs to a file. Maybe: posture calc --file FILE --check");
        }
    }

    private int answerFile(String path, PluginCatalog catalog, Console console) {
        if (check) {
            CalculationCheck comparison = new CalculationCheck();
            CalculationFile.answer(path, catalog, comparison::add);
            console.result(common.json() ? comparison.json() : comparison.text());
            return comparison.sound() ? ExitCode.DONE : ExitCode.CHECK_FAILED;
        }
        StringBuilder separator = new StringBuilder("[\n");
        CalculationFile.answer(path, catalog, answer -> {
            console.part(separator + answer.document().toString());
            separator.setLength(0);
            separator.append(",\n");
        });
        console.result(separator.charAt(0) == '[' ? "[]" : "\n]");
        return ExitCode.DONE;
    }

    private int answerOne(PluginCatalog catalog, Console console) {
        String name = topic.orElseThrow();
        Calculation calculation = catalog.findCalculation(name)
                .orElseThrow(() -> new CommandException(ExitCode.USAGE, CalculationEntry.unknownTopic(name, catalog)));
        if (inputs.isEmpty() && settings.isEmpty()) {
            console.result(
                    common.json() ? CalculationPages.json(catalog, List.of(name)) : CalculationPages.help(calculation));
            return ExitCode.DONE;
        }
        ObjectNode question = JsonNodeFactory.instance.objectNode().put("topic", name);
        question.set("inputs", arguments());
        CalculationEntry answer = CalculationEntry.answer(catalog, question);
        if (answer.refusal().isPresent()) {
            throw new CommandException(
                    ExitCode.USAGE,
                    answer.refusal().get().message() + "\nMaybe posture calc " + name + " shows what is meant.");
        }
        console.result(
                common.json()
                        ? JsonNodeFactory.instance
                                .objectNode()
                                .put("schema", "posture/calculation/v1")
                                .put("topic", name)
                                .<ObjectNode>set("inputs", question.get("inputs"))
                                .<ObjectNode>set("result", answer.result())
                                .toPrettyString()
                        : answer.result().toPrettyString());
        return ExitCode.DONE;
    }

    private ObjectNode arguments() {
        ObjectNode arguments = JsonNodeFactory.instance.objectNode();
        if (inputs.isPresent()) {
            try {
                JsonNode tree = Json.READER.readTree(inputs.get());
                if (!(tree instanceof ObjectNode object)) {
                    throw new CommandException(
                            ExitCode.USAGE, "--inputs must be one JSON object {\"name\": value}, was " + inputs.get());
                }
                arguments.setAll(object);
            } catch (JsonProcessingException problem) {
                throw new CommandException(
                        ExitCode.USAGE, "--inputs is no valid JSON: " + problem.getOriginalMessage(), problem);
            }
        }
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw new CommandException(ExitCode.USAGE, "--set needs NAME=VALUE, was '" + setting + "'");
            }
            arguments.set(setting.substring(0, equals), value(setting.substring(equals + 1)));
        }
        return arguments;
    }

    private static JsonNode value(String text) {
        try {
            JsonNode value = Json.READER.readTree(text);
            return value.isMissingNode() ? TextNode.valueOf(text) : value;
        } catch (JsonProcessingException plainText) {
            return TextNode.valueOf(text);
        }
    }

    /** Made when it is needed: every command starts by looking at all of them. */
    private static final class Json {
        private static final ObjectMapper READER = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }
}
