package io.posture.cli;

import io.posture.io.DataSet;
import io.posture.io.Profiles;
import io.posture.io.input.InputFile;
import io.posture.io.run.BesideRun;
import io.posture.io.run.RunInputs;
import io.posture.io.source.StoreAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which data to read. */
final class DataOptions {

    @Parameters(
            paramLabel = "DATA",
            arity = "0..*",
            description =
                    "a folder of tables, single files called after their tables, table=path, or a database by its JDBC"
                            + " URL; files that none is called after are read through the profile that fits their"
                            + " headers")
    private List<String> data = List.of();

    @Option(
            names = {"--mapping", "--profile"},
            paramLabel = "NAME|FILE",
            description =
                    "how files that are no canonical tables are to be read: a shipped profile, see posture profile"
                            + " list, or a mapping file")
    private Optional<String> mapping = Optional.empty();

    @Mixin
    private final NotationOptions notation = new NotationOptions();

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
                false,
                data.stream().map(DataOptions::absolute).toList(),
                profile(),
                mappingFile().map(Path::toAbsolutePath),
                notation.notation(),
                add());
    }

    /** Rejects that were put right. */
    List<Path> add() {
        return add.stream().map(Path::toAbsolutePath).toList();
    }

    /**
     * The files as they were named.
     *
     * @param libraries class loaders of jars that the user added
     */
    DataSet dataSet(List<ClassLoader> libraries) {
        return dataSet(new RunInputs(false, data, profile(), mappingFile(), notation.notation(), add), libraries);
    }

    /**
     * The files as they were named, of which demand alone is wanted.
     *
     * @param libraries class loaders of jars that the user added
     */
    DataSet demand(List<ClassLoader> libraries) {
        return profile().isEmpty() && mappingFile().isEmpty()
                ? DataSet.demandOf(data, notation.notation(), libraries)
                        .with(add.stream().map(InputFile::of).toList())
                : dataSet(libraries);
    }

    private Optional<String> profile() {
        return mapping.filter(Profiles::has);
    }

    private Optional<Path> mappingFile() {
        return mapping.filter(name -> !Profiles.has(name)).map(Path::of);
    }

    /** The inputs of a run in a folder, with what people wrote down beside it. */
    static DataSet dataSet(RunInputs inputs, List<ClassLoader> libraries, Path run) {
        return dataSet(inputs, libraries).withRecords(BesideRun.overrides(run), BesideRun.reviews(run));
    }

    static DataSet dataSet(RunInputs inputs, List<ClassLoader> libraries) {
        return files(inputs, libraries)
                .with(inputs.add().stream().map(InputFile::of).toList());
    }

    private static DataSet files(RunInputs inputs, List<ClassLoader> libraries) {
        if (inputs.demo()) {
            return DataSet.demo();
        }
        if (inputs.profile().isPresent()) {
            return DataSet.profile(inputs.profile().get(), inputs.data(), inputs.notation(), libraries);
        }
        if (inputs.mapping().isPresent()) {
            Path file = inputs.mapping().get();
            if (!Files.isRegularFile(file)) {
                throw Profiles.unknown(file.toString());
            }
            return DataSet.mapped(file, inputs.data(), inputs.notation(), libraries);
        }
        return DataSet.of(inputs.data(), inputs.notation(), libraries);
    }

    private static String absolute(String argument) {
        if (StoreAddress.find(argument).isPresent()) {
            return argument;
        }
        int equals = argument.indexOf('=');
        if (Files.exists(Path.of(argument)) || equals < 0) {
            return Path.of(argument).toAbsolutePath().toString();
        }
        return argument.substring(0, equals + 1)
                + Path.of(argument.substring(equals + 1)).toAbsolutePath();
    }
}
