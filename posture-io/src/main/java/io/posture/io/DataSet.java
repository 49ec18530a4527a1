package io.posture.io;

import io.posture.io.input.InputException;
import io.posture.io.input.InputFile;
import io.posture.io.input.MappingException;
import io.posture.io.input.Note;
import io.posture.io.mapping.Mapping;
import io.posture.io.mapping.MappingReader;
import io.posture.io.mapping.SourceSpec;
import io.posture.io.table.Table;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of one run and what each of them is. Nothing is read from them before the import. */
public final class DataSet {

    private static final String DEMO_FOLDER = "/io/posture/io/demo/";
    private static final List<String> DEMO_FILES =
            List.of("SCMS_Delivery_History_public.csv.gz", "wgi_2005_2023.csv.gz", "countries.csv");

    private final String name;
    private final Optional<Mapping> mapping;
    private final Map<String, List<InputFile>> files;
    private final List<Note> notes;
    private final TableFormats formats;
    private final List<InputFile> repairs;
    private final String currency;

    private DataSet(
            String name,
            Optional<Mapping> mapping,
            Map<String, List<InputFile>> files,
            List<Note> notes,
            TableFormats formats,
            List<InputFile> repairs,
            String currency) {
        this.name = name;
        this.mapping = mapping;
        this.files = files;
        this.notes = List.copyOf(notes);
        this.formats = formats;
        this.repairs = repairs;
        this.currency = currency;
    }

    /**
     * Canonical tables.
     *
     * @param arguments folders of tables, single files called after their tables, or {@code table=path}
     * @throws InputException if a file is missing or cannot be told, or if items or demand are not given
     */
    public static DataSet of(List<String> arguments) {
        TableFormats formats = installed();
        GivenFiles given = GivenFiles.of(arguments, formats);
        Map<String, List<InputFile>> files = new LinkedHashMap<>();
        List<Note> notes = new ArrayList<>();
        for (GivenFiles.Given file : given.files()) {
            Optional<Table> table = Table.find(file.label());
            if (table.isPresent()) {
                addTable(files.computeIfAbsent(table.get().id(), id -> new ArrayList<>()), file, table.get());
            } else if (file.fromFolder()) {
                notes.add(new Note(
                        Note.Code.FILE_NOT_USED,
                        file.file().name() + " is none of the tables " + Table.ids() + " and was not read",
                        0));
            } else {
                throw given.unknown(file, Table.ids());
            }
        }
        for (Table needed : List.of(Table.ITEMS, Table.DEMAND)) {
            if (!files.containsKey(needed.id())) {
                throw new InputException("there is no table '" + needed.id() + "' in " + arguments + ". Tables found: "
                        + files.keySet() + ". Maybe add " + needed.id() + "=FILE.csv, or use a mapping.");
            }
        }
        return new DataSet(String.join(" ", arguments), Optional.empty(), files, notes, formats, List.of(), "");
    }

    /**
     * Files as they come, through a mapping.
     *
     * @param mappingFile the mapping
     * @param arguments files, folders, or {@code source=path} with the names that the mapping gives its sources; files
     *     beside the mapping are found without being named
     * @throws InputException if a source of the mapping is not found
     * @throws MappingException if the mapping cannot be used
     */
    public static DataSet mapped(Path mappingFile, List<String> arguments) {
        Mapping mapping = MappingReader.read(InputFile.of(mappingFile));
        TableFormats formats = installed();
        GivenFiles given = GivenFiles.of(arguments, formats);
        GivenFiles beside = GivenFiles.in(mappingFile.toAbsolutePath().getParent(), formats);
        Map<String, List<InputFile>> files = new LinkedHashMap<>();
        for (SourceSpec source : mapping.sources()) {
            List<InputFile> found = given.matching(source.id(), source.filePattern());
            files.put(source.id(), found.isEmpty() ? beside.matching(source.id(), source.filePattern()) : found);
        }
        return ofSources(mapping, files, formats);
    }

    /** The bundled purchase orders and country scores, through their mapping. */
    public static DataSet demo() {
        Mapping mapping = MappingReader.read(bundled("scms.yaml"));
        Map<String, List<InputFile>> files = new LinkedHashMap<>();
        for (SourceSpec source : mapping.sources()) {
            List<InputFile> found = DEMO_FILES.stream()
                    .filter(file -> GivenFiles.matches(source.filePattern(), file))
                    .map(DataSet::bundled)
                    .toList();
            files.put(source.id(), found);
        }
        return ofSources(mapping, files, TableFormats.textOnly());
    }

    /**
     * The same files with rows put right.
     *
     * @param rejects each a rejects.csv of a run on these files in which the column {@code raw} was put right
     */
    public DataSet with(List<InputFile> rejects) {
        return new DataSet(name, mapping, files, notes, formats, List.copyOf(rejects), currency);
    }

    /**
     * The same files with all money in one currency; costs in others are converted by the table {@code fx}.
     *
     * @param code ISO 4217; empty if the items decide, which then must agree
     */
    public DataSet inCurrency(String code) {
        return new DataSet(name, mapping, files, notes, formats, repairs, code);
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

    /** The one file of a source of the mapping. */
    InputFile fileOf(String source) {
        List<InputFile> found = files.getOrDefault(source, List.of());
        if (found.size() != 1) {
            throw new IllegalArgumentException("source '" + source + "' has " + found.size() + " files, needs one");
        }
        return found.get(0);
    }

    /** Rows put right. */
    List<InputFile> repairs() {
        return repairs;
    }

    /** What the files can be read by. */
    TableFormats formats() {
        return formats;
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

    private static DataSet ofSources(Mapping mapping, Map<String, List<InputFile>> files, TableFormats formats) {
        for (Table needed : List.of(Table.ITEMS, Table.DEMAND)) {
            if (mapping.tables().stream().noneMatch(one -> one.table() == needed)) {
                throw new MappingException("mapping '" + mapping.name() + "' makes no table '" + needed.id()
                        + "', which every run needs. Tables: "
                        + mapping.tables().stream().map(one -> one.table().id()).toList());
            }
        }
        files.forEach((source, found) -> {
            if (found.size() != 1) {
                String pattern = mapping.source(source).filePattern();
                throw new InputException("mapping '" + mapping.name() + "' needs one file '" + pattern
                        + "' for its source '" + source + "', found " + found + ". Maybe add " + source + "=FILE.csv.");
            }
        });
        return new DataSet(mapping.name(), Optional.of(mapping), files, List.of(), formats, List.of(), "");
    }

    private static TableFormats installed() {
        return TableFormats.installed(DataSet.class.getClassLoader());
    }

    private static InputFile bundled(String file) {
        URL address = DataSet.class.getResource(DEMO_FOLDER + file);
        if (address == null) {
            throw new IllegalStateException("the program lacks its bundled file " + file);
        }
        return InputFile.bundled(file, address);
    }
}
