package io.posture.io;

import io.posture.io.input.FileNotation;
import io.posture.io.input.InputException;
import io.posture.io.input.InputFile;
import io.posture.io.input.MappingException;
import io.posture.io.input.Note;
import io.posture.io.mapping.Mapping;
import io.posture.io.mapping.SourceSpec;
import io.posture.io.mapping.TableMapping;
import io.posture.io.source.StoreAddress;
import io.posture.io.table.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The files of one run and what each of them is. Nothing but headers is read from them before the import. */
public final class DataSet {

    private final String name;
    private final Optional<Mapping> mapping;
    private final Optional<UsedMapping> used;
    private final Map<String, List<InputFile>> files;
    private final List<Note> notes;
    private final OpenedTables tables;
    private final List<InputFile> repairs;
    private final String currency;
    private final Map<Table, List<InputFile>> beside;

    private DataSet(
            String name,
            Optional<Mapping> mapping,
            Optional<UsedMapping> used,
            Map<String, List<InputFile>> files,
            List<Note> notes,
            OpenedTables tables,
            List<InputFile> repairs,
            String currency,
            Map<Table, List<InputFile>> beside) {
        this.name = name;
        this.mapping = mapping;
        this.used = used;
        this.files = files;
        this.notes = List.copyOf(notes);
        this.tables = tables;
        this.repairs = repairs;
        this.currency = currency;
        this.beside = beside;
    }

    /**
     * Canonical tables; or, where no file is called after one, files that a shipped profile fits by their headers.
     *
     * @param arguments folders, single files, stores, or {@code table=path}
     * @throws InputException if a file is missing or cannot be told, if items or demand are not given, or if several profiles
     *     fit equally well
     */
    public static DataSet of(List<String> arguments) {
        return of(arguments, FileNotation.OPEN);
    }

    /** As {@link #of(List, FileNotation, List)}, without jars that the user added. */
    public static DataSet of(List<String> arguments, FileNotation said) {
        return of(arguments, said, List.of());
    }

    /**
     * Canonical tables; or, where no file is called after one, files that a shipped profile fits by their headers.
     *
     * @param arguments folders, single files, stores, or {@code table=path}
     * @param said how the files are written where the profile leaves it open
     * @param libraries class loaders of jars that the user added, in which a driver of a store may be
     * @throws InputException if a file is missing or cannot be told, if items or demand are not given, or if several profiles
     *     fit equally well
     */
    public static DataSet of(List<String> arguments, FileNotation said, List<ClassLoader> libraries) {
        return with(libraries, tables -> found(arguments, said, tables, List.of(Table.ITEMS, Table.DEMAND)));
    }

    /**
     * The same where demand alone is wanted.
     *
     * @throws InputException as above, but items need not be given
     */
    public static DataSet demandOf(List<String> arguments, FileNotation said, List<ClassLoader> libraries) {
        return with(libraries, tables -> found(arguments, said, tables, List.of(Table.DEMAND)));
    }

    private static DataSet found(List<String> arguments, FileNotation said, OpenedTables tables, List<Table> needed) {
        GivenFiles given = GivenFiles.of(arguments, tables);
        boolean canonical = given.files().stream()
                .anyMatch(file -> file.named() || Table.find(file.label()).isPresent());
        if (!canonical && !given.files().isEmpty()) {
            ProfileDetection detection = ProfileDetection.of(given.tables(tables), tables);
            Optional<ProfileFile> found = Profiles.decided(detection);
            if (found.isPresent()) {
                return through(found.get(), said, true, given, GivenFiles.bundled(found.get()), tables);
            }
        }
        return canonical(arguments, given, tables, needed);
    }

    private static DataSet canonical(
            List<String> arguments, GivenFiles given, OpenedTables tables, List<Table> neededTables) {
        List<String> shown =
                arguments.stream().map(StoreAddress::withoutSecrets).toList();
        Map<String, List<InputFile>> files = new LinkedHashMap<>();
        List<InputFile> left = new ArrayList<>();
        for (GivenFiles.Given file : given.files()) {
            Optional<Table> table = Table.find(file.label());
            if (table.isPresent()) {
                addTable(files.computeIfAbsent(table.get().id(), id -> new ArrayList<>()), file, table.get());
            } else if (file.fromFolder()) {
                left.add(file.file());
            } else {
                throw given.unknown(file, Table.ids());
            }
        }
        for (Table needed : neededTables) {
            if (!files.containsKey(needed.id())) {
                throw new InputException("there is no table '" + needed.id() + "' in " + shown + ". Tables found: "
                        + files.keySet() + ". Maybe add " + needed.id() + "=FILE.csv, or use a mapping."
                        + Profiles.fitting(ProfileDetection.of(
                                given.tables(tables).stream()
                                        .filter(tables::opens)
                                        .toList(),
                                tables)));
            }
        }
        List<Note> notes = GivenFiles.notRead(left, "is none of the tables " + Table.ids() + " and was not read");
        return new DataSet(
                String.join(" ", shown),
                Optional.empty(),
                Optional.empty(),
                files,
                notes,
                tables,
                List.of(),
                "",
                Map.of());
    }

