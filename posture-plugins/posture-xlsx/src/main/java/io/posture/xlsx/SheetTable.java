package io.posture.xlsx;

import io.posture.io.input.InputException;
import io.posture.io.input.InputFile;
import io.posture.io.input.Note;
import io.posture.io.source.RowHandler;
import io.posture.io.source.SourceTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The table on a sheet: what stands below its header row. Blank rows are passed over; rows at the end that add up the table are
 * left out and counted. Can be read several times; every pass checks that the file has not changed.
 */
final class SheetTable implements SourceTable {

    private final InputFile file;
    private final Limits limits;
    private final StoredFile stored;
    private final WorkbookIndex index;
    private final WorkbookIndex.Sheet sheet;
    private final MergedAreas merged;
    private final HeaderRow header;
    private List<Note> notes = List.of();

    private SheetTable(
            InputFile file,
            Limits limits,
            StoredFile stored,
            WorkbookIndex index,
            WorkbookIndex.Sheet sheet,
            MergedAreas merged,
            HeaderRow header) {
        this.file = file;
        this.limits = limits;
        this.stored = stored;
        this.index = index;
        this.sheet = sheet;
        this.merged = merged;
        this.header = header;
    }

    /**
     * Looks at a sheet and finds its header.
     *
     * @param file the workbook; its part is the sheet
     * @throws InputException if there is no such sheet, or no table on it
     */
    static SheetTable open(InputFile file, Limits limits) {
        StoredFile stored = StoredFile.of(file);
        try (WorkbookFile book = WorkbookFile.open(file, limits)) {
            WorkbookIndex index = WorkbookIndex.of(book);
            WorkbookIndex.Sheet sheet = index.sheet(file.part());
            MergedAreas merged = MergedAreas.of(book, sheet);
            try (SheetReader rows = SheetReader.open(book, index, sheet)) {
                HeaderRow header = HeaderRow.find(file.name(), rows, merged.fromTop());
                return new SheetTable(file, limits, stored, index, sheet, merged, header);
            }
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot read " + file.path() + ": " + problem, problem);
        } finally {
            stored.requireUnchanged(file);
        }
    }

    @Override
    public InputFile file() {
        return file;
    }

    @Override
    public List<String> header() {
        return header.names();
    }

    @Override
    public long bytes() {
        return stored.bytes();
    }

    @Override
    public String sha256() {
        return stored.sha256();
    }

    @Override
    public String encoding() {
        return XlsxFormat.ID;
    }

    @Override
    public List<Note> notes() {
        List<Note> all = new ArrayList<>();
        for (WorkbookIndex.Sheet other : index.sheets()) {
            if (other.hidden() && !other.name().equals(sheet.name())) {
                String book = file.name()
                        .substring(0, file.name().length() - file.part().length() - 2);
                all.add(new Note(
                        Note.Code.SHEET_NOT_READ,
                        book + ": sheet '" + other.name() + "' is hidden and was not read. Maybe name it: \"" + book
                                + "[" + other.name() + "]\"",
                        0));
            }
        }
        if (header.rowsAbove() > 0) {
            all.add(new Note(
                    Note.Code.OUTSIDE_TABLE,
                    file.name() + ": the header is row " + header.row() + "; what stands above it was not read",
                    header.rowsAbove()));
        }
        all.addAll(notes);
        return all;
    }

    @Override
    public long read(RowHandler handler) {
        stored.requireUnchanged(file);
        SheetPass pass = new SheetPass(file, header, merged.fromTop(), handler);
        try (WorkbookFile book = WorkbookFile.open(file, limits);
                SheetReader rows = SheetReader.open(book, index, sheet)) {
            pass.read(rows);
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot read " + file.path() + ": " + problem, problem);
        } finally {
            stored.requireUnchanged(file);
        }
        notes = pass.notes();
        return pass.rows();
    }
}
