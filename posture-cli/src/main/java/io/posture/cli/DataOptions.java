package io.posture.cli;

import io.posture.io.DataSet;
import io.posture.io.input.InputFile;
import io.posture.io.run.RunInputs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which data to read. */
final class DataOptions {

    @Parameters(
            paramLabel = "DATA",
            arity = "0..*",
            description = "a folder of tables, single files called after their tables, or table=path")
    private List<String> data = List.of();

    @Option(
            names = {"--mapping", "--profile"},
            paramLabel = "FILE",
            description = "how files that are no canonical tables are to be read")
    private Optional<Path> mapping = Optional.empty();

    @Option(
            names = "--add",
            paramLabel = "REJECTS",
            description = "a rejects.csv of a run on the same data whose column raw was put right: its rows take the"
                    + " place of those that were set aside")
    private List<Path> add = List.of();

    DataOptions() {}

    /** Whether nothing was said. */
    boolean none() {
        return data.isEmpty() && mapping.isEmpty();
    }

    /** The data, with paths that hold from any folder. */
    RunInputs inputs() {
        return new RunInputs(
                false, data.stream().map(DataOptions::absolute).toList(), mapping.map(Path::toAbsolutePath), add());
    }

    /** Rejects that were put right. */
    List<Path> add() {
        return add.stream().map(Path::toAbsolutePath).toList();
    }

    /** The files as they were named. */
    DataSet dataSet() {
        return dataSet(new RunInputs(false, data, mapping, add));
    }

    static DataSet dataSet(RunInputs inputs) {
        return files(inputs).with(inputs.add().stream().map(InputFile::of).toList());
    }

    private static DataSet files(RunInputs inputs) {
        if (inputs.demo()) {
            return DataSet.demo();
        }
        if (inputs.mapping().isPresent()) {
            Path file = inputs.mapping().get();
            if (!Files.isRegularFile(file)) {
                throw new CommandException(
                        ExitCode.USAGE, "there is no mapping file " + file + ". Maybe the path is misspelt.");
            }
            return DataSet.mapped(file, inputs.data());
        }
        return DataSet.of(inputs.data());
    }

    private static String absolute(String argument) {
        int equals = argument.indexOf('=');
        if (Files.exists(Path.of(argument)) || equals < 0) {
            return Path.of(argument).toAbsolutePath().toString();
        }
        return argument.substring(0, equals + 1)
                + Path.of(argument.substring(equals + 1)).toAbsolutePath();
    }
}
