package io.posture.cli;

import io.posture.io.ItemLocations;
import io.posture.io.run.PlainText;
import io.posture.io.run.RunFolder;
import io.posture.io.writeback.Approvals;
import io.posture.io.writeback.Field;
import io.posture.io.writeback.Guards;
import io.posture.io.writeback.Target;
import io.posture.io.writeback.WriteBack;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Decisions back into the system that they came from. */
@Command(
        name = "export",
        description = {
            "Writes the approved changes of a run for the system that its data came from, with a file that undoes them and"
                    + " a cover sheet. Files appear together or not at all; the run is verified first and never changed.",
            "",
            "Cells are exact, for machines: do not open and save the files with a spreadsheet. Approvals are a CSV file"
                    + " with the columns item_id, approved_by, approved_on and, where it matters, location_id."
        })
final class ExportCommand implements Callable<Integer> {

    private static final String APPROVED = "approved";
    private static final String ALL = "all";
    private static final int HELP_WIDTH = 99;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final RunOption run = new RunOption();

    @Option(
            names = "--to",
            required = true,
            paramLabel = "TARGET",
            converter = ToTarget.class,
            description = "the system, one of those below")
    private Target target = Target.GENERIC;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "exports",
            description = "folder for exports, each in a folder TARGET-RUN of its own; default: ${DEFAULT-VALUE}")
    private Path out = Path.of("exports");

    @Option(
            names = "--only",
            paramLabel = "approved|all",
            defaultValue = APPROVED,
            description = "which decisions, default: ${DEFAULT-VALUE}")
    private String only = APPROVED;

    @Option(names = "--approvals", paramLabel = "FILE", description = "who approved what")
    private Optional<Path> approvals = Optional.empty();

    @Option(
            names = "--fields",
            split = ",",
            paramLabel = "FIELD",
            converter = ToField.class,
            description = "quantities to write: safety_stock, reorder_point, max, order_quantity; default: those of the"
                    + " target whose current values the data hold")
    private List<Field> fields = new ArrayList<>();

    @Option(
            names = "--max-change-pct",
            paramLabel = "P",
            description = "refuse rows that change a quantity by more than this many percent")
    private Optional<BigDecimal> maxChangePercent = Optional.empty();

    @Option(
            names = "--max-change-value",
            paramLabel = "MONEY",
            description = "refuse rows that change a quantity by more than this value at unit cost")
    private Optional<BigDecimal> maxChangeValue = Optional.empty();

    @Option(
            names = "--current",
            paramLabel = "FILE",
            description = "the table item_locations as it is now: refuse rows that are not as the run saw them")
    private Optional<Path> current = Optional.empty();

    @Option(
            names = "--without-rollback",
            description = "also write quantities whose old value nobody knows; the cover sheet says so")
    private boolean withoutRollback;

    @Option(
            names = "--decimal",
            paramLabel = ".|,",
            defaultValue = ".",
            description = "decimal sign; with a comma, cells are separated by semicolons; default: ${DEFAULT-VALUE}")
    private String decimal = ".";

    @Option(names = "--replace", description = "replace an earlier export of the run to the target")
    private boolean replace;

    ExportCommand() {}

    /** Adds what cannot be written in an annotation: the targets, and how sure each is. */
    @Spec
    void describe(CommandSpec command) {
        Stream<String> targets = Stream.of(Target.values()).flatMap(ExportCommand::described);
        command.usageMessage()
                .footer(Stream.of(
                                Stream.of("", "Targets:"),
                                targets,
                                Stream.of(
                                        "",
                                        "Example:",
                                        "  posture export --to sap-mm17 --approvals approved.csv --max-change-value 5000"))
                        .flatMap(lines -> lines)
                        .toArray(String[]::new));
    }

    private static Stream<String> described(Target target) {
        String head =
                String.format("  %-20s %-12s ", target.id(), target.status().id());
        List<String> columns = PlainText.wrap(String.join(", ", target.columnNames()), HELP_WIDTH - head.length(), "");
        return IntStream.range(0, columns.size())
                .mapToObj(i -> (i == 0 ? head : " ".repeat(head.length())) + columns.get(i));
    }

    /** A target, as an argument. */
    static final class ToTarget implements ITypeConverter<Target> {

        ToTarget() {}

        @Override
        public Target convert(String text) {
            return Target.find(text)
                    .orElseThrow(() ->
                            new TypeConversionException("there is no target '" + text + "'. Targets: " + Target.ids()));
        }
    }

    /** A quantity, as an argument. */
    static final class ToField implements ITypeConverter<Field> {

        ToField() {}

        @Override
        public Field convert(String text) {
            return Field.find(text.strip())
                    .orElseThrow(() -> new TypeConversionException("there is no field '" + text + "'. Fields: "
                            + Stream.of(Field.values()).map(Field::id).toList()));
        }
    }

    @Override
    public Integer call() {
        Console console = common.console();
        RunFolder finished = run.run("export", console);
        if (!decimal.equals(".") && !decimal.equals(",")) {
            throw new CommandException(ExitCode.USAGE, "--decimal is . or , and was '" + decimal + "'");
        }
        WriteBack done = WriteBack.export(
                new WriteBack.Request(
                        finished.path(),
                        out,
                        target,
                        fields,
                        approved(),
                        new Guards(maxChangePercent, maxChangeValue, current.map(ItemLocations::read), withoutRollback),
                        decimal.equals(","),
                        replace),
                console::note);
        console.result(common.json() ? done.json() : done.text());
        done.folder().ifPresent(path -> console.note("Export folder: " + path));
        return ExitCode.DONE;
    }

    /** The approvals; none if everything is to be exported. */
    private Optional<Approvals> approved() {
        if (!only.equals(APPROVED) && !only.equals(ALL)) {
            throw new CommandException(ExitCode.USAGE, "--only is approved or all, and was '" + only + "'");
        }
        if (only.equals(ALL) && approvals.isPresent()) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "--only all exports everything, so --approvals has no effect. Leave one of them out.");
        }
        if (only.equals(APPROVED) && approvals.isEmpty()) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "nothing is approved, so nothing was written. Approve items in a CSV file with the columns"
                            + " item_id,approved_by,approved_on (and location_id where it matters), a row such as"
                            + " 4711-X,anna,2026-11-20, and add --approvals FILE; or export everything with --only all.");
        }
        return approvals.map(Approvals::read);
    }
}
