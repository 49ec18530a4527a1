package io.posture.io;

import io.posture.io.csv.CsvTable;
import io.posture.io.input.InputException;
import io.posture.io.input.InputFile;
import io.posture.io.input.Note;
import io.posture.io.input.Reject;
import io.posture.io.input.SourceAccount;
import io.posture.io.input.TableAccount;
import io.posture.io.mapping.CanonicalColumns;
import io.posture.io.mapping.DeclaredNotation;
import io.posture.io.mapping.LookupTables;
import io.posture.io.mapping.Mapping;
import io.posture.io.mapping.SourceSpec;
import io.posture.io.mapping.TableMapping;
import io.posture.io.mapping.TableReading;
import io.posture.io.source.ReadingProgress;
import io.posture.io.source.SourceTable;
import io.posture.io.table.CellReader;
import io.posture.io.table.DateLimits;
import io.posture.io.table.RejectLog;
import io.posture.io.table.Table;
import io.posture.io.table.TableSink;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One reading of the tables of a data set, and the account of every row. Not thread-safe. */
final class DataReading {

    private static final Set<Table> NEEDS_ROWS = EnumSet.of(Table.ITEMS, Table.DEMAND);

    private final DataSet dataSet;
    private final TableSink sink;
    private final ReadingProgress progress;
    private final boolean hashed;
    private final CellReader cells;
    private final Repairs repairs;
    private final Map<InputFile, SourceTable> opened = new LinkedHashMap<>();
    private final Map<InputFile, List<TableAccount>> accounts = new LinkedHashMap<>();
    private final Map<InputFile, Long> rows = new HashMap<>();
    private final List<Note> notes = new ArrayList<>();
    private final RejectLog rejects = new RejectLog();

    /**
     * Nothing read yet.
     *
     * @param dataSet the files
     * @param asOf day of the data; empty if the data are to tell
     * @param sink takes the rows of all tables
     * @param progress is told how far the reading is
     * @param hashed whether the account of a file is to have its hash
     */
    DataReading(DataSet dataSet, Optional<LocalDate> asOf, TableSink sink, ReadingProgress progress, boolean hashed) {
        this.dataSet = dataSet;
        this.sink = sink;
        this.progress = progress;
        this.hashed = hashed;
        this.cells = new CellReader(DateLimits.around(asOf));
        this.repairs = Repairs.of(dataSet.repairs());
        notes.addAll(dataSet.notes());
        repairs.requireTables(dataSet.files().values().stream()
                .flatMap(List::stream)
                .map(InputFile::name)
                .toList());
    }

    /** Reads tables, those first that others refer to. */
    void read(Set<Table> wanted) {
        try {
            if (dataSet.mapping().isPresent()) {
                readMapped(dataSet.mapping().get(), wanted);
            } else {
                readCanonical(dataSet.files(), wanted);
            }
            Map<String, List<InputFile>> beside = new LinkedHashMap<>();
            dataSet.beside().forEach((table, files) -> beside.put(table.id(), files));
            readCanonical(beside, wanted);
        } finally {
            dataSet.tables().close();
        }
        opened.values().stream()
                .flatMap(table -> table.notes().stream())
                .distinct()
                .forEach(notes::add);
        accountRepairs();
    }

    /** Adds what was noticed elsewhere. */
    void note(List<Note> noticed) {
        notes.addAll(noticed);
    }

    /** What a reader of results should know. */
    List<Note> notes() {
        return notes;
    }

    /** Rows that were set aside, in the order of files, lines and columns. */
    List<Reject> rejects() {
        return rejects.inFileOrder(opened.keySet().stream().map(InputFile::name).toList());
    }

    private void readCanonical(Map<String, List<InputFile>> files, Set<Table> wanted) {
        LookupTables none = new LookupTables(Map.of(), rejects);
        for (Table table : wanted) {
            for (InputFile file : files.getOrDefault(table.id(), List.of())) {
                SourceTable csv = open(file);
                TableMapping columns = CanonicalColumns.of(table, csv, notes::add);
                read(columns, List.of(csv), DeclaredNotation.CANONICAL, none);
            }
        }
    }

