package io.posture.xlsx;

import io.posture.io.sink.OutputColumn;
import io.posture.io.sink.OutputTable;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a workbook of one result, row by row; when a sheet is full it goes on in the next one. Nothing of a row stays in
 * memory. The archive holds no time, no author and no formula.
 */
final class WorkbookWriter implements OutputTable {

    // about the first moment that an archive can hold; with the very first one the JDK adds the time zone of the
    // machine
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final ZipOutputStream zip;
    private final Writer text;
    private final String name;
    private final List<OutputColumn> columns;
    private final int rowsPerSheet;
    private SheetWriter sheet;
    private int sheets;
    private boolean closed;

    /**
     * Begins a workbook.
     *
     * @param out takes the bytes; closed with the workbook
     * @param name name of the result
     * @param columns its columns
     * @param rowsPerSheet rows of a sheet, the header included
     */
    WorkbookWriter(OutputStream out, String name, List<OutputColumn> columns, int rowsPerSheet) throws IOException {
        if (columns.isEmpty() || columns.size() > Limits.COLUMNS) {
            throw new IllegalArgumentException(
                    "a sheet has 1 to " + Limits.COLUMNS + " columns, were " + columns.size());
        }
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.text = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 15);
        this.name = name;
        this.columns = List.copyOf(columns);
        this.rowsPerSheet = rowsPerSheet;
        this.sheet = nextSheet();
    }

    @Override
    public void row(List<String> cells) throws IOException {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException("a row has " + cells.size() + " cells, need " + columns.size());
        }
        if (sheet.rows() == rowsPerSheet) {
            sheet.end();
            text.flush();
            zip.closeEntry();
            sheet = nextSheet();
        }
        sheet.row(cells);
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (zip) {
            sheet.end();
            text.flush();
            zip.closeEntry();
            part("xl/styles.xml", WorkbookParts.STYLES);
            part("xl/workbook.xml", WorkbookParts.workbook(SheetName.of(name, sheets)));
            part("xl/_rels/workbook.xml.rels", WorkbookParts.workbookRelations(sheets));
            part("_rels/.rels", WorkbookParts.RELATIONS);
            part("[Content_Types].xml", WorkbookParts.contentTypes(sheets));
        }
    }

    private SheetWriter nextSheet() throws IOException {
        sheets++;
        begin("xl/worksheets/sheet" + sheets + ".xml");
        return new SheetWriter(text, columns, sheets == 1);
    }

    private void part(String part, String xml) throws IOException {
        begin(part);
        text.write(xml);
        text.flush();
        zip.closeEntry();
    }

    private void begin(String part) throws IOException {
        ZipEntry entry = new ZipEntry(part);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
    }
}
