package io.posture.xlsx;

import io.posture.io.input.InputException;
import io.posture.io.input.InputFile;
import io.posture.io.source.SourceTable;
import io.posture.io.source.TableFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Workbooks of Excel 2007 and later, also as other programs write them: each sheet that is shown is a table. */
public final class XlsxFormat implements TableFormat {

    static final String ID = "xlsx";

    private final Limits limits;

    /** For the service loader. */
    public XlsxFormat() {
        this(Limits.STANDARD);
    }

    XlsxFormat(Limits limits) {
        this.limits = limits;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<String> endings() {
        return List.of("xlsx", "xlsm");
    }

    @Override
    public boolean recognises(byte[] start) {
        return FileKind.recognises(start);
    }

    /** The sheets that are shown and not empty. */
    @Override
    public List<String> parts(InputFile file) {
        try (WorkbookFile book = WorkbookFile.open(file, limits)) {
            List<WorkbookIndex.Sheet> sheets = WorkbookIndex.of(book).sheets();
            List<String> shown = sheets.stream()
                    .filter(sheet -> !sheet.hidden() && SheetReader.hasCells(book, sheet))
                    .map(WorkbookIndex.Sheet::name)
                    .toList();
            if (shown.isEmpty()) {
                throw new InputException(file.name() + " has no sheet to read: all of "
                        + sheets.stream().map(WorkbookIndex.Sheet::name).toList()
                        + " are empty or hidden. Maybe unhide the sheet, or name it: " + file.path() + "[SHEET].");
            }
            return shown;
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot read " + file.path() + ": " + problem, problem);
        }
    }

    @Override
    public SourceTable open(InputFile file) {
        return SheetTable.open(file.part().isEmpty() ? file.part(onlySheet(file)) : file, limits);
    }

    private String onlySheet(InputFile file) {
        List<String> shown = parts(file);
        if (shown.size() > 1) {
            throw new InputException(file.name() + " has several sheets: " + shown + ". Say which one: " + file.path()
                    + "[" + shown.get(0) + "].");
        }
        return shown.get(0);
    }
}