    /**
     * Files as they come, through a mapping of the user's.
     *
     * @param mappingFile the mapping
     * @param arguments files, folders, stores, or {@code source=path} with the names that the mapping gives its sources; files
     *     beside the mapping are found without being named
     * @throws InputException if a source of the mapping is not found
     * @throws MappingException if the mapping cannot be used
     */
    public static DataSet mapped(Path mappingFile, List<String> arguments) {
        return mapped(mappingFile, arguments, FileNotation.OPEN);
    }

    /** As {@link #mapped(Path, List, FileNotation, List)}, without jars that the user added. */
    public static DataSet mapped(Path mappingFile, List<String> arguments, FileNotation said) {
        return mapped(mappingFile, arguments, said, List.of());
    }

    /**
     * Files as they come, through a mapping of the user's.
     *
     * @param mappingFile the mapping
     * @param arguments as above
     * @param said how the files are written where the mapping leaves it open
     * @param libraries class loaders of jars that the user added, in which a driver of a store may be
     * @throws InputException if a source of the mapping is not found
     * @throws MappingException if the mapping cannot be used
     */
    public static DataSet mapped(
            Path mappingFile, List<String> arguments, FileNotation said, List<ClassLoader> libraries) {
        return with(
                libraries,
                tables -> through(
                        ProfileFile.own(InputFile.of(mappingFile)),
                        said,
                        false,
                        GivenFiles.of(arguments, tables),
                        GivenFiles.in(mappingFile.toAbsolutePath().getParent(), tables.formats()),
                        tables));
    }

    /** As {@link #profile(String, List, FileNotation, List)}, without jars that the user added. */
    public static DataSet profile(String profile, List<String> arguments, FileNotation said) {
        return profile(profile, arguments, said, List.of());
    }

    /**
     * Files as they come, through a shipped profile.
     *
     * @param profile its id
     * @param arguments files, folders, stores, or {@code source=path} with the names that the profile gives its sources
     * @param said how the files are written where the profile leaves it open
     * @param libraries class loaders of jars that the user added, in which a driver of a store may be
     * @throws MappingException if there is no such profile
     * @throws InputException if a source of it is not found
     */
    public static DataSet profile(
            String profile, List<String> arguments, FileNotation said, List<ClassLoader> libraries) {
        ProfileFile shipped = Profiles.shipped(profile);
        return with(
                libraries,
                tables -> through(
                        shipped, said, false, GivenFiles.of(arguments, tables), GivenFiles.bundled(shipped), tables));
    }

    /** The bundled purchase orders and country scores, through their mapping. */
    public static DataSet demo() {
        ProfileFile shipped = Profiles.shipped(ShippedProfiles.DEMO);
        OpenedTables tables = OpenedTables.textOnly();
        GivenFiles given = GivenFiles.of(List.of(ShippedProfiles.demoOrders()));
        return through(shipped, FileNotation.OPEN, false, given, GivenFiles.bundled(shipped), tables);
    }

    /**
     * The same files with rows put right.
     *
     * @param rejects each a rejects.csv of a run on these files in which the column {@code raw} was put right
     */
    public DataSet with(List<InputFile> rejects) {
        return new DataSet(name, mapping, used, files, notes, tables, List.copyOf(rejects), currency, beside);
    }

    /**
     * The same files with all money in one currency; costs in others are converted by the table {@code fx}.
     *
     * @param code ISO 4217; empty if the items decide, which then must agree
     */
    public DataSet inCurrency(String code) {
        return new DataSet(name, mapping, used, files, notes, tables, repairs, code, beside);
    }

    /**
     * The same files with what people wrote down beside a run, as canonical tables whatever the mapping of the others. A file
     * that is not there is none.
     *
     * @param overrides a CSV file of table overrides
     * @param reviews a CSV file of table reviews
     */
    public DataSet withRecords(Path overrides, Path reviews) {
        Map<Table, List<InputFile>> records = new EnumMap<>(Table.class);
        if (Files.isRegularFile(overrides)) {
            records.put(Table.OVERRIDES, List.of(InputFile.of(overrides)));
        }
        if (Files.isRegularFile(reviews)) {
            records.put(Table.REVIEWS, List.of(InputFile.of(reviews)));
        }
        return new DataSet(name, mapping, used, files, notes, tables, repairs, currency, records);
    }