    private void readMapped(Mapping mapping, Set<Table> wanted) {
        mapping.assumptions().forEach(text -> notes.add(new Note(Note.Code.MAPPING_ASSUMPTION, text, 0)));
        Map<String, List<SourceTable>> sources = new LinkedHashMap<>();
        for (SourceSpec source : mapping.sources()) {
            List<SourceTable> files = dataSet.files().getOrDefault(source.id(), List.of()).stream()
                    .map(this::open)
                    .toList();
            files.forEach(csv -> source.signature().forEach(csv::requiredIndexOf));
            sources.put(source.id(), files);
            if (files.isEmpty()) {
                noteAbsent(mapping, source);
            }
        }
        LookupTables lookups = new LookupTables(sources, rejects);
        mapping.tables().stream()
                .filter(table -> wanted.contains(table.table()))
                .filter(table -> table.sources().stream()
                        .noneMatch(source ->
                                sources.getOrDefault(source, List.of()).isEmpty()))
                .sorted(Comparator.comparing(TableMapping::table))
                .forEach(table -> read(
                        table,
                        sources.getOrDefault(table.from(), List.of()),
                        mapping.source(table.from()).notation(),
                        lookups));
        lookups.accounts().forEach((file, account) -> {
            accountsOf(file).add(account);
            rows.merge(file, account.read(), Math::max);
        });
    }

    private void noteAbsent(Mapping mapping, SourceSpec source) {
        List<String> without = mapping.tables().stream()
                .filter(table -> table.sources().contains(source.id()))
                .map(table -> table.table().id())
                .toList();
        notes.add(new Note(
                Note.Code.SOURCE_ABSENT,
                "no file for source '" + source.id() + "' (" + source.filePattern() + ")"
                        + (without.isEmpty()
                                ? ", so what is looked up in it is unknown"
                                : ": no table " + String.join(", ", without)),
                0));
    }

    private void read(TableMapping mapping, List<SourceTable> files, DeclaredNotation notation, LookupTables lookups) {
        List<TableReading.FileAccount> read =
                new TableReading(mapping, notation, cells, lookups, rejects, sink, progress).read(files, notes::add);
        for (TableReading.FileAccount file : read) {
            if (file.account().read() == 0) {
                noteEmpty(mapping.table(), file.file());
            }
            accountsOf(file.file()).add(file.account());
            rows.merge(file.file(), file.rowsOfFile(), Math::max);
        }
    }

    private void noteEmpty(Table table, InputFile file) {
        String what = file.name() + " has a header line, but no rows";
        if (NEEDS_ROWS.contains(table)) {
            throw new InputException(what + "; table " + table.id() + " needs some. Maybe the export was filtered.");
        }
        notes.add(new Note(Note.Code.TABLE_EMPTY, what + "; table " + table.id() + " stays empty", 0));
    }

    private SourceTable open(InputFile file) {
        return opened.computeIfAbsent(file, unopened -> {
            SourceTable csv = repairs.on(dataSet.tables().open(unopened));
            if (!csv.encodingCertain()) {
                notes.add(new Note(
                        Note.Code.ENCODING,
                        csv.file().name() + " is not UTF-8 and was read as " + csv.encoding()
                                + ". Maybe check names with accents, or save it as UTF-8.",
                        0));
            }
            if (hashed) {
                csv.hashAhead();
            }
            return csv;
        });
    }

    private List<TableAccount> accountsOf(InputFile file) {
        return accounts.computeIfAbsent(file, first -> new ArrayList<>());
    }

    /** What became of the rows of every file, those with repairs last. */
    List<SourceAccount> sources() {
        return opened.values().stream().map(this::account).toList();
    }

    private void accountRepairs() {
        for (CsvTable file : repairs.files()) {
            opened.put(file.file(), file);
            TableAccount repaired = repairs.account(file);
            accountsOf(file.file()).add(repaired);
            rows.merge(file.file(), repaired.read(), Math::max);
        }
    }

    private SourceAccount account(SourceTable csv) {
        InputFile file = csv.file();
        String path = file.part().isEmpty() ? file.path() : file.path() + "[" + file.part() + "]";
        return new SourceAccount(
                file.name(),
                path,
                csv.bytes(),
                hashed ? csv.sha256() : "",
                csv.encoding(),
                rows.getOrDefault(file, 0L),
                accounts.getOrDefault(file, List.of()));
    }
}
