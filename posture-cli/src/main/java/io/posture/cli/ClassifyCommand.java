package io.posture.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posture.api.DemandClass;
import io.posture.core.plugin.PluginCatalog;
import io.posture.io.DemandClasses;
import io.posture.io.OutputFormats;
import io.posture.io.input.RejectWriter;
import io.posture.io.input.SourceAccount;
import io.posture.io.policy.Policy;
import io.posture.io.run.CompleteFile;
import io.posture.io.run.DemandClassesTable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Demand patterns of a history of any length. */
@Command(
        name = "classify",
        description = {
            "Reads demand alone, however long the history is, and writes every item's pattern: SMOOTH, ERRATIC,"
                    + " INTERMITTENT or LUMPY, with mean and deviation of its weeks.",
            "Needs no items, decides nothing."
        },
        footer = {"", "Example:", "  posture classify demand=sales.csv --out classes.csv"})
final class ClassifyCommand implements Callable<Integer> {

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final DataOptions data = new DataOptions();

    @Mixin
    private final PolicyOptions policies = new PolicyOptions();

    @Mixin
    private final PluginsCommand.Folder plugins = new PluginsCommand.Folder();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "where the classes go; its ending says in which format: csv, or one that is installed")
    private Path out = Path.of("classes.csv");

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description = "where rows that were set aside go; default: FILE.rejects.csv beside the classes")
    private Optional<Path> rejects = Optional.empty();

    ClassifyCommand() {}

    @Override
    public Integer call() {
        Console console = common.console();
        if (data.none()) {
            throw new CommandException(
                    ExitCode.USAGE, "no DATA was given. Maybe: posture classify demand=FILE.csv --out classes.csv");
        }
        ResultFile file = ResultFile.named(out);
        Policy policy = policies.policy();
        DemandClasses classes = classes(policy, console);
        classes.notes().forEach(note -> console.note(note.text()));
        List<String> tooMany = classes.sources().stream()
                .flatMap(source -> source.tooManyRejects(policy.maxRejectRate()).stream())
                .toList();
        RejectNotes.examples(classes.rejects()).forEach(console::note);
        if (!tooMany.isEmpty()) {
            tooMany.forEach(console::problem);
            return ExitCode.INPUT_UNUSABLE;
        }
        Map<DemandClass, Integer> counts = new EnumMap<>(DemandClass.class);
        file.write(
                "demand-classes",
                DemandClassesTable.COLUMNS,
                table -> counts.putAll(DemandClassesTable.write(classes, table)));
        if (!classes.rejects().isEmpty()) {
            writeRejects(classes);
        }
        console.result(common.json() ? json(classes, counts) : text(classes, counts));
        return ExitCode.DONE;
    }

    /** Plugins take no part; a driver of a database may lie among them. */
    private DemandClasses classes(Policy policy, Console console) {
        if (plugins.path().isEmpty()) {
            return DemandClasses.read(data.demand(List.of()), policy.profile(), console::reading);
        }
        try (PluginCatalog catalog = Plugins.sound(plugins.path())) {
            return DemandClasses.read(data.demand(catalog.libraries()), policy.profile(), console::reading);
        }
    }

    private Path rejectsFile() {
        return rejects.orElseGet(() -> out.resolveSibling(out.getFileName() + ".rejects.csv"));
    }

    private void writeRejects(DemandClasses classes) {
        CompleteFile.write(rejectsFile(), (OutputStream target) -> {
            try (RejectWriter writer = new RejectWriter(
                    OutputFormats.installed().any("csv").begin(target, "rejects", RejectWriter.COLUMNS))) {
                classes.rejects().forEach(reject -> {
                    try {
                        writer.write(reject);
                    } catch (IOException problem) {
                        throw new UncheckedIOException(problem);
                    }
                });
            }
        });
    }

    private static long rows(DemandClasses classes) {
        return classes.sources().stream().mapToLong(SourceAccount::rows).sum();
    }

    private String text(DemandClasses classes, Map<DemandClass, Integer> counts) {
        String byClass = counts.entrySet().stream()
                .map(entry -> String.format(Locale.ROOT, "%s %,d", entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("  "));
        return String.format(
                Locale.ROOT,
                "Read      %,d rows, set aside %,d%s%nAs of     %s%nItems     %,d: %s%nWritten   %s",
                rows(classes),
                classes.rejects().size(),
                classes.rejects().isEmpty() ? "" : " -> " + rejectsFile(),
                classes.asOf(),
                classes.size(),
                byClass,
                out);
    }

    private String json(DemandClasses classes, Map<DemandClass, Integer> counts) {
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("schema", "posture/demand-classes/v1")
                .put("as_of", classes.asOf().toString())
                .put("rows", rows(classes))
                .put("rejected", classes.rejects().size())
                .put("items", classes.size())
                .put("file", out.toString());
        ObjectNode byClass = document.putObject("classes");
        counts.forEach((demandClass, count) -> byClass.put(demandClass.name(), count));
        return document.toPrettyString();
    }
}