    /** Canonical tables that were added to the files. */
    Map<Table, List<InputFile>> beside() {
        return beside;
    }

    /** Currency of the run; empty if the items decide. */
    String currency() {
        return currency;
    }

    /** What the files are called together. */
    public String name() {
        return name;
    }

    /** The mapping, unless the files are canonical tables. */
    Optional<Mapping> mapping() {
        return mapping;
    }

    /** Files by table, or by the source of the mapping. */
    Map<String, List<InputFile>> files() {
        return files;
    }

    /** The mapping as a record of the run; empty for canonical tables. */
    Optional<UsedMapping> used() {
        return used;
    }

    /** The tables in the files. */
    OpenedTables tables() {
        return tables;
    }

    /** Rows put right. */
    List<InputFile> repairs() {
        return repairs;
    }

    /** What was noticed while the files were looked for. */
    List<Note> notes() {
        return notes;
    }

    /** Adds a file to a table; several are meant only if the user says so, or else demand would count twice. */
    private static void addTable(List<InputFile> files, GivenFiles.Given added, Table table) {
        for (InputFile file : files) {
            if (!added.named() || same(file, added.file())) {
                throw new InputException(file.path() + " and " + added.file().path() + " are both table " + table.id()
                        + ", so its rows would count twice. Maybe one is a copy; to read both, name them: " + table.id()
                        + "=FILE.csv.");
            }
        }
        files.add(added.file());
    }

    private static boolean same(InputFile a, InputFile b) {
        return a.path().equals(b.path()) && a.part().equals(b.part());
    }

    private static DataSet through(
            ProfileFile profile,
            FileNotation said,
            boolean detected,
            GivenFiles given,
            GivenFiles beside,
            OpenedTables tables) {
        Mapping mapping = profile.mapping(said);
        SourceFiles search = new SourceFiles(mapping, given, tables);
        Map<String, List<InputFile>> files = search.find(beside);
        requireTables(mapping, files);
        UsedMapping used = UsedMapping.of(profile, mapping, said, detected);
        List<Note> notes = new ArrayList<>();
        notes.add(new Note(Note.Code.PROFILE, used.text(), 0));
        notes.addAll(search.unused());
        return new DataSet(
                mapping.name(), Optional.of(mapping), Optional.of(used), files, notes, tables, List.of(), "", Map.of());
    }

    private static void requireTables(Mapping mapping, Map<String, List<InputFile>> files) {
        for (SourceSpec source : mapping.sources()) {
            if (!source.optional() && files.getOrDefault(source.id(), List.of()).isEmpty()) {
                throw missing(mapping, source);
            }
        }
        for (Table needed : List.of(Table.ITEMS, Table.DEMAND)) {
            List<TableMapping> making = mapping.tables().stream()
                    .filter(one -> one.table() == needed)
                    .toList();
            if (making.isEmpty() && !(needed == Table.DEMAND && statesDemand(mapping))) {
                throw new MappingException("mapping '" + mapping.name() + "' makes no table '" + needed.id()
                        + "', which every run needs. Tables: "
                        + mapping.tables().stream().map(one -> one.table().id()).toList());
            }
            making.stream()
                    .flatMap(table -> table.sources().stream())
                    .filter(source -> files.getOrDefault(source, List.of()).isEmpty())
                    .findFirst()
                    .ifPresent(source -> {
                        throw missing(mapping, mapping.source(source));
                    });
        }
    }

    /** Whether items come with a mean of their demand, which stands in for a history. */
    private static boolean statesDemand(Mapping mapping) {
        return mapping.tables().stream()
                .filter(table -> table.table() == Table.ITEMS)
                .flatMap(table -> table.columns().stream())
                .anyMatch(rule -> rule.target().name().equals(Table.STATED_DEMAND));
    }

    private static InputException missing(Mapping mapping, SourceSpec source) {
        return new InputException("mapping '" + mapping.name() + "' needs a file '" + source.filePattern()
                + "' for its source '" + source.id() + "', found none, and none with the columns " + source.signature()
                + ". Maybe add " + source.id() + "=FILE.csv.");
    }

    /** What is made of tables that stay open until they are read, unless nothing can be made of them. */
    private static DataSet with(List<ClassLoader> libraries, Function<OpenedTables, DataSet> making) {
        OpenedTables tables = OpenedTables.installed(libraries);
        try {
            return making.apply(tables);
        } catch (RuntimeException unusable) {
            tables.close();
            throw unusable;
        }
    }
}
